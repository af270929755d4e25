import os

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.platform import Platform
from tests.folders import folder_of_our_own
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
# A busy machine takes seconds for what takes none here; an action has the thirty seconds of Playwright.
expect.set_options(timeout=15_000)
PHONE, LAPTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def platform_url():
    """A platform started for the tests; or the one that runs already at PLATFORM_URL."""
    if address := os.environ.get("PLATFORM_URL"):
        yield address
        return
    with folder_of_our_own("halle-browser-") as folder:
        running = Platform(folder)
        yield running.url
        running.stop()


@pytest.fixture
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, platform_url):
    """Open pages as somebody: on a phone unless said otherwise, with JavaScript unless it is off.

    Whatever a page of ours complains about in its console fails the test.
    """
    complaints = []

    def is_ours(said):
        """An error of our own pages; a form sent back to be corrected is none, nor a card the provider declines."""
        sent_back = "status of 422" in said.text
        return (
            said.type == "error" and said.location["url"].startswith(platform_url) and not sent_back
        )

    def open_page(path="/", *, viewport=PHONE, javascript=True, locale="fr-FR"):
        context = browser.new_context(
            base_url=platform_url,
            viewport=viewport,
            java_script_enabled=javascript,
            locale=locale,
        )
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: complaints.append(said.text) if is_ours(said) else None,
        )
        page.goto(path)
        return page

    yield open_page
    assert complaints == []
