from django.contrib import admin

from .models import CoLocatedEvent, Figure, FormerDates, GuidedTour, Organiser, Room, Series


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Room)
class RoomAdmin(admin.ModelAdmin):
    list_display = ["name", "edition", "directions", "position"]
    list_filter = ["edition"]
    list_select_related = ["edition__series"]
    search_fields = ["name", "edition__name"]
    autocomplete_fields = ["edition"]


@admin.register(Organiser)
class OrganiserAdmin(admin.ModelAdmin):
    list_display = ["user", "edition", "role"]
    list_filter = ["role", "edition"]
    list_select_related = ["user", "edition__series"]
    search_fields = ["user__email", "user__name", "edition__name"]
    autocomplete_fields = ["user", "edition"]


@admin.register(Figure)
class FigureAdmin(admin.ModelAdmin):
    list_display = ["__str__", "edition", "measure", "value", "source"]
    list_filter = ["measure", "edition"]
    list_select_related = ["edition__series"]
    search_fields = ["edition__name", "note", "source"]
    autocomplete_fields = ["edition"]


@admin.register(CoLocatedEvent)
class CoLocatedEventAdmin(admin.ModelAdmin):
    list_display = ["name", "edition", "note"]
    list_select_related = ["edition__series"]
    search_fields = ["name", "edition__name"]
    autocomplete_fields = ["edition"]


@admin.register(GuidedTour)
class GuidedTourAdmin(admin.ModelAdmin):
    list_display = ["name", "edition", "note"]
    list_select_related = ["edition__series"]
    search_fields = ["name", "edition__name"]
    autocomplete_fields = ["edition"]


@admin.register(FormerDates)
class FormerDatesAdmin(admin.ModelAdmin):
    list_display = ["edition", "starts_on", "ends_on", "note"]
    list_select_related = ["edition__series"]
    search_fields = ["edition__name"]
    autocomplete_fields = ["edition"]
