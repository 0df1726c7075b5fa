from django.shortcuts import get_object_or_404, redirect, render

from events.access import get_edition_or_404

from .models import Speaker


def edition_speakers(request, series_slug, edition_slug):
    edition = get_edition_or_404(request, series_slug, edition_slug)
    speakers = Speaker.objects.of_edition(edition).with_appearances_in(edition).alphabetical()
    return render(
        request, "speakers/edition_speakers.html", {"edition": edition, "speakers": speakers}
    )


def speaker(request, slug):
    visible = Speaker.objects.visible_to(request.user)
    speaker = visible.filter(slug=slug).first()
    if speaker is None:
        moved = get_object_or_404(visible, former_addresses__slug=slug)
        return redirect(moved, permanent=True)
    appearances = speaker.appearances.visible_to(request.user).latest_first()
    return render(
        request, "speakers/speaker.html", {"speaker": speaker, "appearances": appearances}
    )
