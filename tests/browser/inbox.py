"""The demo's inbox, read as a person would."""

import re
import time

from playwright.sync_api import Page

PATIENCE_SECONDS = 45


def read_mail(page: Page, *, to: str, subject: str) -> str:
    """Wait for a mail and open it; return its text. The page stays on the mail."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        page.goto(f"/demo/inbox/?pour={to}")
        mail = page.get_by_role("link", name=re.compile(subject))
        if mail.count():
            mail.first.click()
            page.wait_for_url("**/inbox/*/")
            return page.locator("main").text_content() or ""
        time.sleep(0.5)
    raise AssertionError(f"no mail « {subject} » came to {to}")


def link_in(text: str, *, holding: str) -> str:
    """The path of the link in a mail's text that holds these characters."""
    found = re.search(rf"https?://[^\s/]+(/[^\s\"<]*{holding}[^\s\"<]*)", text)
    assert found, text
    return found[1]
