from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from curation.board import board_of
from curation.moving import MoveForm
from curation.pages import edition_page, render_edition_page
from events.permissions import Task
from events.placing import lock_agenda

# Days to which a session goes by a button each; more are a list to choose from.
MOST_BUTTONS = 5


@edition_page(Task.VIEW)
def board(request, edition):
    days = board_of(edition)
    few_days = len(days) <= MOST_BUTTONS
    return render_edition_page(
        request, "admin/curation/board.html", edition, days=days, few_days=few_days
    )


@edition_page(Task.EDIT)
@require_POST
@transaction.atomic
def move(request, edition, session_uuid):
    lock_agenda(edition)
    session = get_object_or_404(edition.sessions, uuid=session_uuid)
    level, sentence = MoveForm(edition, request.POST).place(session)
    messages.add_message(request, level, sentence)
    return redirect(f"{reverse('edition_board', args=[edition.pk])}#session-{session.uuid}")
