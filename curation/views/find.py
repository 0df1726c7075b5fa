"""Names for fields that find by typing. What is sent is what a programme prints, nothing else."""

from django.http import Http404, JsonResponse

from curation.pages import edition_page
from events.permissions import Task
from organisations.finding import OrganisationsByName
from speakers.finding import SpeakersByName

FINDERS = {"speakers": SpeakersByName, "organisations": OrganisationsByName}


@edition_page(Task.EDIT)
def find(request, edition, kind):
    if kind not in FINDERS:
        raise Http404
    typed = request.GET.get("q", "").strip()[:150]
    found = FINDERS[kind](request.user).begun_by(typed) if typed else []
    return JsonResponse({"results": [_sent(known) for known in found]})


def _sent(known):
    return {"id": known.pk, "name": known.name, "note": known.note, "fill": known.suggestion}
