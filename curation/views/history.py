"""What happened in an edition, and the way back."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.models import User
from events.permissions import Task

from ..changes import changes_of
from ..pages import edition_page, render_edition_page
from ..paging import (
    Key,
    by_person,
    changes_in_edition,
    newest_steps,
    people_in,
    steps_elsewhere,
)
from ..recorded import BY_LABEL, OF_EDITIONS, records_in
from ..timeline import steps_from
from ..undo import undo_step
from ..undo_rights import Rights
from ..undo_writing import UndoError


class HistoryFilter(forms.Form):
    person = forms.ModelChoiceField(
        User.objects.none(),
        required=False,
        label=gettext_lazy("Who"),
        empty_label=gettext_lazy("Everybody"),
    )
    kind = forms.ChoiceField(required=False, label=gettext_lazy("What"))

    def __init__(self, data, edition):
        super().__init__(data, auto_id="filter-%s")
        self.edition = edition
        self.fields["person"].queryset = User.objects.filter(pk__in=people_in(edition))
        names = {m._meta.label_lower: capfirst(m._meta.verbose_name_plural) for m in OF_EDITIONS}
        self.fields["kind"].choices = [("", _("Everything")), *names.items()]

    def steps(self, before):
        values = self.cleaned_data if self.is_valid() else {}
        models = [BY_LABEL[values["kind"]]] if values.get("kind") else OF_EDITIONS
        rows_of = by_person(lambda model: records_in(model, self.edition), values.get("person"))
        return newest_steps(rows_of, models, before=before)


@edition_page(Task.VIEW)
def history(request, edition):
    form = HistoryFilter(request.GET, edition)
    steps, more = form.steps(Key.read(request.GET.get("before", "")))
    shown = steps_from(
        request, changes_in_edition(edition, steps), elsewhere=steps_elsewhere(edition, steps)
    )
    query = request.GET.copy()
    query["before"] = str(more)
    return render_edition_page(
        request,
        "admin/curation/history.html",
        edition,
        form=form,
        steps=shown,
        older=query.urlencode() if more else None,
    )


@edition_page(Task.EDIT)
@require_POST
def undo(request, edition, step):
    """Undo a step of this edition; one that reaches further is undone on its own page."""
    rights = Rights(request, changes_of([step]), elsewhere=steps_elsewhere(edition, [step]))
    if not changes_in_edition(edition, [step]) or not rights.may_undo(step):
        raise Http404
    undone_or_said(request, lambda: undo_step(step, by=request.user))
    return redirect("edition_history", edition.pk)


def undone_or_said(request, act):
    """Do it and say so; where it is refused, say why."""
    try:
        act()
    except UndoError as refused:
        messages.error(request, _("Nothing was undone.") + " " + " ".join(refused.reasons))
    else:
        messages.success(request, _("Undone."))
