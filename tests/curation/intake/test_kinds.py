import pytest

from curation.intake.kinds import read_kind


@pytest.mark.parametrize(
    ("title", "kind", "number", "rest"),
    [
        ("Panel discussion 1: Old towns", "panel", "1", "Old towns"),
        ("Panel II – Old towns", "panel", "II", "Old towns"),
        ("Table ronde 2 : Villes", "panel", "2", "Villes"),
        ("Workshop A: Tools", "workshop", "A", "Tools"),
        ("Break-out 3: Tools", "breakout", "3", "Tools"),
    ],
)
def test_a_numbered_prefix_is_taken_off(title, kind, number, rest):
    assert read_kind(title) == (kind, number, rest)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Pitching session: start-ups, clusters, & more", "pitching"),
        ("Pitching session", "pitching"),
        ("Panel 1", "panel"),
        ("Breakout sessions 1/2/3", "breakout"),
        ("Welcoming Address", "welcome"),
        ("Mot de bienvenue", "welcome"),
        ("Begrüßung und Eröffnung", "welcome"),
        ("Powitanie gości", "welcome"),
        ("Keynote: The long view", "keynote"),
        ("Registration and welcome coffee", "registration"),
        ("Coffee break", "break"),
        ("Networking lunch", "break"),
        ("Przerwa kawowa", "break"),
        ("Pausa caffè", "break"),
        ("Networking dinner at the castle", "social"),
        ("Transfer to the hotel", "transfer"),
        ("Guided tour of the port", "visit"),
        ("C2C matchmaking", "matchmaking"),
        ("Wrap-up and next steps", "closing"),
        ("Closing remarks", "closing"),
    ],
)
def test_a_kind_without_a_number_leaves_the_title_whole(title, kind):
    assert read_kind(title) == (kind, "", title)


@pytest.mark.parametrize(
    "title",
    [
        "Setting the Scene: from A to B",
        "Closing the gap: how regions catch up",
        "Technology transfer in practice",
        "Breaking barriers",
        "Opening up data",
        "Session 1: No kind",
        "The panel that never was",
        "Insights from the panel",
        "Kickstarting the value chain",
    ],
)
def test_titles_of_no_kind(title):
    assert read_kind(title) == ("", "", title)
