from django.shortcuts import render
from django.utils import timezone

from events.models import Edition, Series

LATEST_SHOWN = 6


def home(request):
    visible = Edition.objects.visible_to(request.user).select_related("series")
    today = timezone.localdate()
    return render(
        request,
        "website/home.html",
        {
            "all_series": Series.objects.visible_to(request.user),
            "upcoming": visible.upcoming(today).soonest_first(),
            "latest": visible.past(today).latest_first()[:LATEST_SHOWN],
        },
    )
