from events.permissions import Task

from ..pages import edition_page, render_edition_page
from ..workspace import state_of


@edition_page(Task.VIEW)
def workspace(request, edition):
    return render_edition_page(
        request, "admin/curation/workspace.html", edition, state=state_of(edition)
    )
