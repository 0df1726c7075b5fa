import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

pytestmark = pytest.mark.django_db(transaction=True)

# Off by default in axe; asked for by WCAG 2.2.
AXE_OPTIONS = {"rules": {"target-size": {"enabled": True}}}
EDITION = "/events/clusters-meet-regions/charleroi-2024/"
PAGES = [
    "/",
    "/events/clusters-meet-regions/",
    EDITION,
    f"{EDITION}agenda/",
    f"{EDITION}speakers/",
    f"{EDITION}documents/",
    f"{EDITION}gallery/",
    "/speakers/thomas-dermine/",
    "/organisations/green-win/",
]


@pytest.fixture
def demo():
    call_command("load_demo", verbosity=0)


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_of_the_demo_fits_its_window(demo, page, width):
    page.set_viewport_size({"width": width, "height": 800})

    for address in PAGES:
        page.goto(address)
        assert page.locator("h1").count() == 1, address
        assert overflow(page) <= 0, address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page_of_the_demo(demo, page, scheme):
    page.emulate_media(color_scheme=scheme)
    found = []

    for address in PAGES:
        page.goto(address)
        for violation in Axe().run(page, options=AXE_OPTIONS).response["violations"]:
            found += [(address, violation["id"], node["html"]) for node in violation["nodes"]]

    assert found == []


def test_a_visitor_finds_the_slides_by_keyboard_and_gets_no_cookie(demo, page, context):
    page.goto("/events/clusters-meet-regions/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.get_by_role("link", name="Charleroi").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Agenda", exact=True).first.press("Enter")
    page.wait_for_url(f"**{EDITION}agenda/")

    with page.expect_download() as download:
        page.get_by_role("link", name="Download presentation: Thomas Dermine").click()

    assert download.value.path().read_bytes().startswith(b"%PDF")
    assert context.cookies() == []


def test_photos_of_the_gallery_load(demo, page):
    page.goto(f"{EDITION}gallery/")
    images = page.locator("main img")
    for number in range(images.count()):
        images.nth(number).scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")

    widths = images.evaluate_all("images => images.map(image => image.naturalWidth)")
    assert len(widths) == 6
    assert all(widths)
