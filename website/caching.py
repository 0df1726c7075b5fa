from django.utils.cache import patch_cache_control


class CacheControlMiddleware:
    """Says of every page who may keep it.

    What a signed-in user sees is kept nowhere. A public page may be kept by anybody who asks
    before showing it again, so that an edit is seen at once.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated or response.cookies:
            patch_cache_control(response, private=True, no_store=True)
        elif not response.has_header("Cache-Control"):
            patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        return response
