from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisations.models import Organisation, Partnership

from .shared import SharedTable
from .table import EditionTable, reference, remark


class Organisations(SharedTable):
    name, title = "organisations", _("Organisations")
    used_by = ["partnerships__edition", "appearances__session__edition"]

    class Meta(EditionTable.Meta):
        model = Organisation
        import_id_fields = ["slug"]
        fields = [
            "slug",
            "name",
            "acronym",
            "kind",
            "sector",
            "description",
            "city",
            "country",
            "website",
        ]

    def get_queryset(self):
        here = [Q(**{path: self.edition}) for path in self.used_by]
        return Organisation.objects.filter(here[0] | here[1]).distinct().order_by("name", "pk")


class Partnerships(EditionTable):
    """What the organisations were to the edition."""

    name, title, key = "partnerships", _("Partnerships"), "id"
    organisation = reference("organisation", "slug", _("“%(value)s” is no organisation's address."))
    organisation_name = remark("organisation__name", "organisation_name")

    class Meta(EditionTable.Meta):
        model = Partnership
        import_id_fields = ["id"]
        fields = [
            "id",
            "organisation",
            "organisation_name",
            "role",
            "position",
            "printed_name",
            "note",
        ]

    def get_queryset(self):
        return self.edition.partnerships.select_related("organisation").order_by("position", "pk")

    def references(self):
        return {"organisation": Organisation.objects.all()}

    def init_instance(self, row=None):
        return Partnership(edition=self.edition)
