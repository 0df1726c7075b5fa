"""The Charleroi pages, held against every fact of the page they were made from.

The list was written out from the text of that page; case and white space do not count.
"""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from agenda.schedule import schedule_of
from events.models import Edition
from tests.pages import fold, links_of, text_of

pytestmark = pytest.mark.django_db

FACTS = (Path(__file__).parent / "charleroi_facts.txt").read_text().splitlines()


@pytest.fixture
def edition():
    call_command("load_demo", verbosity=0)
    return Edition.objects.get(slug="charleroi-2024")


def page(client, edition, name):
    return client.get(reverse(name, args=edition.url_args))


def lowered(text):
    return fold(text).lower()


def test_the_edition_s_page_shows_every_fact(client, edition):
    text = lowered(text_of(page(client, edition, "edition")))

    assert [fact for fact in FACTS if lowered(fact) not in text] == []


def test_the_agenda_has_fourteen_and_four_sessions_in_the_order_printed(edition):
    days = schedule_of(edition).days
    headings = [session.heading for day in days for session in day.sessions]
    printed = [fact for fact in FACTS if fact in headings]

    assert [len(day.sessions) for day in days] == [14, 4]
    assert list(dict.fromkeys(headings)) == printed


def test_sessions_of_the_same_title_are_sessions_of_their_own(edition):
    headings = [session.heading for session in schedule_of(edition).sessions]
    insights = "Insights from multidisciplinary actors on urban regeneration planning"

    assert headings.count(insights) == 1
    assert headings.count(f"Panel discussion 3: {insights}") == 1
    assert [h for h in headings if h.startswith("Pitching session")] == [
        "Pitching session: start-ups, clusters, & European funding opportunities",
        "Pitching session",
    ]


@pytest.mark.parametrize("name", ["edition", "agenda"])
def test_each_of_the_five_speakers_stands_in_their_session_as_printed(client, edition, name):
    people = [
        f"{a.shown_name} – {a.introduced_as}{f' ({a.remark})' if a.remark else ''}"
        for session in schedule_of(edition).sessions
        for a in session.appearances.all()
    ]
    text = text_of(page(client, edition, name))

    assert people == [
        "Dr. Jan-Philipp Kramer – Partner at Prognos AG and Team Leader Data & Policy at the ECCP",
        "Lionel Bonjean – Director General - Economy, Employment and Research, "
        "Public Service of Wallonia, Belgium (SPW EER)",
        "Thomas Dermine – State Secretary for economic recovery and strategic investments, "
        "Belgian Federal Government (now mayor of Charleroi)",
        "Morena Vulpi – Project Management Officer, Charleroi Entreprendre",
        "Carlos Torrecilla Salinas – Head of Unit on Innovation Policies and Economic Impact, "
        "Joint Research Centre",
    ]
    assert [person for person in people if person not in text] == []


def test_each_speaker_s_presentation_can_be_downloaded(client, edition):
    links = links_of(page(client, edition, "agenda"))
    presentations = [link for link in links if link[0].startswith("Download presentation")]

    assert [text.split(": ")[1].split(", ")[0] for text, _ in presentations] == [
        "Dr. Jan-Philipp Kramer",
        "Lionel Bonjean",
        "Thomas Dermine",
        "Morena Vulpi",
        "Carlos Torrecilla Salinas",
    ]
    for _, address in presentations:
        assert b"".join(client.get(address).streaming_content).startswith(b"%PDF")


def test_six_links_lead_to_the_materials_in_the_order_printed(client, edition):
    links = links_of(page(client, edition, "edition"))
    materials = [
        link for link in links if link[1].startswith("/documents/") or "photo gallery" in link[0]
    ]

    assert [text for text, _ in materials[:6]] == [
        "Agenda",
        "Participant Booklet",
        "Input Paper",
        "Explore the photo gallery",
        "Event summary",
        "Event proceedings",
    ]
    assert [client.get(address).status_code for _, address in materials[:6]] == [200] * 6


def test_the_page_keeps_the_order_of_its_source(client, edition):
    text = text_of(page(client, edition, "edition"))
    order = [
        "The European Cluster Collaboration Platform, on behalf of",
        "For the third consecutive year",
        "Participant Booklet",
        "Presented materials during the event",
        "Day 1",
        "Day 2",
        'The "Clusters meet Regions" series supports',
        "melting pot",
        "Organised in partnership with the clusters",
        "With financial support from",
    ]

    places = [text.index(words) for words in order]
    assert places == sorted(places)
