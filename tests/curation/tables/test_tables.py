"""Tables of an edition as files: what goes out, comes in, is shown before, and is refused."""

import csv
from datetime import date, time, timedelta
from io import BytesIO, StringIO

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains

from curation.tables.all import TABLES
from curation.tables.waiting import FOLDER
from events.models import Figure, Session
from organisations.models import Organisation
from speakers.models import Appearance, Speaker
from tests.factories import (
    AppearanceFactory,
    EditionFactory,
    FigureFactory,
    OrganisationFactory,
    OrganiserFactory,
    PartnershipFactory,
    RoomFactory,
    SessionFactory,
    SpeakerFactory,
    StaffFactory,
)
from tests.pages import text_of

pytestmark = pytest.mark.django_db

NAMES = [table.name for table in TABLES]
FORMULA = '=HYPERLINK("http://example.org")'


@pytest.fixture
def edition():
    """Something in every table, with text that is awkward in a file."""
    edition = EditionFactory(slug="charleroi-2024")
    organisation = OrganisationFactory(name="+Walloon, “Green”; Win", country="BE", kind="cluster")
    session = SessionFactory(
        edition=edition,
        title=FORMULA,
        abstract="- one\r\n- two\r\n\r\n;=3 \x07",
        starts=time(22, 30),
        ends=time(0, 15),
        room=RoomFactory(edition=edition, name="@Foyer"),
        kind="panel",
        number="01",
    )
    AppearanceFactory(
        session=session,
        speaker__name="Ana Zorro",
        speaker__email="ana@example.org",
        affiliation="  ＝1+1",
        job_title="'=1",
        organisation=organisation,
        is_online=True,
    )
    PartnershipFactory(edition=edition, organisation=organisation, note="\t-1")
    FigureFactory(edition=edition, counted_on=date(2024, 11, 28), note="@home")
    return edition


@pytest.fixture
def other():
    """Another edition, whose rows must neither be told of nor be touched."""
    edition = EditionFactory(name="Secretville")
    AppearanceFactory(
        session__edition=edition, session__title="Secret talk", speaker__name="Secret speaker"
    )
    PartnershipFactory(edition=edition, organisation__name="Secret cluster")
    FigureFactory(edition=edition, note="Secret count")
    return edition


@pytest.fixture
def editor(client, edition):
    client.force_login(OrganiserFactory(edition=edition, role="editor").user)
    return client


def download(client, edition, table, ending="csv"):
    return client.get(reverse("edition_table", args=[edition.pk, table, ending])).content


