"""The board by mouse, by finger, by keys and without scripts; two browsers on one session."""

from datetime import time

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from events.clock import in_clock_order
from events.models import Session
from speakers.models import Appearance, Speaker
from tests.factories import (
    AppearanceFactory,
    EditionFactory,
    SessionFactory,
    SpeakerFactory,
    StaffFactory,
)

from .test_admin_accessibility import findings, violations

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def edition():
    return EditionFactory(name="Charleroi")


@pytest.fixture
def sessions(edition):
    return [SessionFactory(edition=edition, title=title) for title in ["First", "Second", "Third"]]


def sign_in(context, live_server, **who):
    user = StaffFactory(**who)
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": store.session_key}
    context.add_cookies([{**cookie, "url": live_server.url}])


@pytest.fixture
def board(page, context, live_server, edition, sessions):
    sign_in(context, live_server)
    page.goto(f"/admin/editions/{edition.pk}/agenda/")
    return page


def order(edition, day=1):
    return [s.title for s in in_clock_order(edition.sessions.filter(day=day).in_place())]


def card(page, title):
    return page.locator("[data-session]").filter(
        has=page.get_by_role("link", name=title, exact=True)
    )


def handle(page, title):
    return page.get_by_role("button", name=f"Move “{title}”")


def wait_for(page, sentence):
    page.get_by_role("status").filter(has_text=sentence).wait_for()


def middle(locator, down=0.5):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] * down


def drag(page, title, to, *, leave=True):
    page.mouse.move(*middle(handle(page, title)))
    page.mouse.down()
    page.mouse.move(*to, steps=5)
    if leave:
        page.mouse.up()


def test_dragging_by_mouse_puts_a_session_elsewhere_and_on_another_day(board, edition):
    drag(board, "Third", middle(card(board, "First"), down=0.2))
    wait_for(board, "“Third” stands at place 1 of 3 on day 1.")
    assert order(edition) == ["Third", "First", "Second"]

    drag(board, "First", middle(board.locator(".board-day[data-day='2']")))
    wait_for(board, "“First” stands at place 1 of 1 on day 2.")
    assert (order(edition), order(edition, day=2)) == (["Third", "Second"], ["First"])


def test_escape_ends_a_drag_and_changes_nothing(board, edition):
    drag(board, "Third", middle(card(board, "First"), down=0.2), leave=False)
    board.keyboard.press("Escape")
    board.mouse.up()

    assert board.locator(".board-session--dragged, [class*='--drop']").count() == 0
    assert order(edition) == ["First", "Second", "Third"]


def test_keys_move_a_session_and_say_where_it_went(board, edition):
    handle(board, "Third").focus()
    board.keyboard.press("ArrowUp")
    board.keyboard.press("ArrowUp")
    wait_for(board, "“Third” stands at place 1 of 3 on day 1.")
    board.keyboard.press("ArrowUp")
    wait_for(board, "It goes no further this way")
    board.keyboard.press("ArrowRight")
    wait_for(board, "“Third” stands at place 1 of 1 on day 2.")

    focused = board.evaluate("document.activeElement.textContent")
    assert "Move “Third”" in focused
    assert (order(edition), order(edition, day=2)) == (["First", "Second"], ["Third"])


def test_a_finger_drags_on_a_tablet(chromium, live_server, edition, sessions):
    with chromium.new_context(
        base_url=live_server.url, has_touch=True, viewport={"width": 768, "height": 1024}
    ) as context:
        sign_in(context, live_server)
        page = context.new_page()
        page.goto(f"/admin/editions/{edition.pk}/agenda/")
        touch = context.new_cdp_session(page)

        def send(kind, point):
            points = [{"x": point[0], "y": point[1]}] if point else []
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        start, end = middle(handle(page, "Third")), middle(card(page, "First"), down=0.2)
        send("touchStart", start)
        for part in (0.3, 0.6, 1):
            send("touchMove", [a + (b - a) * part for a, b in zip(start, end, strict=True)])
        send("touchEnd", None)
        wait_for(page, "“Third” stands at place 1 of 3 on day 1.")

    assert order(edition) == ["Third", "First", "Second"]


