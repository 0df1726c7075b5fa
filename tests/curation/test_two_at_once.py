"""Two editors at the same moment, each with a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.factories import EditionFactory, SessionFactory, StaffFactory

from .world import form_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory has one connection for all"
    ),
]


@pytest.fixture
def sessions():
    edition = EditionFactory()
    return [SessionFactory(edition=edition, title=title, position=0) for title in "abcdef"]


def at_once(*requests):
    """Carry out each in a thread, all starting together; returns the answers."""
    start = Barrier(len(requests))

    def run(request):
        start.wait()
        try:
            return request()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(requests)) as threads:
        return [each.result() for each in [threads.submit(run, r) for r in requests]]


def signed_in():
    client = Client()
    client.force_login(StaffFactory())
    return client


def test_moves_at_the_same_moment_leave_each_place_taken_once(sessions):
    first, *_others, last = sessions

    def moving(session, **place):
        client = signed_in()
        url = reverse("edition_session_move", args=[session.edition_id, session.uuid])
        return lambda: client.post(url, {"day": 1, **place})

    for _round in range(5):
        at_once(
            moving(last, before=first.uuid),
            moving(first, behind=sessions[2].uuid),
            moving(sessions[3], before=sessions[1].uuid),
            moving(sessions[2], behind=sessions[4].uuid),
        )
        positions = sorted(first.edition.sessions.values_list("position", flat=True))
        assert positions == [0, 1, 2, 3, 4, 5]


def test_of_two_saves_at_the_same_moment_one_is_told(sessions):
    session = sessions[0]
    url = reverse("edition_session", args=[session.edition_id, session.uuid])
    admin_url = reverse("admin:events_session_change", args=[session.pk])

    def saving(url, button, title):
        client = signed_in()
        form = form_of(client.get(url))
        others = ("add_another", "more_rows", "find", "_addanother", "_continue")
        posted = {name: value for name, value in form.items() if name not in others}
        return lambda: client.post(url, posted | {"title": title, button: ""})

    answers = at_once(saving(url, "save", "One"), saving(admin_url, "_save", "Two"))

    assert sorted(answer.status_code for answer in answers) == [302, 409]
