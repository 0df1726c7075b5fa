from django.contrib import admin

from events.inlines import TabularInline
from events.mergeable_admin import MergeableAdmin

from .models import AlternativeName, Organisation, Partnership


class AlternativeNameInline(TabularInline):
    model = AlternativeName
    extra = 1


@admin.register(Organisation)
class OrganisationAdmin(MergeableAdmin, admin.ModelAdmin):
    list_display = ["name", "acronym", "kind", "country", "sector"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "acronym", "alternative_names__name"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [AlternativeNameInline]


@admin.register(AlternativeName)
class AlternativeNameAdmin(admin.ModelAdmin):
    list_display = ["name", "organisation"]
    list_select_related = ["organisation"]
    search_fields = ["name", "organisation__name"]
    autocomplete_fields = ["organisation"]


@admin.register(Partnership)
class PartnershipAdmin(admin.ModelAdmin):
    list_display = ["shown_name", "role", "edition", "note"]
    list_filter = ["role", "edition"]
    list_select_related = ["organisation", "edition__series"]
    search_fields = ["printed_name", "organisation__name", "edition__name"]
    autocomplete_fields = ["edition", "organisation"]
