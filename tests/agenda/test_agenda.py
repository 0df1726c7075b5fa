from datetime import time

import pytest
import time_machine
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from speakers.models import Appearance
from tests.factories import (
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    RoomFactory,
    SessionFactory,
)
from tests.pages import fold, links_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory(public=True)


def agenda_url(edition):
    return reverse("agenda", args=edition.url_args)


def test_each_day_reads_in_clock_order(client, edition):
    for day, title, starts in [(2, "Farewell", None), (1, "Late", time(11)), (1, "Early", time(9))]:
        SessionFactory(edition=edition, day=day, title=title, starts=starts)

    text = text_of(client.get(agenda_url(edition)))

    assert fold(text[text.index("Day 1") :]) == (
        "Day 1 Wednesday 27 November 2024 09:00 Early 11:00 Late "
        "Day 2 Thursday 28 November 2024 Farewell"
    )


def test_people_stand_with_role_and_affiliation_as_printed(client, edition):
    AppearanceFactory(
        session__edition=edition,
        speaker__name="Thomas Dermine",
        honorific="Dr.",
        job_title="State Secretary",
        affiliation="Belgian Federal Government",
        remark="now mayor of Charleroi",
        role=Appearance.Role.MODERATOR,
        is_confirmed=False,
        is_online=True,
    )

    assert (
        "Dr. Thomas Dermine – State Secretary, Belgian Federal Government "
        "(now mayor of Charleroi) Moderator to be confirmed online"
    ) in text_of(client.get(agenda_url(edition)))


def test_a_presentation_link_says_whose_what_type_and_size(client, edition):
    appearance = AppearanceFactory(session__edition=edition, speaker__name="Morena Vulpi")
    deck = DocumentFactory(
        edition=edition,
        kind="presentation",
        title="The transition",
        session=appearance.session,
        file__data=b"x" * 2048,
        file__filename="deck.pptx",
    )
    deck.appearances.add(appearance)

    response = client.get(agenda_url(edition))

    assert links_of(response)[-1] == (
        "Download presentation: Morena Vulpi, “The transition”",
        deck.get_absolute_url(),
    )
    assert "(PPTX, 2.0 KB)" in text_of(response)


def test_a_deck_shared_by_two_stands_under_both_and_one_of_nobody_under_the_session(
    client, edition
):
    session = SessionFactory(edition=edition)
    both = AppearanceFactory.create_batch(2, session=session)
    shared = DocumentFactory(edition=edition, kind="presentation", session=session)
    shared.appearances.set(both)
    handout = DocumentFactory(edition=edition, kind="other", session=session)

    addresses = [address for _text, address in links_of(client.get(agenda_url(edition)))]

    assert addresses.count(shared.get_absolute_url()) == 2
    assert addresses.count(handout.get_absolute_url()) == 1


def test_room_and_cancellation_are_said(client, edition):
    SessionFactory(edition=edition, room=RoomFactory(edition=edition, name="Sala Biagi"))
    SessionFactory(edition=edition, cancelled=True)

    text = text_of(client.get(agenda_url(edition)))

    assert text.count("Sala Biagi") == 1
    assert text.count("Cancelled") == 1


def test_without_sessions_the_agenda_is_to_be_announced(client, edition):
    with time_machine.travel("2024-11-28T12:00:00Z"):
        assertContains(client.get(agenda_url(edition)), "The agenda is to be announced.")
    with time_machine.travel("2024-11-29T12:00:00Z"):
        assertContains(
            client.get(agenda_url(edition)), "The agenda of this edition is not recorded."
        )


def test_what_an_editor_typed_is_text(client, edition):
    SessionFactory(edition=edition, title="Coffee & <script>alert(1)</script>")

    response = client.get(agenda_url(edition))

    assertNotContains(response, "<script>")
    assertContains(response, "Coffee &amp; &lt;script&gt;")


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_programme(client, edition, count, django_assert_num_queries):
    for session in SessionFactory.create_batch(count, edition=edition):
        appearance = AppearanceFactory(session=session)
        DocumentFactory(edition=edition, session=session).appearances.add(appearance)

    # The edition with its former dates, its sessions, their people, and the documents of both
    # with who presents them.
    with django_assert_num_queries(7):
        response = client.get(agenda_url(edition))

    assert response.content.decode().count('<article class="session') == count
