from django.utils.translation import gettext_lazy as _

from events.models import Session
from organisations.models import Organisation
from speakers.models import Appearance, Speaker

from .shared import SharedTable
from .table import EditionTable, reference, remark


class Speakers(SharedTable):
    """Without e-mail addresses: a file is passed on more easily than a page."""

    name, title = "speakers", _("Speakers")
    used_by = ["appearances__session__edition"]

    class Meta(EditionTable.Meta):
        model = Speaker
        import_id_fields = ["slug"]
        fields = ["slug", "name", "honorific", "sort_name", "biography", "website"]

    def get_queryset(self):
        return Speaker.objects.of_edition(self.edition).alphabetical()


class Appearances(EditionTable):
    name, title, key = "appearances", _("Appearances"), "id"
    session = reference("session", "uuid", _("“%(value)s” is no session of this edition."))
    session_title = remark("session__heading", "session_title")
    speaker = reference("speaker", "slug", _("“%(value)s” is no speaker's address."))
    speaker_name = remark("speaker__name", "speaker_name")
    organisation = reference("organisation", "slug", _("“%(value)s” is no organisation's address."))

    class Meta(EditionTable.Meta):
        model = Appearance
        import_id_fields = ["id"]
        fields = [
            "id",
            "session",
            "session_title",
            "speaker",
            "speaker_name",
            "role",
            "position",
            "printed_name",
            "honorific",
            "job_title",
            "affiliation",
            "organisation",
            "remark",
            "is_confirmed",
            "is_online",
        ]

    def get_queryset(self):
        return (
            Appearance.objects.filter(session__edition=self.edition)
            .select_related("session", "speaker", "organisation")
            .order_by("session__day", "session__starts", "session__position", "position", "pk")
        )

    def references(self):
        return {
            "session": Session.objects.filter(edition=self.edition),
            "speaker": Speaker.objects.all(),
            "organisation": Organisation.objects.all(),
        }

    def init_instance(self, row=None):
        return Appearance()