def test_a_session_with_a_time_goes_where_the_clock_puts_it(board, edition, sessions):
    for session, hour in zip(sessions, [9, 10, 11], strict=True):
        Session.objects.filter(pk=session.pk).update(starts=time(hour))
    board.reload()

    drag(board, "Third", middle(card(board, "First"), down=0.2))
    wait_for(board, "“Third” starts at 11:00, so it stands where the clock puts it: place 3 of 3")

    assert order(edition) == ["First", "Second", "Third"]


def test_when_the_site_does_not_answer_the_board_says_so(board, edition):
    board.route("**/move/", lambda route: route.fulfill(status=200, body=""))
    handle(board, "Third").press("ArrowUp")

    wait_for(board, "It could not be moved")
    assert order(edition) == ["First", "Second", "Third"]


def test_signed_out_meanwhile_leads_to_the_sign_in(board, context, edition):
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    handle(board, "Third").press("ArrowUp")

    board.wait_for_url(lambda url: "/admin/login/" in url)
    assert order(edition) == ["First", "Second", "Third"]


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (768, 1024), (390, 844), (320, 700)])
def test_board_and_form_fit_the_window(board, edition, sessions, size):
    board.set_viewport_size({"width": size[0], "height": size[1]})
    there = f"/admin/editions/{edition.pk}/agenda/"

    for address in [there, f"{there}add/", f"{there}{sessions[0].uuid}/delete/"]:
        board.goto(address)
        wide = board.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_session_its_questions_and_its_deletion(
    examined, live_server, edition, sessions, scheme
):
    board = examined
    sign_in(board.context, live_server)
    board.emulate_media(color_scheme=scheme)
    SpeakerFactory(name="Ana Silva")
    there = f"/admin/editions/{edition.pk}/agenda/{sessions[0].uuid}/"

    found = findings(board, f"{there}delete/") + findings(board, there)
    name = board.get_by_role("group", name="Person 1").get_by_label("Name", exact=True)
    name.press_sequentially("Ana")
    board.get_by_role("option", name="Ana Silva").wait_for()
    found += violations(board)
    name.fill("Ana Silvo")
    board.get_by_label("Start").fill("soon")
    board.get_by_role("button", name="Save", exact=True).click()
    board.get_by_role("radio", name="A new person of this name").wait_for()
    found += violations(board)

    assert found == []


def test_a_session_with_two_speakers_one_new_takes_one_save(board, edition):
    AppearanceFactory(speaker__name="Jakub Boratyński", job_title="Director", affiliation="DG GROW")
    board.get_by_role("link", name="Add a session", exact=True).click()
    board.get_by_label("Title", exact=True).fill("Opening")
    first = board.get_by_role("group", name="Person 1")
    first.get_by_label("Name", exact=True).press_sequentially("boraty")
    board.get_by_role("option", name="Jakub Boratyński").wait_for()
    board.keyboard.press("ArrowDown")
    board.keyboard.press("Enter")
    assert first.get_by_label("Name", exact=True).input_value() == "Jakub Boratyński"
    assert first.get_by_label("Affiliation then").input_value() == "DG GROW"
    first.get_by_label("Affiliation then").fill("European Commission")

    board.get_by_role("button", name="Add another person").click()
    second = board.get_by_role("group", name="Person 2")
    second.get_by_label("Name", exact=True).fill("Maria Neu")
    board.get_by_role("button", name="Save", exact=True).click()
    board.wait_for_url("**/agenda/#session-*")

    known, new = Appearance.objects.filter(session__title="Opening").order_by("position")
    assert (known.speaker.name, known.introduced_as) == (
        "Jakub Boratyński",
        "Director, European Commission",
    )
    assert (new.speaker.name, Speaker.objects.count()) == ("Maria Neu", 2)


