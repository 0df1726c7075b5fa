"""Two editions, both drafts, with one object of every registered model in each."""

from dataclasses import dataclass, field
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html
from PIL import Image

from curation.suggesting import suggest
from events.models import Organiser
from tests import factories as make

# In every text of an edition that a stranger may not read.
OURS, THEIRS = "Zanzibar", "Timbuktu"


@dataclass
class World:
    ours: dict = field(default_factory=dict)  # label of a model → its object in our edition
    theirs: dict = field(default_factory=dict)
    users: dict = field(default_factory=dict)  # role → user

    def client(self, role):
        client = Client()
        if role != "signed-out":
            client.force_login(self.users[role])
        return client

    def hidden_from(self, role):
        """The word that no page may show to the role."""
        if role in {"staff", "both"}:
            return None
        return {"other": OURS, "signed-out": OURS}.get(role, THEIRS)


def build_world():
    world = World(ours=build_edition(OURS), theirs=build_edition(THEIRS))
    roles = {role: (role, world.ours) for role in ("manager", "editor", "viewer")}
    roles["other"] = ("manager", world.theirs)
    for name, (role, side) in roles.items():
        organiser = make.OrganiserFactory(edition=side["events.Edition"], role=Organiser.Role(role))
        world.users[name] = organiser.user
    world.users["both"] = make.UserFactory()
    for role, side in [("viewer", world.ours), ("editor", world.theirs)]:
        make.OrganiserFactory(
            user=world.users["both"], edition=side["events.Edition"], role=Organiser.Role(role)
        )
    world.users["staff"] = make.StaffFactory(is_superuser=False)
    return world


def build_edition(mark):
    series = make.SeriesFactory(name=f"{mark} series", slug=f"{mark.lower()}-series")
    edition = make.EditionFactory(series=series, name=mark, slug=mark.lower())
    user = make.UserFactory(email=f"{mark.lower()}@example.org", name=f"{mark} person")
    # The name may be chosen by every editor; what else is known of the speaker may not be read.
    speaker = make.SpeakerFactory(
        name="Ada",
        slug=f"ada-{len(mark)}{ord(mark[0])}",
        email=f"ada@{mark.lower()}.example",
        biography=f"Of {mark}",
    )
    organisation = make.OrganisationFactory(name="Guild", description=f"Of {mark}")
    room = make.RoomFactory(edition=edition, name=f"{mark} hall")
    session = make.SessionFactory(edition=edition, title=f"{mark} session", room=room)
    appearance = make.AppearanceFactory(
        session=session, speaker=speaker, affiliation=f"{mark} works", organisation=organisation
    )
    album = make.AlbumFactory(edition=edition, title=f"{mark} album")
    objects = [
        series,
        edition,
        user,
        speaker,
        organisation,
        room,
        session,
        appearance,
        album,
        make.OrganiserFactory(edition=edition, user=user),
        make.FigureFactory(edition=edition, note=f"{mark} figure"),
        make.CoLocatedEventFactory(edition=edition, name=f"{mark} fair"),
        make.GuidedTourFactory(edition=edition, name=f"{mark} tour"),
        make.FormerDatesFactory(edition=edition, note=f"{mark} dates"),
        make.AlternativeNameFactory(organisation=organisation, name=f"{mark} guild"),
        make.PartnershipFactory(
            edition=edition, organisation=organisation, printed_name=f"{mark} guild"
        ),
        make.DocumentFactory(edition=edition, title=f"{mark} paper", session=session),
        make.PhotoFactory(album=album, caption=f"{mark} photo"),
        suggest(speaker, values={}, reason=f"{mark} hearsay", by=user),
    ]
    return {obj._meta.label: obj for obj in objects}


def picture():
    file = BytesIO()
    Image.new("RGB", (6, 4)).save(file, "JPEG")
    return SimpleUploadedFile("new.jpg", file.getvalue(), "image/jpeg")


def form_of(response):
    """The values of the admin's form as a browser would send them back."""
    page = html.fromstring(response.content.decode())
    values = {}
    for form in page.xpath("//div[@id='content-main']//form[@method='post']"):
        values |= values_of(form)
    return values


def values_of(form):
    values = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value)
    return values