def rows_of(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


def upload(client, edition, table, content):
    if isinstance(content, list):
        file = StringIO()
        csv.writer(file).writerows(content)
        content = file.getvalue().encode()
    address = reverse("edition_table_import", args=[edition.pk, table])
    return client.post(address, {"file": SimpleUploadedFile("table", content)})


def confirm(client, edition, table, preview):
    address = reverse("edition_table_confirm", args=[edition.pk, table])
    return client.post(address, {"ticket": preview.context["ticket"]}, follow=True)


def outcome(response):
    found = response.context["outcome"]
    states = ["new", "changed", "unchanged", "left_alone", "refused"]
    return {state: len(rows) for state in states if (rows := getattr(found, state))}


def errors(response):
    return [(row.number, row.errors) for row in response.context["outcome"].refused]


@pytest.mark.parametrize("table", NAMES)
def test_a_table_holds_the_rows_of_its_edition_alone(editor, edition, other, table):
    for ending in ["csv", "xlsx"]:
        response = editor.get(reverse("edition_table", args=[edition.pk, table, ending]))
        assert response.headers["Cache-Control"] == "private, no-store"
        name = f"charleroi-2024-{table}.{ending}"
        assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    content = download(editor, edition, table).decode()
    assert len(rows_of(content.encode())) == 2
    assert "secret" not in content.casefold()
    assert "ana@example.org" not in content


@pytest.mark.parametrize("table", NAMES)
def test_no_cell_of_a_workbook_is_a_formula(editor, edition, table):
    sheet = load_workbook(BytesIO(download(editor, edition, table, "xlsx"))).active

    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [c.value for c in cells if c.value.lstrip()[0] in "=+-@＝＋－＠\t\r"] == []


@pytest.mark.parametrize("table", NAMES)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_of_a_csv_is_a_formula_however_it_is_cut(editor, edition, table, separator):
    text = download(editor, edition, table).decode("utf-8-sig")

    cells = [cell for row in csv.reader(StringIO(text), delimiter=separator) for cell in row]
    assert [c for c in cells if c.strip()[:1] and c.strip()[0] in "=+-@＝＋－＠"] == []


def test_the_formulas_are_there_as_text(editor, edition):
    headers, row = rows_of(download(editor, edition, "sessions"))

    cells = dict(zip(headers, row, strict=True))
    assert cells["title"] == f"'{FORMULA}"
    assert cells["abstract"] == "'- one\n'- two\n\n;'=3 "
    assert (cells["starts"], cells["room"], cells["number"]) == ("22:30", "'@Foyer", "01")


@pytest.mark.parametrize("table", NAMES)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_same_file_again_changes_nothing(editor, edition, other, table, ending):
    response = upload(editor, edition, table, download(editor, edition, table, ending))

    assert outcome(response) == {"unchanged": 1}
    assert not response.context["ticket"]


def test_a_preview_shows_each_difference_and_writes_nothing(editor, edition):
    headers, row = rows_of(download(editor, edition, "sessions"))
    changed = [
        cell if name != "title" else "Opening" for name, cell in zip(headers, row, strict=True)
    ]
    new = ["" if name not in {"title", "day"} else "2" for name in headers]

    response = upload(editor, edition, "sessions", [headers, changed, new])

    assert outcome(response) == {"new": 1, "changed": 1}
    assert "New: 1. Changed: 1. Unchanged: 0." in text_of(response)
    assertContains(response, "<del>=HYPERLINK(&quot;http://example.org&quot;)</del>")
    assertContains(response, "<ins>Opening</ins>")
    assert Session.objects.get().title == FORMULA


def test_a_confirmed_import_is_written_as_one_named_step(editor, edition):
    kept = edition.sessions.get()
    table = [["uuid", "title", "starts"], [str(kept.uuid), "Opening", "9:30:00"], ["", "New", ""]]

    confirm(editor, edition, "sessions", upload(editor, edition, "sessions", table))

    assert list(edition.sessions.order_by("pk").values_list("title", "starts", "day")) == [
        ("Opening", time(9, 30), 1),
        ("New", None, 1),
    ]
    kept.refresh_from_db()
    # Columns that the file leaves out stay as they were.
    assert (kept.kind, kept.room.name) == ("panel", "@Foyer")
    steps = Session.history.filter(step_name="Import of sessions")
    assert steps.count() == 2
    assert len(set(steps.values_list("step"))) == 1


def test_new_sessions_come_last_in_the_order_of_the_file(editor, edition):
    edition.sessions.update(position=70)
    table = [["uuid", "title"], ["", "First"], ["", "Second"]]

    confirm(editor, edition, "sessions", upload(editor, edition, "sessions", table))

    assert dict(edition.sessions.filter(position__gt=70).values_list("title", "position")) == {
        "First": 71,
        "Second": 72,
    }


def test_one_bad_row_holds_back_all_of_them(editor, edition):
    table = [["id", "measure", "value"], ["", "participants", "9"], ["", "visitors", "many"]]

    response = upload(editor, edition, "figures", table)

    assert errors(response) == [
        (3, ["measure: “visitors” is none of the choices.", "value: “many” is no whole number."])
    ]
    assertContains(response, "Row 3")
    assert not response.context["ticket"]
    assert Figure.objects.count() == 1


@pytest.mark.parametrize(
    ("table", "row", "told"),
    [
        ("sessions", {"title": ""}, "title: This field cannot be blank."),
        ("sessions", {"starts": "soon"}, "starts: “soon” is no time; write it like 09:30."),
        ("sessions", {"starts": "", "ends": "10:00"}, "Give the start as well as the end."),
        ("sessions", {"day": "99"}, "day: Ensure this value is less than or equal to 31."),
        ("sessions", {"is_cancelled": "maybe"}, "is_cancelled: “maybe” is neither yes nor no."),
        ("figures", {"counted_on": "0001-01-01"}, "counted_on: Give a year between 1990 and 2099."),
        ("figures", {"counted_on": "28/11/24"}, "no date; write it like 2024-11-27."),
        ("organisations", {"website": "javascript:alert(1)"}, "website: Enter a valid URL."),
        ("organisations", {"country": "Belgium?"}, "country: “Belgium?” is none of the choices."),
        ("appearances", {"speaker": "nobody"}, "speaker: “nobody” is no speaker's address."),
    ],
)
def test_a_refusal_is_a_sentence_with_row_and_column(editor, edition, table, row, told):
    headers, cells = rows_of(download(editor, edition, table))
    typed = [row.get(name, cell) for name, cell in zip(headers, cells, strict=True)]

    response = upload(editor, edition, table, [headers, typed])

    ((number, sentences),) = errors(response)
    assert number == 2
    assert told in " ".join(map(str, sentences))


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (["uuid", "secret"], "There is no column “secret”."),
        (["uuid", "title", "title"], "The column “title” is there twice."),
        (["title"], "The column “uuid” is missing."),
        (["uuid", "edition"], "There is no column “edition”."),
    ],
)
def test_a_file_of_other_columns_is_refused(editor, edition, columns, told):
    response = upload(editor, edition, "sessions", [columns, ["x"] * len(columns)])

    assertContains(response, told)
    assert Session.objects.count() == 1


