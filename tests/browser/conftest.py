"""A real Chromium on a real server. Skipped, with a sentence, where CHROMIUM names none."""

import os

import pytest
from playwright.sync_api import sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    executable = os.environ.get("CHROMIUM")
    if not executable:
        pytest.skip("no Chromium: run make test, or set CHROMIUM to its path")
    # Playwright runs an event loop in this thread, which makes Django refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium, live_server):
    with chromium.new_context(base_url=live_server.url) as context:
        yield context


@pytest.fixture
def page(context, live_server):
    """A page on which any script error, blocked content or call to another host fails the test."""
    complaints = []
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    page.on("request", lambda request: complaints.extend(_foreign(request.url, live_server.url)))
    yield page
    assert complaints == []


@pytest.fixture
def examined(chromium, live_server):
    """A page for axe, which tries styles of its own that the site's policy would block."""
    with chromium.new_context(base_url=live_server.url, bypass_csp=True) as context:
        yield context.new_page()


def _foreign(address, home):
    return [] if address.startswith((home, "data:", "blob:", "about:")) else [address]
