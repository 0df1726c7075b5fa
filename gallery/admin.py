from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.admin_scope import EditionScopedAdmin
from events.inlines import TabularInline

from .models import Album, Photo


class PhotoInline(TabularInline):
    model = Photo
    fields = ["image", "caption", "alternative_text", "credit", "position"]
    extra = 1


@admin.register(Album)
class AlbumAdmin(EditionScopedAdmin):
    list_display = ["title", "edition", "position"]
    list_filter = ["edition"]
    list_select_related = ["edition__series"]
    search_fields = ["title", "edition__name"]
    autocomplete_fields = ["edition"]
    inlines = [PhotoInline]


@admin.register(Photo)
class PhotoAdmin(EditionScopedAdmin):
    edition_path = "album__edition"
    list_display = ["__str__", "album", "has_alternative_text", "credit", "position"]
    list_filter = [("alternative_text", admin.EmptyFieldListFilter), "album__edition"]
    list_select_related = ["album"]
    search_fields = ["caption", "alternative_text", "credit"]
    autocomplete_fields = ["album"]
    readonly_fields = ["key", "width", "height"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "taken_at":
            # One label cannot name two inputs.
            date, time = field.widget.widgets
            date.attrs["aria-label"] = _("Date it was taken")
            time.attrs["aria-label"] = _("Time it was taken")
        return field

    @admin.display(description=_("alternative text"), boolean=True)
    def has_alternative_text(self, photo):
        return bool(photo.alternative_text)