def test_rows_of_another_edition_are_refused_as_if_they_were_not_there(editor, edition, other):
    session, figure = other.sessions.get(), other.figures.get()
    appearance, partnership = session.appearances.get(), other.partnerships.get()
    room = RoomFactory(edition=other, name="Secret room")
    mine = edition.sessions.get()
    attempts = {
        "sessions": [["uuid", "title"], [str(session.uuid), "Taken"]],
        "figures": [["id", "note"], [str(figure.pk), "Taken"]],
        "appearances": [["id", "remark"], [str(appearance.pk), "Taken"]],
        "partnerships": [["id", "note"], [str(partnership.pk), "Taken"]],
    }
    for table, rows in attempts.items():
        response = upload(editor, edition, table, rows)
        assert errors(response) == [
            (2, [f"{rows[0][0]}: “{rows[1][0]}” is not in this edition."])
        ], table
        assertNotContains(response, "Secret")
    into = [["id", "session"], [str(mine.appearances.get().pk), str(session.uuid)]]
    assert errors(upload(editor, edition, "appearances", into)) == [
        (2, [f"session: “{session.uuid}” is no session of this edition."])
    ]
    in_room = [["uuid", "room"], [str(mine.uuid), room.name]]
    assert errors(upload(editor, edition, "sessions", in_room)) == [
        (2, ["room: There is no room “Secret room” in this edition."])
    ]


def test_a_row_that_is_there_twice_is_refused(editor, edition):
    uuid = str(edition.sessions.get().uuid)

    response = upload(editor, edition, "sessions", [["uuid"], [uuid], [uuid]])

    assert errors(response) == [(3, [f"uuid: “{uuid}” stands in another row already."])]


@pytest.mark.parametrize("user", ["editor", "staff"])
def test_a_shared_speaker_is_matched_and_not_changed(client, edition, user):
    organiser = OrganiserFactory(edition=edition, role="editor").user
    client.force_login(organiser if user == "editor" else StaffFactory())
    shared = edition.sessions.get().appearances.get().speaker
    AppearanceFactory(speaker=shared)
    elsewhere = AppearanceFactory(speaker__name="Bo").speaker
    table = [["slug", "name"], [shared.slug, "X"], [elsewhere.slug, "X"], ["cy", "Cy"]]

    response = upload(client, edition, "speakers", table)
    assert outcome(response) == {"new": 1, "left_alone": 2}
    confirm(client, edition, "speakers", response)

    assert set(Speaker.objects.values_list("name", flat=True)) >= {"Ana Zorro", "Bo", "Cy"}
    assert not Speaker.objects.filter(name="X").exists()


