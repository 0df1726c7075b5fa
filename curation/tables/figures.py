from django.utils.translation import gettext_lazy as _

from events.models import Figure

from .table import EditionTable


class Figures(EditionTable):
    name, title, key = "figures", _("Figures"), "id"

    class Meta(EditionTable.Meta):
        model = Figure
        import_id_fields = ["id"]
        fields = [
            "id",
            "measure",
            "qualifier",
            "value",
            "note",
            "source",
            "source_url",
            "source_marks",
            "counted_on",
        ]

    def get_queryset(self):
        return self.edition.figures.all()

    def init_instance(self, row=None):
        return Figure(edition=self.edition)
