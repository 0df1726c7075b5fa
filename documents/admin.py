from django.contrib import admin

from events.admin_scope import EditionScopedAdmin

from .models import Document


@admin.register(Document)
class DocumentAdmin(EditionScopedAdmin):
    list_display = ["title", "kind", "edition", "file_type", "size", "updated_at"]
    list_filter = ["kind", "edition"]
    list_select_related = ["edition__series"]
    search_fields = ["title", "description", "edition__name", "appearances__speaker__name"]
    autocomplete_fields = ["edition", "session", "appearances"]
    readonly_fields = ["key", "file_name", "size", "sha256", "updated_at"]