def test_a_shared_organisation_is_matched_and_not_changed(editor, edition):
    shared = edition.partnerships.get().organisation
    AppearanceFactory(organisation=shared)

    response = upload(editor, edition, "organisations", [["slug", "name"], [shared.slug, "X"]])

    assert outcome(response) == {"left_alone": 1}


def test_the_editions_own_speaker_is_changed_and_appearances_keep_their_text(editor, edition):
    appearance = edition.sessions.get().appearances.get()
    table = [["slug", "name"], [appearance.speaker.slug, "Ana Zorro-Diaz"]]

    confirm(editor, edition, "speakers", upload(editor, edition, "speakers", table))

    assert Speaker.objects.get().name == "Ana Zorro-Diaz"
    assert Appearance.objects.get().affiliation == appearance.affiliation


def test_an_unused_record_is_changed_by_whoever_made_it(editor, edition):
    table = [["slug", "name"], ["cy", "Cy"]]
    confirm(editor, edition, "speakers", upload(editor, edition, "speakers", table))
    SpeakerFactory(slug="di", name="Di")

    again = upload(editor, edition, "speakers", [["slug", "name"], ["cy", "X"], ["di", "X"]])

    assert outcome(again) == {"changed": 1, "left_alone": 1}


def test_a_known_name_without_address_makes_no_second_record(editor, edition):
    SpeakerFactory(name="Bo", slug="bo")
    table = [["slug", "name"], ["", "Bo"], ["", "Éva"], ["", "Éva"]]

    response = upload(editor, edition, "speakers", table)

    assert errors(response) == [
        (2, ["slug: The name is known: put its address, “bo”, or another one."]),
        (4, ["slug: The name is known: put its address, “eva”, or another one."]),
    ]


def test_a_former_address_means_the_record_it_leads_to(editor, edition):
    speaker = edition.sessions.get().appearances.get().speaker
    speaker.former_addresses.create(slug="a-zorro")

    response = upload(editor, edition, "speakers", [["slug", "name"], ["a-zorro", "Ana Diaz"]])
    confirm(editor, edition, "speakers", response)

    assert list(Speaker.objects.values_list("name", "slug")) == [("Ana Diaz", speaker.slug)]


def test_a_new_address_is_none_that_anybody_has_or_had(editor, edition):
    speaker = edition.sessions.get().appearances.get().speaker
    speaker.former_addresses.create(slug="lukasz")
    SpeakerFactory(slug="lukasz-2", name="Another")
    table = [["slug", "name"], ["", "Łukasz"]]

    confirm(editor, edition, "speakers", upload(editor, edition, "speakers", table))

    assert Speaker.objects.get(name="Łukasz").slug == "lukasz-3"


def test_a_whole_edition_comes_in_by_its_tables(client):
    edition = EditionFactory()
    RoomFactory(edition=edition, name="Foyer")
    client.force_login(OrganiserFactory(edition=edition, role="editor").user)

    def bring_in(table, *rows):
        confirm(client, edition, table, upload(client, edition, table, [list(row) for row in rows]))

    bring_in("sessions", ("uuid", "title", "kind", "room"), ("", "Welcome", "Welcome", "Foyer"))
    bring_in("speakers", ("slug", "name"), ("ana", "Ana Zorro"))
    bring_in("organisations", ("slug", "name", "country"), ("", "Greenwin", "Belgium"))
    uuid = str(edition.sessions.get().uuid)
    bring_in("appearances", ("id", "session", "speaker", "role"), ("", uuid, "ana", "moderator"))
    bring_in("partnerships", ("id", "organisation", "role"), ("", "greenwin", "host"))
    bring_in("figures", ("id", "measure", "value"), ("", "on_site", "120"))

    assert str(Appearance.objects.get()) == "Ana Zorro – Welcome"
    assert str(edition.partnerships.get()) == "Greenwin (Host)"
    assert str(edition.figures.get()) == "120 on site"
    assert Organisation.objects.get().country.code == "BE"


