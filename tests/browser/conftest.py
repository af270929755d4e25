import pytest
from playwright.sync_api import sync_playwright

from tests.browser.platform import Platform
from workbench.browser import find

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, LAPTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def platform(tmp_path_factory):
    running = Platform(tmp_path_factory.mktemp("platform"))
    yield running
    running.stop()


@pytest.fixture
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, platform):
    """Open pages as somebody: on a phone unless said otherwise, with JavaScript unless it is off.

    Whatever a page complains about in its console fails the test.
    """
    complaints = []

    def open_page(path="/", *, viewport=PHONE, javascript=True, locale="fr-FR"):
        context = browser.new_context(
            base_url=platform.url,
            viewport=viewport,
            java_script_enabled=javascript,
            locale=locale,
        )
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: complaints.append(said.text) if said.type == "error" else None,
        )
        page.goto(path)
        return page

    yield open_page
    assert complaints == []
