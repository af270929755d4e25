"""A suspended basket on a phone: a partner's word pays for it, somebody gives one, and nothing shows it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP
from tests.browser.market_days import Market, go_to_the_till, plan_market, say_who_and_when
from tests.browser.signing import sign_in
from tests.browser.steps import follow, pay

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

FUND = "/marche/solidarite/"


@pytest.fixture
def market(open_page) -> Market:
    return plan_market(open_page)


def draw_word(open_page) -> str:
    """The coordination notes what was in the box, then draws a word for a partner."""
    desk = open_page(viewport=LAPTOP, javascript=False)
    sign_in(desk, box="coordination", to="/gestion/marche/caisse/noter/")
    desk.locator("[name=euros]").fill("90")
    desk.locator("[name=reason]").fill("Boîte du marché")
    desk.get_by_role("button", name="Noter un mouvement").click()
    expect(desk.get_by_text("C’est noté.")).to_be_visible()
    partner = f"La Passerelle {timezone.now():%H%M%S%f}"
    desk.goto("/gestion/snippets/market/fundword/add/")
    desk.locator("[name=given_by]").fill(partner)
    desk.locator("[name=basket_cents]").fill("5000")
    desk.locator("[name=baskets]").fill("3")
    until = timezone.localdate() + timedelta(days=120)
    desk.locator("[name=until]").fill(until.isoformat())
    desk.locator("main form [type=submit]").first.click()
    row = desk.locator("tr", has_text=partner)
    return re.search(r"[a-z]+-[a-z]+-\d{3}", row.inner_text())[0]


def expect_ordered(page: Page) -> None:
    title = page.get_by_role("heading", name=re.compile("C’est commandé"), level=1)
    expect(title).to_be_visible(timeout=30_000)


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_a_word_pays_a_basket_and_nothing_shows_it(open_page, market, javascript):
    word = draw_word(open_page)
    page = open_page(javascript=javascript)
    go_to_the_till(page, market)
    say_who_and_when(page, method="halle")
    page.get_by_text("Solidarité : donner, ou prendre").click()
    page.get_by_label("J’ai un mot de la caisse").fill(word.replace("-", " ").upper())
    if javascript:
        page.get_by_label("J’ai un mot de la caisse").press("Tab")
    else:
        page.get_by_role("button", name="Recompter le total").click()
    expect(page.get_by_text("La caisse de solidarité paie")).to_be_visible()
    expect(page.get_by_label("Votre nom")).to_have_value("Nour Benali")
    assert fits(page)

    page.get_by_role("button", name="Commander, sans rien à payer").click()

    expect_ordered(page)
    expect(page.get_by_text("Déjà réglé")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("caisse")
    assert fits(page)


def test_a_wrong_word_is_said_and_nothing_typed_is_lost(open_page, market):
    page = open_page(javascript=False)
    go_to_the_till(page, market)
    say_who_and_when(page, method="halle")
    page.get_by_text("Solidarité : donner, ou prendre").click()
    page.get_by_label("J’ai un mot de la caisse").fill("petit pois")
    page.get_by_role("button", name="Commande avec obligation").click()
    expect(page.locator("#id_word_error")).to_contain_text("n’est pas connu")
    expect(page.get_by_label("J’ai un mot de la caisse")).to_have_value("petit pois")
    expect(page.get_by_label("Votre nom")).to_have_value("Nour Benali")


def test_a_basket_given_with_an_order_enters_the_fund(open_page, market):
    page = open_page()
    go_to_the_till(page, market)
    say_who_and_when(page, method="carte")
    page.get_by_text("Solidarité : donner, ou prendre").click()
    page.get_by_label(re.compile("Offrir un panier suspendu")).check()
    expect(page.get_by_text("Votre don à la caisse")).to_be_visible()
    page.get_by_role("button", name="Commande avec obligation").click()
    pay(page)
    expect_ordered(page)
    expect(page.get_by_text("Votre don à la caisse de solidarité")).to_be_visible()


def test_a_gift_alone_is_paid_and_thanked(open_page):
    page = open_page()
    page.goto(FUND)
    assert fits(page)
    page.get_by_label("Combien, en euros").fill("7,50")
    follow(page.get_by_role("button", name="Donner par carte"))
    pay(page)
    expect(page.get_by_text("quelqu’un prendra un panier grâce à vous")).to_be_visible(
        timeout=30_000
    )
