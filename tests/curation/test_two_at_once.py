"""Two editors at the same moment, each with a connection of their own."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction
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


PAGES = {
    "board": lambda session: reverse("edition_session", args=[session.edition_id, session.uuid]),
    "admin": lambda session: reverse("admin:events_session_change", args=[session.pk]),
}


@pytest.mark.parametrize("page", PAGES)
def test_who_saves_while_another_is_saving_waits_and_is_told(sessions, page):
    session, client = sessions[0], signed_in()
    url = PAGES[page](session)
    form = form_of(client.get(url))
    others = ("add_another", "more_rows", "find", "_addanother", "_continue")
    posted = {name: value for name, value in form.items() if name not in others}

    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            theirs = type(session).objects.select_for_update().get(pk=session.pk)
            theirs.title = "Theirs"
            theirs.save()
            answer = threads.submit(client.post, url, posted | {"title": "Mine"})
            time.sleep(1)
            assert not answer.done()
        threads.submit(lambda: connection.close())

    assert answer.result().status_code == 409
    session.refresh_from_db()
    assert session.title == "Theirs"
