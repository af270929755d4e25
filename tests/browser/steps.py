"""What several walks do alike, as a person would."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from secrets import randbelow

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLateError

from tests.browser.conftest import LAPTOP
from tests.browser.signing import sign_in

HALL = "La halle des Lônes"
# Days far beyond those of the demo, each given once: nobody else comes to a session planned there.
FAR_DAYS: Iterator[int] = count(100 + randbelow(200))

WHAT_IT_SAYS = """() => [
  ...[...document.querySelectorAll("main :invalid")].map((field) => `${field.name}: ${field.validationMessage}`),
  document.querySelector("main").innerText,
].join("\\n")"""


def follow(link: Locator) -> None:
    """Click, and wait for the page it opens: what is looked at next is not the one that is left."""
    with link.page.expect_navigation(wait_until="load"):
        link.click()


def arrive(page: Page, address: str) -> None:
    """Wait for an address; a page that refuses instead is quoted."""
    try:
        page.wait_for_url(address)
    except TooLateError as late:
        said = page.evaluate(WHAT_IT_SAYS)
        raise AssertionError(f"{page.url} did not lead to {address}, and says:\n{said}") from late


def open_session(page: Page, workshop: str) -> None:
    """The farthest session of a workshop (its slug) that has seats: it neither fills nor begins meanwhile."""
    page.goto(f"/ateliers/{workshop}/")
    cards = page.locator("main .card--link", has=page.locator("a[href*=seances]"))
    follow(cards.filter(has_text="Encore").last.get_by_role("link"))


def plan_session(open_page: Callable[..., Page], workshop: str, *, name: str, seats: int) -> str:
    """A session of one's own, planned at the desk by the workshop's slug and name. Returns its path."""
    desk = open_page(
        viewport=LAPTOP, javascript=False
    )  # the desk's calendars would lie over its fields
    before = sessions_of(desk, workshop)
    day = (timezone.localdate() + timedelta(days=next(FAR_DAYS))).isoformat()
    sign_in(desk, box="animation", to="/gestion/ateliers/planifier/")
    desk.locator("[name=workshop]").select_option(label=name)
    desk.locator("[name=place]").select_option(label=HALL)
    fields = {
        "first": day,
        "until": day,
        "starts": "14:00",
        "ends": "16:00",
        "capacity": str(seats),
    }
    for field, value in fields.items():
        desk.locator(f"[name={field}]").fill(value)
    desk.locator("[name=skip_holidays]").uncheck()
    desk.get_by_role("button", name="Voir les dates").click()
    desk.get_by_role("button", name="Créer ces séances").click()
    expect(desk.get_by_text("1 séance est planifiée")).to_be_visible()
    (made,) = sessions_of(desk, workshop) - before
    return made


def sessions_of(page: Page, workshop: str) -> set[str]:
    """The paths of the sessions that a workshop's page lists."""
    page.goto(f"/ateliers/{workshop}/")
    links = page.locator("main .card--link a[href*=seances]").all()
    return {link.get_attribute("href") or "" for link in links}


def pay(page: Page, number: str = "4242 4242 4242 4242") -> None:
    """By card, at the provider's stand-in."""
    page.get_by_label("Numéro de carte").fill(number)
    page.get_by_label("Date d’expiration").fill("12 / 34")
    page.get_by_label("CVC").fill("123")
    page.get_by_role("button", name=re.compile("^Payer ")).first.click()
