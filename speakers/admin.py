from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from events.mergeable_admin import MergeableAdmin

from .models import Appearance, Speaker


@admin.register(Speaker)
class SpeakerAdmin(MergeableAdmin, admin.ModelAdmin):
    list_display = ["name", "honorific", "sort_name", "appearance_count"]
    list_filter = ["appearances__session__edition"]
    search_fields = ["name", "sort_name", "appearances__affiliation"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(appearance_count=Count("appearances"))

    @admin.display(description=_("appearances"), ordering="appearance_count")
    def appearance_count(self, speaker):
        return speaker.appearance_count


@admin.register(Appearance)
class AppearanceAdmin(admin.ModelAdmin):
    list_display = ["shown_name", "role", "job_title", "affiliation", "session"]
    list_filter = ["role", "is_confirmed", "is_online", "session__edition"]
    list_select_related = ["speaker", "session"]
    search_fields = ["speaker__name", "printed_name", "affiliation", "session__title"]
    autocomplete_fields = ["session", "speaker", "organisation"]
