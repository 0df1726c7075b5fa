from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from events.models import Session

from .table import EditionTable, reference


class Sessions(EditionTable):
    name, title, key = "sessions", _("Sessions"), "uuid"
    room = reference("room", "name", _("There is no room “%(value)s” in this edition."))

    class Meta(EditionTable.Meta):
        model = Session
        import_id_fields = ["uuid"]
        fields = [
            "uuid",
            "day",
            "starts",
            "ends",
            "position",
            "kind",
            "number",
            "title",
            "language",
            "abstract",
            "room",
            "choice_group",
            "is_cancelled",
        ]

    def get_queryset(self):
        return self.edition.sessions.in_place().select_related("room")

    def references(self):
        return {"room": self.edition.rooms.all()}

    def before_import(self, dataset, **kwargs):
        super().before_import(dataset, **kwargs)
        last = self.edition.sessions.aggregate(last=Max("position"))["last"]
        self.next_place = 0 if last is None else last + 1

    def init_instance(self, row=None):
        """New ones come last, in the order of the file."""
        self.next_place += 1
        return Session(edition=self.edition, position=self.next_place - 1)
