from django.contrib import admin

from accounts.staff_admin import StaffOnlyAdmin, is_staff

from .admin_scope import EditionScopedAdmin
from .models import CoLocatedEvent, Figure, FormerDates, GuidedTour, Organiser, Room, Series
from .permissions import Task


@admin.register(Series)
class SeriesAdmin(StaffOnlyAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Room)
class RoomAdmin(EditionScopedAdmin):
    list_display = ["name", "edition", "directions", "position"]
    list_filter = ["edition"]
    list_select_related = ["edition__series"]
    search_fields = ["name", "edition__name"]
    autocomplete_fields = ["edition"]


@admin.register(Organiser)
class OrganiserAdmin(EditionScopedAdmin):
    """Managers look here; they invite and change roles on their edition's page of organisers."""

    view_task = Task.INVITE
    list_display = ["user", "edition", "role"]
    list_filter = ["role", "edition"]
    list_select_related = ["user", "edition__series"]
    search_fields = ["user__email", "user__name", "edition__name"]
    autocomplete_fields = ["user", "edition"]

    def has_add_permission(self, request):
        return is_staff(request.user)

    def has_change_permission(self, request, obj=None):
        return is_staff(request.user)

    def has_delete_permission(self, request, obj=None):
        return is_staff(request.user)


@admin.register(Figure)
class FigureAdmin(EditionScopedAdmin):
    list_display = ["__str__", "edition", "measure", "value", "source"]
    list_filter = ["measure", "edition"]
    list_select_related = ["edition__series"]
    search_fields = ["edition__name", "note", "source"]
    autocomplete_fields = ["edition"]


@admin.register(CoLocatedEvent)
class CoLocatedEventAdmin(EditionScopedAdmin):
    list_display = ["name", "edition", "note"]
    list_select_related = ["edition__series"]
    search_fields = ["name", "edition__name"]
    autocomplete_fields = ["edition"]


@admin.register(GuidedTour)
class GuidedTourAdmin(EditionScopedAdmin):
    list_display = ["name", "edition", "note"]
    list_select_related = ["edition__series"]
    search_fields = ["name", "edition__name"]
    autocomplete_fields = ["edition"]


@admin.register(FormerDates)
class FormerDatesAdmin(EditionScopedAdmin):
    edit_task = Task.PUBLISH
    list_display = ["edition", "starts_on", "ends_on", "note"]
    list_select_related = ["edition__series"]
    search_fields = ["edition__name"]
    autocomplete_fields = ["edition"]
