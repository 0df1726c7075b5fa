from events.permissions import Task

from ..checklist.checks import checklist_of
from ..pages import edition_page, render_edition_page


@edition_page(Task.VIEW)
def checklist(request, edition):
    return render_edition_page(
        request, "admin/curation/checklist.html", edition, checks=checklist_of(edition)
    )
