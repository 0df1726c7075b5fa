from django.contrib import admin

from accounts.staff_admin import StaffOnlyAdmin
from events.admin_scope import EditionScopedAdmin
from events.inlines import TabularInline
from events.mergeable_admin import MergeableAdmin
from events.shared_admin import SharedAdmin

from .models import AlternativeName, Organisation, Partnership


class AlternativeNameInline(TabularInline):
    model = AlternativeName
    extra = 1


@admin.register(Organisation)
class OrganisationAdmin(MergeableAdmin, SharedAdmin):
    edition_paths = ["partnerships__edition", "appearances__session__edition"]
    open_search_fields = ["name", "acronym", "alternative_names__name"]
    list_display = ["name", "acronym", "kind", "country", "sector"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "acronym", "alternative_names__name"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [AlternativeNameInline]


@admin.register(AlternativeName)
class AlternativeNameAdmin(StaffOnlyAdmin):
    """Organisers find the names within the form of their organisation."""

    list_display = ["name", "organisation"]
    list_select_related = ["organisation"]
    search_fields = ["name", "organisation__name"]
    autocomplete_fields = ["organisation"]

    def has_delete_permission(self, request, obj=None):
        """Asked too when an organisation is deleted, which takes its names along."""
        if obj is None:
            return super().has_delete_permission(request)
        organisations = self.admin_site.get_model_admin(Organisation)
        return organisations.has_delete_permission(request, obj.organisation)


@admin.register(Partnership)
class PartnershipAdmin(EditionScopedAdmin):
    list_display = ["shown_name", "role", "edition", "note"]
    list_filter = ["role", "edition"]
    list_select_related = ["organisation", "edition__series"]
    search_fields = ["printed_name", "organisation__name", "edition__name"]
    autocomplete_fields = ["edition", "organisation"]
