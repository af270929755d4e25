"""Behind the stall, on a phone: a producer lowers, closes and opens offers in one tap, with or without a script."""

import re
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.signing import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

AXE = Axe()
SAVE = "Tout enregistrer"


def stand(page: Page) -> str:
    """The farm's screen of the day after the next one, which no other test orders from."""
    sign_in(page, box="ferme", to="/compte/")
    page.goto("/marche/mes-offres/")
    others = page.locator("main header a[href*='/mes-offres/']")
    if others.count():
        others.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mes offres du")
    return page.url


def line(page: Page, rank: int = 0):
    return page.locator(".stand-line").nth(rank)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_price_and_a_quantity_are_set_in_one_tap(open_page, javascript):
    page = open_page(javascript=javascript)
    stand(page)
    cents = uuid4().int % 90 + 10
    line(page).get_by_label("Prix").fill(f"4,{cents}")
    line(page, 1).get_by_label("Quantité").fill("77.5")
    page.get_by_role("button", name=SAVE).click()
    expect(
        page.get_by_text("offres enregistrées").or_(page.get_by_text("offre enregistrée"))
    ).to_be_visible()
    expect(line(page).get_by_label("Prix")).to_have_value(f"4,{cents}")
    expect(line(page, 1).get_by_label("Quantité")).to_have_value("77,5")


def test_an_offer_is_closed_and_opened_again(open_page):
    page = open_page(javascript=False)
    stand(page)
    line(page).get_by_label("Fermée").check()
    page.get_by_role("button", name=SAVE).click()
    expect(line(page).get_by_text("plus de commande")).to_be_visible()
    line(page).get_by_label("Fermée").uncheck()
    page.get_by_role("button", name=SAVE).click()
    expect(line(page).get_by_text("plus de commande")).to_have_count(0)


def test_a_line_that_is_refused_keeps_what_was_typed(open_page):
    page = open_page()
    stand(page)
    line(page).get_by_label("Prix").fill("trois euros")
    page.get_by_role("button", name=SAVE).click()
    expect(line(page).get_by_role("alert")).to_contain_text("Un nombre")
    expect(line(page).get_by_label("Prix")).to_have_value("trois euros")


def test_the_keyboard_alone_saves(open_page):
    page = open_page()
    stand(page)
    price = line(page).get_by_label("Prix")
    price.focus()
    price.press("ControlOrMeta+a")
    price.press_sequentially("3,33")
    price.press("Enter")
    expect(page.get_by_text(re.compile("offres? enregistrée|Rien n’a changé"))).to_be_visible()
    expect(line(page).get_by_label("Prix")).to_have_value("3,33")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_screen_fits_a_phone_and_axe_has_nothing_to_say(open_page, scheme):
    page = open_page()
    page.emulate_media(color_scheme=scheme)
    address = stand(page)
    for path in (address, f"{address}absence/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert AXE.run(page).response["violations"] == []
