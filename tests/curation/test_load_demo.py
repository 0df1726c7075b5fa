import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from curation.models import LoadedFact
from documents.models import Document
from events.models import Edition, Figure, Room, Series, Session
from gallery.models import Album, Photo
from organisations.models import AlternativeName, Organisation, Partnership
from speakers.models import Appearance, Speaker

FOLDER = Path(settings.BASE_DIR) / "data" / "clusters-meet-regions"
CHARLEROI = "editions/charleroi-2024.toml"

APPS = ["events", "organisations", "speakers", "documents", "gallery", "curation"]


@pytest.fixture(autouse=True)
def _files_of_this_test(settings):
    """A storage of its own, so that the files in it are those of this test."""
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    }


@pytest.fixture
def folder(tmp_path):
    """A copy of the real data, for a test to change."""
    return shutil.copytree(FOLDER, tmp_path / "clusters-meet-regions")


def load(folder=FOLDER):
    output = StringIO()
    call_command("load_demo", folder, stdout=output)
    return output.getvalue()


def change(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def count_in_files(header):
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.toml")]
    return sum(text.splitlines().count(header) for text in texts)


def contents():
    """Every row of every table the demo writes to."""
    models = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    models.append(Document.appearances.through)
    return {model._meta.label: list(model.objects.order_by("pk").values()) for model in models}


def stored_files():
    folders = ["documents", "photos"]
    return {
        f"{folder}/{name}"
        for folder in folders
        if default_storage.exists(folder)
        for name in default_storage.listdir(folder)[1]
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "header"),
    [
        (Organisation, "[[organisations]]"),
        (Speaker, "[[speakers]]"),
        (Partnership, "[[partnerships]]"),
        (Figure, "[[figures]]"),
        (Room, "[[rooms]]"),
        (Session, "[[sessions]]"),
        (Appearance, "[[sessions.appearances]]"),
        (Photo, "[[gallery.photos]]"),
    ],
)
def test_loads_each_table_of_the_files_once(model, header):
    load()

    assert model.objects.count() == count_in_files(header) > 0


@pytest.mark.django_db
def test_loads_charleroi_whole():
    load()

    assert Edition.objects.public().count() == Edition.objects.count() == 25
    charleroi = Edition.objects.get(slug="charleroi-2024")
    assert charleroi.keeps_financial_support
    assert charleroi.sessions.filter(day=1).count() == 14
    assert charleroi.sessions.filter(day=2).count() == 4
    assert Appearance.objects.filter(session__edition=charleroi).count() == 5
    assert Album.objects.get().photos.count() == 6
    presentations = charleroi.documents.filter(kind=Document.Kind.PRESENTATION)
    assert {
        (document.title, document.session.title, *document.appearances.values_list("speaker__name"))
        for document in presentations
    } == {
        (appearance.session.title, appearance.session.title, (appearance.speaker.name,))
        for appearance in Appearance.objects.filter(session__edition=charleroi)
    }
    assert charleroi.documents.exclude(kind=Document.Kind.PRESENTATION).count() == 5
    assert not charleroi.documents.filter(file="").exists()


@pytest.mark.django_db
def test_a_second_run_changes_nothing(django_assert_max_num_queries):
    load()
    rows, files = contents(), stored_files()
    assert len(files) == 16

    with django_assert_max_num_queries(30):
        output = load()

    assert contents() == rows
    assert stored_files() == files
    assert output.endswith(": 0 loaded, 0 updated, 0 kept as staff left them\n")


@pytest.mark.django_db
def test_what_staff_changed_stays_and_the_rest_follows_the_file(folder):
    load(folder)
    Session.objects.filter(title="Welcoming Address").update(title="Welcome by the mayor")
    change(folder, CHARLEROI, 'kind = "welcome"', 'kind = "talk"')
    change(folder, CHARLEROI, 'title = "Welcoming Address"', 'title = "Welcoming address"')

    output = load(folder)

    session = Session.objects.get(title="Welcome by the mayor")
    assert session.kind == Session.Kind.TALK
    assert output.endswith(": 0 loaded, 1 updated, 1 kept as staff left them\n")
    load(folder)
    session.refresh_from_db()
    assert session.title == "Welcome by the mayor"


@pytest.mark.django_db
def test_what_staff_emptied_stays_empty():
    load()
    Edition.objects.filter(slug="charleroi-2024").update(theme="")
    presentation = Document.objects.filter(kind=Document.Kind.PRESENTATION).first()
    presentation.appearances.clear()

    load()

    assert Edition.objects.get(slug="charleroi-2024").theme == ""
    assert not presentation.appearances.exists()


