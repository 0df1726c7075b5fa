"""Preview by a secret link: /preview/<key>, and then the address that the page will have.

The site answers below that prefix as it does above it, to a visitor who sees one edition more
than the public; so every page and file of the edition is the real one, and every link that is
reversed stays inside.
"""

import re

from django.contrib.auth.models import AnonymousUser
from django.urls import get_script_prefix, set_script_prefix

from .models import Edition

ADDRESS = re.compile(r"/preview/(?P<key>[a-z0-9]{32})(?P<page>/.*)", re.DOTALL)

# The first words of public addresses. No other page is to be had in a preview: not the admin.
SHOWN = {"", "documents", "events", "organisations", "photos", "speakers"}

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


class PreviewVisitor(AnonymousUser):
    """Whoever has the link. Signed in or not, they see what the public would see."""

    def __init__(self, edition):
        self.previewed = edition


class PreviewMiddleware:
    """Stands behind the sign-in, whose user it replaces."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith("/preview/"):
            return self.get_response(request)
        response = self.preview(request)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    def preview(self, request):
        match = ADDRESS.fullmatch(request.path_info)
        edition = match and _is_shown(request, match["page"]) and _edition_of(match["key"])
        if not edition:
            # Nothing stands below /preview/ of its own, so this is a 404.
            return self.get_response(request)
        request.user = PreviewVisitor(edition)
        request.path_info = match["page"]
        outside = get_script_prefix()
        set_script_prefix(f"{outside}preview/{match['key']}/")
        try:
            return self.get_response(request)
        finally:
            set_script_prefix(outside)


def preview_address(edition):
    prefix = get_script_prefix()
    page = edition.get_absolute_url().removeprefix(prefix)
    return f"{prefix}preview/{edition.preview_key}/{page}"


def _is_shown(request, page):
    return request.method in {"GET", "HEAD"} and page.split("/")[1] in SHOWN


def _edition_of(key):
    found = Edition.objects.filter(preview_key=key, visibility=Edition.Visibility.PREVIEW)
    # A secret that two editions share is none.
    return found[0] if len(found) == 1 else None
