"""Names for fields that find by typing. What is sent is what a programme prints, nothing else."""

from django.http import JsonResponse

from curation.pages import edition_page
from events.permissions import Task
from organisations.finding import OrganisationsByName
from speakers.finding import SpeakersByName


@edition_page(Task.EDIT)
def speaker_suggestions(request, edition):
    return _suggestions(request, SpeakersByName(request.user))


@edition_page(Task.EDIT)
def organisation_suggestions(request, edition):
    return _suggestions(request, OrganisationsByName(request.user))


def _suggestions(request, by_name):
    typed = request.GET.get("q", "").strip()[:150]
    found = by_name.begun_by(typed) if typed else []
    return JsonResponse(
        {
            "results": [
                {"id": each.pk, "name": each.name, "note": each.note, "fill": each.suggestion}
                for each in found
            ]
        }
    )
