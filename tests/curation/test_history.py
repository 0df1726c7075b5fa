import pytest
from django.urls import reverse

from events.models import Organiser
from speakers.models import Speaker
from tests.curation.steps import change, in_one_step
from tests.factories import (
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    OrganiserFactory,
    SessionFactory,
    SpeakerFactory,
    StaffFactory,
    UserFactory,
)
from tests.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory(name="Graz")


@pytest.fixture
def staff(client):
    staff = StaffFactory(name="Ada")
    client.force_login(staff)
    return staff


def page(edition):
    return reverse("edition_history", args=[edition.pk])


def undo(edition, step):
    return reverse("edition_undo", args=[edition.pk, step])


def test_each_step_says_who_changed_what_from_what_to_what(client, staff, edition):
    session = SessionFactory(edition=edition, title="Welcome")
    in_one_step(change, session, title="Wellcome", by=UserFactory(name="Grace Hopper"))

    text = text_of(client.get(page(edition)))

    assert "by Grace Hopper Undo Changed: Session “Wellcome” Title before: Welcome" in text
    assert "then: Wellcome" in text


def test_what_hung_on_a_deleted_session_is_still_told(client, staff, edition):
    session = SessionFactory(edition=edition, title="Welcome")
    appearance = AppearanceFactory(session=session, speaker__name="Hedy Lamarr")
    deck = DocumentFactory(edition=edition, title="Slides")
    deck.appearances.add(appearance)
    in_one_step(session.delete)

    text = text_of(client.get(page(edition)))

    assert "Deleted: Session “Welcome”" in text
    assert "Deleted: Appearance “Hedy Lamarr – Welcome”" in text
    assert "Changed: Document “Slides” Presented by before: Hedy Lamarr – Welcome" in text


def test_another_edition_s_changes_are_not_told(client, staff, edition):
    SessionFactory(title="Secret")

    assert "Secret" not in text_of(client.get(page(edition)))


def test_what_moved_away_is_told_where_it_is_now(client, edition, organisers_come_in):
    session = SessionFactory(edition=edition)
    AppearanceFactory(session=session, speaker__name="Hedy Lamarr")
    change(session, edition=EditionFactory())

    for user in (StaffFactory(), OrganiserFactory(edition=edition).user):
        client.force_login(user)
        text = text_of(client.get(page(edition)))
        assert "Added: Session" in text
        assert "Hedy Lamarr" not in text


def test_an_undo_undoes(client, staff, edition):
    session = SessionFactory(edition=edition, title="Welcome")
    step = in_one_step(change, session, title="Wellcome")

    response = client.post(undo(edition, step), follow=True)

    assert "Undone." in response.content.decode()
    session.refresh_from_db()
    assert session.title == "Welcome"
    assert session.history.first().history_user == staff


def test_a_refusal_says_why(client, staff, edition):
    session = SessionFactory(edition=edition, title="Welcome")
    step = in_one_step(change, session, title="Wellcome")
    change(session, title="Later work")

    response = client.post(undo(edition, step), follow=True)

    assert "Nothing was undone. Session “Wellcome” was changed since" in response.content.decode()
    session.refresh_from_db()
    assert session.title == "Later work"


def test_nothing_is_undone_by_a_link(client, staff, edition):
    session = SessionFactory(edition=edition)
    step = in_one_step(change, session, title="Wellcome")

    assert client.get(undo(edition, step)).status_code == 405
    session.refresh_from_db()
    assert session.title == "Wellcome"


@pytest.mark.parametrize(
    ("role", "status", "title"),
    [("viewer", 403, "Wellcome"), ("editor", 302, "Welcome"), ("manager", 302, "Welcome")],
)
def test_who_edits_may_undo(client, edition, role, status, title, organisers_come_in):
    session = SessionFactory(edition=edition, title="Welcome")
    step = in_one_step(change, session, title="Wellcome")
    client.force_login(OrganiserFactory(edition=edition, role=role).user)

    assert client.post(undo(edition, step)).status_code == status
    session.refresh_from_db()
    assert session.title == title


def test_a_step_of_another_edition_is_not_undone_from_one_s_own(
    client, edition, organisers_come_in
):
    session = SessionFactory(title="Secret")
    step = in_one_step(change, session, title="Sacred")
    client.force_login(OrganiserFactory(edition=edition, role="manager").user)

    assert client.post(undo(edition, step)).status_code == 404
    session.refresh_from_db()
    assert session.title == "Sacred"


def test_a_step_that_reached_into_another_edition_is_not_for_its_organiser(
    client, edition, organisers_come_in
):
    mine, other = SessionFactory(edition=edition), SessionFactory(title="Secret")

    def edit():
        change(mine, title="New")
        change(other, title="Sacred")
        AppearanceFactory(session=other, speaker__name="Hedy Lamarr")

    step = in_one_step(edit)
    client.force_login(OrganiserFactory(edition=edition, role="manager").user)
    text = text_of(client.get(page(edition)))

    assert "This is a part of what was done then." in text
    assert "Session “New”" in text
    assert "Sacred" not in text
    assert "Hedy Lamarr" not in text
    assert client.post(undo(edition, step)).status_code == 404
    other.refresh_from_db()
    assert other.title == "Sacred"