def test_what_changed_since_the_preview_is_shown_again(editor, edition):
    session = edition.sessions.get()
    preview = upload(
        editor, edition, "sessions", [["uuid", "title"], [str(session.uuid), "Opening"]]
    )
    Session.objects.update(title="Changed by somebody else")

    response = confirm(editor, edition, "sessions", preview)

    assertContains(response, "Something changed meanwhile")
    assertContains(response, "<del>Changed by somebody else</del>")
    assert Session.objects.get().title == "Changed by somebody else"
    confirm(editor, edition, "sessions", response)
    assert Session.objects.get().title == "Opening"


@pytest.mark.parametrize(
    "whose", ["another person's", "another edition's", "another table's", "used"]
)
def test_a_ticket_is_good_once_for_its_own_person_edition_and_table(client, edition, whose):
    organiser = OrganiserFactory(edition=edition, role="editor")
    mine = OrganiserFactory(user=organiser.user, edition__name="Mine too", role="editor").edition
    client.force_login(organiser.user)
    preview = upload(client, edition, "figures", [["id", "measure", "value"], ["", "online", "9"]])
    at, table = edition, "figures"
    if whose == "another person's":
        client.force_login(OrganiserFactory(edition=edition, role="editor").user)
    if whose == "another edition's":
        at = mine
    if whose == "another table's":
        table = "sessions"
    if whose == "used":
        confirm(client, edition, "figures", preview)
    before = Figure.objects.count()

    response = confirm(client, at, table, preview)

    assertContains(response, "This preview is no longer valid.")
    assert Figure.objects.count() == before


def test_an_upload_is_not_kept_longer_than_needed(editor, edition):
    table = [["id", "measure", "value"], ["", "online", "9"]]
    abandoned = upload(editor, edition, "figures", table)
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        confirm(editor, edition, "figures", upload(editor, edition, "figures", table))

        assert default_storage.listdir(FOLDER)[1] == []
        assertContains(confirm(editor, edition, "figures", abandoned), "no longer valid")


@pytest.mark.parametrize(
    ("role", "statuses"),
    [("viewer", (200, 403, 403)), ("editor", (200, 200, 302)), ("other", (404, 404, 404))],
)
def test_who_may_take_out_and_who_may_bring_in(client, edition, role, statuses):
    at = EditionFactory() if role == "other" else edition
    user = OrganiserFactory(edition=at, role="editor" if role == "other" else role).user
    client.force_login(user)
    pages = ["edition_table", "edition_table_import", "edition_table_confirm"]
    arguments = [("figures", "csv"), ("figures",), ("figures",)]

    answers = [
        client.post(reverse(page, args=[edition.pk, *args])).status_code
        for page, args in zip(pages, arguments, strict=True)
    ]

    assert answers == list(statuses)
    tables = client.get(reverse("edition_tables", args=[edition.pk]))
    assert ("Upload figures" in tables.content.decode()) is (role == "editor")


@pytest.mark.parametrize("address", ["x.csv", "sessions.xls", "users/", "users.csv"])
def test_there_is_no_other_table(editor, edition, address):
    tables = reverse("edition_tables", args=[edition.pk])

    assert editor.get(f"{tables}{address}").status_code == 404


@pytest.mark.parametrize("count", [3, 30])
@pytest.mark.parametrize("table", NAMES)
def test_queries_do_not_grow_with_the_table(
    editor, edition, table, count, django_assert_max_num_queries
):
    organisation = OrganisationFactory()
    for _ in range(count):
        session = SessionFactory(edition=edition, room=RoomFactory(edition=edition))
        AppearanceFactory(session=session, organisation=organisation)
        PartnershipFactory(edition=edition)
        FigureFactory(edition=edition)

    # Session, user, the edition, two questions what the user may, and the table.
    with django_assert_max_num_queries(12):
        content = download(editor, edition, table)
    # Of rows that stay only a savepoint is left to pay for.
    with django_assert_max_num_queries(32 + 2 * len(rows_of(content))):
        upload(editor, edition, table, content)
