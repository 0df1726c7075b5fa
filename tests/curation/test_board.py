from datetime import time

import pytest
from django.urls import reverse

from events.models import Session
from tests.factories import (
    AppearanceFactory,
    EditionFactory,
    OrganiserFactory,
    RoomFactory,
    SessionFactory,
    StaffFactory,
)
from tests.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory(name="Charleroi")


@pytest.fixture
def staff(client):
    client.force_login(StaffFactory())
    return client


def board_url(edition):
    return reverse("edition_board", args=[edition.pk])


def move(client, session, **place):
    url = reverse("edition_session_move", args=[session.edition_id, session.uuid])
    return client.post(url, {"day": session.day, **place}, follow=True)


def order(edition):
    return [(s.day, s.title) for s in edition.sessions.in_place()]


def said(response):
    return [str(message) for message in response.context["messages"]]


def test_all_days_stand_on_one_page_with_time_kind_title_room_and_people(staff, edition):
    session = SessionFactory(
        edition=edition,
        day=1,
        title="Clusters",
        starts=time(9),
        ends=time(10, 30),
        kind=Session.Kind.PANEL,
        room=RoomFactory(edition=edition, name="Sala Biagi"),
    )
    AppearanceFactory(session=session, speaker__name="Ana Silva", honorific="Dr.", role="moderator")
    SessionFactory(edition=edition, day=3, title="Guided tour")
    SessionFactory(title="Of another edition")

    text = text_of(staff.get(board_url(edition)))

    assert "Day 1 Wed 27 Nov 2024" in text
    assert "09:00–10:30 Clusters Panel discussion Sala Biagi Dr. Ana Silva Moderator" in text
    assert "Day 2 Thu 28 Nov 2024 Nothing on this day yet." in text
    assert "Day 3 Fri 29 Nov 2024 ⠿Move “Guided tour” Guided tour" in text
    assert "Of another edition" not in text


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_agenda(staff, edition, count, django_assert_num_queries):
    for session in SessionFactory.create_batch(count, edition=edition):
        AppearanceFactory.create_batch(2, session=session)

    # The web session, the user, the edition, its sessions with rooms, and their people.
    with django_assert_num_queries(5):
        response = staff.get(board_url(edition))

    assert response.content.decode().count("data-session=") == count


def test_up_down_and_to_another_day(staff, edition):
    a, b, c = (SessionFactory(edition=edition, title=title) for title in "abc")

    assert said(move(staff, c, before=b.uuid)) == ["“c” stands at place 2 of 3 on day 1."]
    move(staff, a, behind=c.uuid)
    assert order(edition) == [(1, "c"), (1, "a"), (1, "b")]
    move(staff, a, to_day=2)
    assert order(edition) == [(1, "c"), (1, "b"), (2, "a")]


def test_the_clock_is_named_where_it_puts_a_session_elsewhere(staff, edition):
    SessionFactory(edition=edition, starts=time(9))
    last = SessionFactory(edition=edition, starts=time(11))
    ten = SessionFactory(edition=edition, starts=time(10), title="Ten", day=2)

    assert said(move(staff, ten, day=1, behind=last.uuid)) == [
        "“Ten” starts at 10:00, so it stands where the clock puts it: place 2 of 3 on day 1."
    ]


def test_a_move_beside_what_somebody_moved_away_changes_nothing_and_says_so(staff, edition):
    a, b = (SessionFactory(edition=edition, title=title) for title in "ab")
    move(staff, a, to_day=2)

    assert said(move(staff, b, before=a.uuid)) == [
        "Nothing was moved: “a” is no longer on day 1, somebody has moved it. "
        "This is the agenda as it stands now."
    ]
    assert order(edition) == [(1, "b"), (2, "a")]


@pytest.mark.parametrize(
    "place", [{}, {"to_day": 0}, {"to_day": 32}, {"to_day": "x"}, {"before": "x"}, {"day": ""}]
)
def test_what_is_no_place_is_refused_with_a_sentence(staff, edition, place):
    session = SessionFactory(edition=edition, day=2)

    assert said(move(staff, session, **place)) == [
        "Nothing was moved: the place asked for is not on this agenda any more."
    ]
    assert order(edition) == [(2, session.title)]


def test_a_session_of_another_edition_is_neither_moved_nor_a_place(staff, edition):
    mine, foreign = SessionFactory(edition=edition), SessionFactory(title="Secret draft")

    response = move(staff, mine, before=foreign.uuid)
    assert "Secret draft" not in response.content.decode()
    assert said(response)[0].startswith("Nothing was moved")

    url = reverse("edition_session_move", args=[edition.pk, foreign.uuid])
    assert staff.post(url, {"day": 1, "to_day": 2}).status_code == 404
    assert Session.objects.get(pk=foreign.pk).day == 1


def test_a_move_is_no_link(staff, edition):
    session = SessionFactory(edition=edition)
    url = reverse("edition_session_move", args=[edition.pk, session.uuid])

    assert staff.get(url).status_code == 405


@pytest.mark.parametrize(
    ("role", "seen", "changed"), [("viewer", 200, 403), ("editor", 200, 302), ("manager", 200, 302)]
)
def test_organisers_do_what_their_role_allows_in_their_edition(
    client, edition, role, seen, changed
):
    own, other = SessionFactory(edition=edition), SessionFactory(title="Secret draft")
    client.force_login(OrganiserFactory(edition=edition, role=role).user)

    response = client.get(board_url(edition))
    assert response.status_code == seen
    assert ("<form" in text_forms(response)) == (changed == 302)
    assert client.get(board_url(other.edition)).status_code == 404
    for session, status in [(own, changed), (other, 404)]:
        args = [session.edition_id, session.uuid]
        posted = client.post(reverse("edition_session_move", args=args), {"day": 1, "to_day": 2})
        assert posted.status_code == status
        for name in ["edition_session", "edition_session_delete"]:
            expected = 200 if status == 302 else status
            assert client.get(reverse(name, args=args)).status_code == expected


def text_forms(response):
    """The part of the page that is the board."""
    page = response.content.decode()
    return page[page.index('id="board"') :].split("</main>")[0]


def test_signed_out_leads_to_the_sign_in(client, edition):
    response = client.get(board_url(edition))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("admin:login"))
