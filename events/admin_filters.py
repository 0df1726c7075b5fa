from django.contrib import admin
from django.contrib.admin.exceptions import NotRegistered
from django.contrib.admin.options import IncorrectLookupParameters


def with_what_str_reads(model_admin, rows):
    """Load along what naming a row needs, which the admin says for its own list."""
    related = model_admin.list_select_related
    return rows.select_related(*related) if related else rows


class ScopedRelatedFilter(admin.RelatedFieldListFilter):
    """Offers the related rows that the person may see, and filters by no others.

    Django's own fills its sidebar from the whole table, which tells the titles of drafts.
    """

    def field_choices(self, field, request, model_admin):
        try:
            related = model_admin.admin_site.get_model_admin(field.related_model)
        except NotRegistered:
            return []
        rows = with_what_str_reads(related, related.get_queryset(request))
        return [(row.pk, str(row)) for row in rows]

    def queryset(self, request, queryset):
        offered = {str(value) for value, _ in self.lookup_choices}
        if not set(map(str, self._values_asked())) <= offered:
            raise IncorrectLookupParameters
        if self.lookup_val_isnull and not self.include_empty_choice:
            raise IncorrectLookupParameters
        return super().queryset(request, queryset)

    def _values_asked(self):
        return self.lookup_val or []


admin.FieldListFilter.register(
    lambda field: field.remote_field, ScopedRelatedFilter, take_priority=True
)