@pytest.mark.parametrize(("role", "undone"), [("editor", False), ("manager", True)])
def test_who_withdrew_a_publication_is_not_overruled_by_an_editor(
    client, edition, role, undone, organisers_come_in
):
    change(edition, visibility="public")
    step = in_one_step(change, edition, visibility="draft")
    client.force_login(OrganiserFactory(edition=edition, role=role).user)

    client.post(undo(edition, step))

    edition.refresh_from_db()
    assert edition.is_public is undone


def test_roles_are_given_back_only_by_those_who_invite(client, edition, organisers_come_in):
    removed = OrganiserFactory(edition=edition)
    step = in_one_step(removed.delete)
    client.force_login(OrganiserFactory(edition=edition, role="editor").user)

    assert str(removed.user) not in text_of(client.get(page(edition)))
    assert client.post(undo(edition, step)).status_code == 404
    assert Organiser.objects.filter(user=removed.user).count() == 0


def test_a_speaker_s_address_is_shown_to_staff_alone(client, edition, organisers_come_in):
    def add():
        speaker = SpeakerFactory(name="Hedy Lamarr", email="hedy@example.org")
        AppearanceFactory(session__edition=edition, speaker=speaker)

    in_one_step(add)
    client.force_login(StaffFactory())
    assert "hedy@example.org" in text_of(client.get(page(edition)))
    client.force_login(OrganiserFactory(edition=edition, role="viewer").user)
    text = text_of(client.get(page(edition)))
    assert "Added: Speaker “Hedy Lamarr”" in text
    assert "hedy@example.org" not in text


def test_an_editor_undoes_the_speaker_added_in_the_same_step(client, edition, organisers_come_in):
    session = SessionFactory(edition=edition)
    step = in_one_step(AppearanceFactory, session=session)
    client.force_login(OrganiserFactory(edition=edition).user)

    client.post(undo(edition, step))

    assert Speaker.objects.count() == 0


def test_secrets_of_links_are_not_shown(client, staff, edition):
    in_one_step(change, edition, preview_key="secretsecretsecret")

    assert "secretsecretsecret" not in client.get(page(edition)).content.decode()


def test_filters_by_person_and_by_kind(client, staff, edition):
    grace = UserFactory(name="Grace")
    session = SessionFactory(edition=edition, title="Welcome")
    in_one_step(change, session, title="By Grace", by=grace)
    in_one_step(change, edition, theme="By Ada", by=staff)

    by_grace = text_of(client.get(page(edition), {"person": grace.pk}))
    sessions = text_of(client.get(page(edition), {"kind": "events.session"}))

    assert "By Grace" in by_grace
    assert "By Ada" not in by_grace
    assert "By Grace" in sessions
    assert "By Ada" not in sessions


def test_pages_go_on_where_the_last_one_ended(client, staff, edition):
    session = SessionFactory(edition=edition, title="0")
    for number in range(1, 31):
        change(session, title=f"Title {number}.")

    first = client.get(page(edition))
    older = first.context["older"]
    change(session, title="New meanwhile")
    second = client.get(f"{page(edition)}?{older}")

    assert [s.entries[0].fields[0].new for s in first.context["steps"]] == [
        f"Title {number}." for number in range(30, 10, -1)
    ]
    assert [s.entries[0].fields[0].new for s in second.context["steps"]][:10] == [
        f"Title {number}." for number in range(10, 0, -1)
    ]
    assert second.context["older"] is None


@pytest.mark.parametrize("key", ["x", "2024-01-01_x", "2024-01-01T00:00:00_00"])
def test_a_mistyped_key_is_the_newest_page(client, staff, edition, key):
    assert client.get(page(edition), {"before": key}).status_code == 200


@pytest.mark.parametrize("count", [3, 30])
@pytest.mark.parametrize("person", ["staff", "organiser"])
def test_queries_do_not_grow_with_the_steps(
    client, edition, count, person, django_assert_num_queries, organisers_come_in, monkeypatch
):
    monkeypatch.setattr("curation.paging.STEPS_A_PAGE", 100)
    user = StaffFactory() if person == "staff" else OrganiserFactory(edition=edition).user
    for _ in range(count):
        appearance = in_one_step_made(edition)
        in_one_step(change, appearance.session, title="New")
    client.force_login(user)
    client.get(page(edition))

    with django_assert_num_queries({"staff": 19, "organiser": 38}[person]):
        response = client.get(page(edition))

    assert len(response.context["steps"]) >= count


def in_one_step_made(edition):
    made = []

    def add():
        session = SessionFactory(edition=edition)
        made.append(AppearanceFactory(session=session))
        DocumentFactory(edition=edition, session=session).appearances.add(made[0])

    in_one_step(add)
    return made[0]