@pytest.mark.django_db
def test_new_values_are_checked_beside_those_of_staff(folder):
    """The file moves the edition to days that end before staff's own last day: staff's hold."""
    load(folder)
    ours = Edition.objects.filter(slug="charleroi-2024")
    ours.update(ends_on="2024-11-29")
    change(folder, CHARLEROI, "starts_on = 2024-11-27", "starts_on = 2024-12-01")

    load(folder)

    assert ours.values_list("starts_on__day", "ends_on__day").get() == (27, 29)


@pytest.mark.django_db
def test_what_staff_deleted_is_not_made_again():
    load()
    Session.objects.get(title="Welcoming Address").delete()
    Appearance.objects.get(speaker__slug="thomas-dermine").delete()
    Speaker.objects.get(slug="thomas-dermine").delete()
    Edition.objects.get(slug="milan-2024").delete()
    rows = contents()

    load()

    after = contents()
    del rows["curation.LoadedFact"], after["curation.LoadedFact"]
    assert after == rows


@pytest.mark.django_db
def test_what_is_new_in_the_file_is_not_hung_on_what_staff_deleted(folder):
    load(folder)
    Edition.objects.get(slug="charleroi-2024").delete()
    change(
        folder,
        CHARLEROI,
        "[[sessions]]\n",
        '[[sessions]]\nkey = "x"\ntitle = "X"\n\n[[sessions]]\n',
    )

    load(folder)

    assert not Session.objects.filter(title="X").exists()


@pytest.mark.django_db
def test_what_staff_made_before_is_theirs():
    series = Series.objects.create(name="Ours", slug="clusters-meet-regions")
    edition = Edition.objects.create(series=series, slug="charleroi-2024", name="Ours")
    organisation = Organisation.objects.create(name="Ours", slug="green-win")

    for _ in range(2):
        load()

        for item in (series, edition, organisation):
            item.refresh_from_db()
            assert item.name == "Ours"
        assert not edition.sessions.exists()
        assert not AlternativeName.objects.filter(organisation=organisation).exists()
        assert Edition.objects.count() == 25


@pytest.mark.django_db
def test_a_file_that_staff_replaced_stays():
    load()
    document = Document.objects.get(kind="agenda", edition__slug="charleroi-2024")
    document.file.save("ours.pdf", ContentFile(b"ours"))

    load()

    document.refresh_from_db()
    assert document.file.read() == b"ours"
    assert document.file_name == "ours.pdf"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('organisation = "prognos"', 'organisation = "nobody"', "there is no organisations/nobody"),
        ('speaker = "jan-philipp-kramer"', 'speaker = "x"', "there is no speakers/x"),
        ('kind = "welcome"', 'kind = "wellcome"', "kind: Value 'wellcome' is not a valid choice."),
        ('title = "Welcoming Address"', "", "title: This field cannot be blank."),
        ('title = "Setting the Scene', '# "', "title: This field cannot be blank."),
        ('key = "welcoming-address"', "", "key is missing"),
        ('key = "eurada-oecd-survey"', 'key = "welcoming-address"', "is there twice"),
        ('organisation = "charleroi-metropole"', 'organisation = "igretec"', "is there twice"),
        ("starts_on = 2024-11-27", 'starts_on = "soon"', "starts_on: “soon” does not fit"),
        ("starts_on = 2024-11-27", "starts_on = 2024-12-27", "The last day cannot lie before"),
        ("number = 18", "nummer = 18", "unknown: nummer"),
        ("number = 18", "number =", "Invalid value"),
        ("[gallery]", '[gallery]\nphotographer = "x"', "unknown: photographer"),
    ],
)
def test_an_error_in_the_file_is_told_and_leaves_nothing(folder, old, new, reason):
    change(folder, CHARLEROI, old, new)
    before = contents()

    with pytest.raises(CommandError) as error:
        load(folder)

    assert "charleroi-2024" in str(error.value)
    assert reason in str(error.value)
    assert len(str(error.value).splitlines()) == 1
    assert contents() == before
    assert stored_files() == set()


@pytest.mark.django_db
def test_files_stored_before_an_error_are_removed(folder):
    change(
        folder,
        CHARLEROI,
        '[[gallery.photos]]\nkey = "photo-6"\nsample = true',
        '[[gallery.photos]]\nkey = "photo-6"',
    )

    with pytest.raises(CommandError, match="photo-6: image"):
        load(folder)

    assert stored_files() == set()
    assert not LoadedFact.objects.exists()
