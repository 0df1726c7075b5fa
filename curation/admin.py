"""Editions and sessions are edited together with what hangs on them, which spans the apps."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from accounts.staff_admin import StaffOnlyAdmin, is_staff
from accounts.versioned_admin import VersionedAdmin
from events.admin_scope import EditionScopedAdmin
from events.inlines import StackedInline, TabularInline
from events.keys import new_secret
from events.models import CoLocatedEvent, Edition, Figure, FormerDates, GuidedTour, Room, Session
from events.permissions import Task
from events.publishing import keep_former_dates
from organisations.models import Partnership
from speakers.models import Appearance

from .models import Suggestion
from .suggesting import accept, dismiss


class PartnershipInline(TabularInline):
    model = Partnership
    fields = ["organisation", "role", "position", "printed_name", "note"]
    autocomplete_fields = ["organisation"]
    extra = 1


class FigureInline(TabularInline):
    model = Figure
    fields = ["measure", "qualifier", "value", "note", "source", "source_url", "counted_on"]
    extra = 0


class RoomInline(TabularInline):
    model = Room
    extra = 0


class CoLocatedEventInline(TabularInline):
    model = CoLocatedEvent
    extra = 0


class GuidedTourInline(TabularInline):
    model = GuidedTour
    extra = 0


class FormerDatesInline(TabularInline):
    model = FormerDates
    edit_task = Task.PUBLISH
    extra = 0


@admin.register(Edition)
class EditionAdmin(VersionedAdmin, EditionScopedAdmin):
    edition_path = ""
    # What the public sees of an edition, and where: for those who may publish.
    published_fields = [
        "stage",
        "visibility",
        "slug",
        "starts_on",
        "ends_on",
        "date_note",
        "over_by",
        "time_zone",
    ]
    staff_fields = ["series"]
    list_display = [
        "title",
        "workspace",
        "number",
        "series",
        "starts_on",
        "stage",
        "visibility",
        "sessions",
    ]
    list_filter = ["series", "stage", "visibility", "starts_on"]
    list_select_related = ["series"]
    search_fields = ["name", "city", "city_local", "slug", "theme"]
    date_hierarchy = "starts_on"
    prepopulated_fields = {"slug": ["name"]}
    inlines = [
        PartnershipInline,
        RoomInline,
        FigureInline,
        CoLocatedEventInline,
        GuidedTourInline,
        FormerDatesInline,
    ]
    fieldsets = [
        (None, {"fields": ["series", "number", "name", "slug", "stage", "visibility"]}),
        (_("When"), {"fields": ["starts_on", "ends_on", "date_note", "over_by", "time_zone"]}),
        (
            _("Where"),
            {
                "fields": [
                    "city",
                    "city_local",
                    "country",
                    "place_note",
                    "region",
                    "venue",
                    "attendance",
                ]
            },
        ),
        (
            _("What about"),
            {"fields": ["theme", "focus", "introduction", "context", "registration_url"]},
        ),
        (_("For editors"), {"fields": ["keeps_financial_support", "source_marks"]}),
    ]

    def has_add_permission(self, request):
        return is_staff(request.user)

    def has_delete_permission(self, request, obj=None):
        return is_staff(request.user)

    def get_readonly_fields(self, request, obj=None):
        fixed = [] if is_staff(request.user) else self.staff_fields
        published = [] if self.may(request, Task.PUBLISH, obj) else self.published_fields
        return [*super().get_readonly_fields(request, obj), *fixed, *published]

    def get_prepopulated_fields(self, request, obj=None):
        """An address that is out is not made up anew (and a read-only one cannot be)."""
        return super().get_prepopulated_fields(request, obj) if obj is None else {}

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(session_count=Count("sessions"))

    @admin.display(description=_("sessions"), ordering="session_count")
    def sessions(self, edition):
        return edition.session_count

    @admin.display(description=_("at a glance"))
    def workspace(self, edition):
        url = reverse("edition_workspace", args=[edition.pk])
        return format_html('<a href="{}">{}</a>', url, _("Open the edition"))

    def save_model(self, request, edition, form, change):
        """Dates and previews change here as they do on the page of the publication."""
        if change:
            keep_former_dates(edition)
        if "visibility" in form.changed_data:
            edition.preview_key = new_secret()
        super().save_model(request, edition, form, change)


class AppearanceInline(StackedInline):
    model = Appearance
    autocomplete_fields = ["speaker", "organisation"]
    extra = 1
    fields = [
        ("speaker", "role", "position"),
        ("honorific", "printed_name"),
        ("job_title", "affiliation"),
        ("organisation", "remark"),
        ("is_confirmed", "is_online"),
    ]


@admin.register(Session)
class SessionAdmin(VersionedAdmin, EditionScopedAdmin):
    list_display = ["heading", "edition", "day", "starts", "ends", "kind", "room", "position"]
    list_filter = ["kind", "day", "is_cancelled", "edition"]
    list_select_related = ["edition__series", "room"]
    search_fields = ["title", "edition__name", "appearances__speaker__name"]
    autocomplete_fields = ["edition", "room"]
    inlines = [AppearanceInline]


@admin.register(Suggestion)
class SuggestionAdmin(StaffOnlyAdmin):
    """Suggestions are made beside the record that they are about, and only decided here."""

    list_display = ["__str__", "kind", "changes", "reason", "suggested_by", "outcome"]
    list_filter = ["outcome"]
    list_select_related = ["suggested_by", "content_type"]
    fields = ["record_link", "changes", "reason", "suggested_by", "suggested_at", "outcome"]
    readonly_fields = ["record_link", "changes", "suggested_at"]
    actions = ["accept_selected", "dismiss_selected"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_decide_permission(self, request):
        return is_staff(request.user)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("record")

    @admin.display(description=_("type"))
    def kind(self, suggestion):
        return suggestion.content_type.name

    @admin.display(description=_("record"))
    def record_link(self, suggestion):
        record = suggestion.record
        if record is None:
            return str(suggestion)
        page = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
        return format_html('<a href="{}">{}</a>', reverse(page, args=[record.pk]), record)

    @admin.display(description=_("proposed changes"))
    def changes(self, suggestion):
        model = suggestion.content_type.model_class()
        changes = [
            (model._meta.get_field(name).verbose_name, before, proposed)
            for name, (before, proposed) in suggestion.values.items()
        ]
        return format_html_join("", "<p>{}: “{}” → “{}”</p>", changes)

    @admin.action(description=_("Accept: take the proposed values over"), permissions=["decide"])
    def accept_selected(self, request, suggestions):
        for suggestion in suggestions.open():
            try:
                accept(suggestion)
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)

    @admin.action(description=_("Dismiss"), permissions=["decide"])
    def dismiss_selected(self, request, suggestions):
        for suggestion in suggestions.open():
            dismiss(suggestion)