def test_a_new_person_of_a_known_name_is_chosen_by_keys(board, edition):
    AppearanceFactory(speaker__name="Ana Silva", affiliation="Elsewhere")
    board.goto(f"/admin/editions/{edition.pk}/agenda/add/")
    board.get_by_label("Title", exact=True).fill("Opening")
    name = board.get_by_role("group", name="Person 1").get_by_label("Name", exact=True)
    name.press_sequentially("Ana Silva")
    board.get_by_role("option", name="A new person of this name").wait_for()
    board.keyboard.press("ArrowUp")
    board.keyboard.press("Enter")
    board.get_by_role("button", name="Save", exact=True).click()
    board.wait_for_url("**/agenda/#session-*")

    assert Speaker.objects.filter(name="Ana Silva").count() == 2


def test_without_scripts_everything_can_still_be_done(chromium, live_server, edition, sessions):
    AppearanceFactory(speaker__name="Ana Silva", affiliation="DG GROW")
    with chromium.new_context(base_url=live_server.url, java_script_enabled=False) as context:
        sign_in(context, live_server)
        page = context.new_page()
        page.goto(f"/admin/editions/{edition.pk}/agenda/")
        page.get_by_role("button", name="Up “Third”").click()
        page.get_by_role("button", name="To day 2 “First”").click()
        assert (order(edition), order(edition, day=2)) == (["Third", "Second"], ["First"])

        page.get_by_role("link", name="Add a session", exact=True).click()
        page.get_by_label("Title", exact=True).fill("Opening")
        page.get_by_role("button", name="Add more rows for people").click()
        names = page.get_by_label("Name", exact=True)
        assert names.count() == 5
        names.nth(0).fill("silva ana")
        names.nth(4).fill("Ana Silvo")
        page.get_by_role("button", name="Look the names up").click()
        assert page.get_by_label("Affiliation then").nth(0).input_value() == "DG GROW"
        page.get_by_role("radio", name="A new person of this name").check()
        page.get_by_role("button", name="Save", exact=True).click()

        page.get_by_role("link", name="Delete “Second”").click()
        page.get_by_role("button", name="Delete the session").click()

    people = Appearance.objects.filter(session__title="Opening").order_by("position")
    assert [person.shown_name for person in people] == ["Ana Silva", "Ana Silvo"]
    assert not Session.objects.filter(title="Second").exists()


def test_two_browsers_on_one_session(chromium, live_server, edition, sessions):
    address = f"/admin/editions/{edition.pk}/agenda/{sessions[0].uuid}/"
    with (
        chromium.new_context(base_url=live_server.url) as of_ana,
        chromium.new_context(base_url=live_server.url) as of_ben,
    ):
        ana, ben = open_session(of_ana, live_server, address, "Ana Silva"), None
        ben = open_session(of_ben, live_server, address, "Ben Okoro")
        ana.get_by_label("Title", exact=True).fill("What Ana wrote")
        ana.get_by_label("Kind").select_option("Panel discussion")
        ana.get_by_role("button", name="Save", exact=True).click()
        ben.get_by_label("Title", exact=True).fill("What Ben wrote")
        ben.get_by_label("Abstract").fill("Ben's abstract")
        ben.get_by_role("button", name="Save", exact=True).click()

        told = ben.get_by_role("region", name="Somebody else has saved this since you opened it")
        assert "Ana Silva" in told.inner_text()
        assert "First → What Ana wrote" in told.inner_text().replace("\n", " ")
        assert ben.get_by_label("Title", exact=True).input_value() == "What Ben wrote"
        assert ben.get_by_label("Abstract").input_value() == "Ben's abstract"
        assert Session.objects.get(pk=sessions[0].pk).title == "What Ana wrote"

        told.get_by_label("Theirs: What Ana wrote").check()
        ben.get_by_role("button", name="Save", exact=True).click()
        ben.wait_for_url("**/agenda/#session-*")

    saved = Session.objects.get(pk=sessions[0].pk)
    assert (saved.title, saved.kind, saved.abstract) == (
        "What Ana wrote",
        "panel",
        "Ben's abstract",
    )


def open_session(context, live_server, address, name):
    sign_in(context, live_server, name=name)
    page = context.new_page()
    page.goto(address)
    return page
