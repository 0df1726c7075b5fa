"""How a stored file leaves the site; every view that serves one answers through here."""

from mimetypes import guess_type

from django.http import FileResponse, Http404

# Only these are shown in place; all else is saved, so that no upload runs as a page of this site.
SHOWN_IN_PLACE = {"image/jpeg", "image/png", "image/webp", "image/avif"}


def file_response(file, *, name):
    """Answer with the file under the name people know it by. One lost by the storage is a 404."""
    content_type = guess_type(file.name)[0] or "application/octet-stream"
    try:
        response = FileResponse(
            file.open("rb"),
            as_attachment=content_type not in SHOWN_IN_PLACE,
            filename=name,
            content_type=content_type,
        )
    except FileNotFoundError as error:
        raise Http404 from error
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
