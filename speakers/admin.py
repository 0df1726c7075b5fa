from django.contrib import admin
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from accounts.versioned_admin import VersionedAdmin
from events.admin_scope import EditionScopedAdmin
from events.mergeable_admin import MergeableAdmin
from events.models import Edition
from events.shared_admin import SharedAdmin

from .models import Appearance, Speaker


@admin.register(Speaker)
class SpeakerAdmin(VersionedAdmin, MergeableAdmin, SharedAdmin):
    edition_paths = ["appearances__session__edition"]
    private_fields = ["email"]
    open_search_fields = ["name", "sort_name"]
    list_display = ["name", "honorific", "sort_name", "appearance_count"]
    list_filter = ["appearances__session__edition"]
    search_fields = ["name", "sort_name", "appearances__affiliation"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request):
        known = Q(appearances__session__edition__in=Edition.objects.visible_to(request.user))
        rows = super().get_queryset(request)
        return rows.annotate(appearance_count=Count("appearances", filter=known))

    @admin.display(description=_("appearances"), ordering="appearance_count")
    def appearance_count(self, speaker):
        return speaker.appearance_count


@admin.register(Appearance)
class AppearanceAdmin(EditionScopedAdmin):
    edition_path = "session__edition"
    list_display = ["shown_name", "role", "job_title", "affiliation", "session"]
    list_filter = ["role", "is_confirmed", "is_online", "session__edition"]
    list_select_related = ["speaker", "session"]
    search_fields = ["speaker__name", "printed_name", "affiliation", "session__title"]
    autocomplete_fields = ["session", "speaker", "organisation"]
