"""From the basket to the order in hand, on a phone: three stalls, one payment, and all that can happen in between."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.inbox import read_mail
from tests.browser.market_days import (
    FROM_THREE,
    Market,
    farm_of,
    fill_basket,
    go_to_the_till,
    plan_market,
    put,
    say_who_and_when,
)
from tests.browser.steps import arrive, follow, pay

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

BINDS = "Commande avec obligation de paiement"
THREE_DS = "4000 0025 0000 3155"


@pytest.fixture
def market(open_page) -> Market:
    return plan_market(open_page)


def send(page: Page) -> None:
    page.get_by_role("button", name=BINDS).click()


def ordered_at_the_hall(page: Page, market: Market) -> str:
    """An order of three things, paid on the day; return the address of its receipt."""
    go_to_the_till(page, market)
    email = say_who_and_when(page, method="halle")
    send(page)
    expect_ordered(page)
    return email


def expect_ordered(page: Page) -> None:
    title = page.get_by_role("heading", name=re.compile("C’est commandé"), level=1)
    expect(title).to_be_visible(timeout=30_000)


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_three_stalls_one_slot_wishes_and_a_card(open_page, market):
    page = open_page()
    go_to_the_till(page, market)
    expect(page.get_by_text("Vos produits sont gardés jusqu’à")).to_be_visible()
    email = say_who_and_when(page, method="carte")
    page.get_by_text("Si un produit manque, et un mot aux étals").click()
    page.get_by_label(f"Si « {FROM_THREE[0]} » manque").select_option(label="appelez-moi")
    page.get_by_label(re.compile("^Un mot à")).first.fill("Bien cuit, merci !")
    assert fits(page)
    send(page)
    pay(page)
    expect_ordered(page)
    for name in FROM_THREE:
        expect(page.locator(".ticket")).to_contain_text(name)
    expect(page.locator(".ticket")).to_contain_text("« Bien cuit, merci ! »")
    expect(page.locator("aside")).to_contain_text("9 h – 9 h 30")
    assert fits(page)
    number = page.locator(".ticket__code").inner_text()
    mail = read_mail(page, to=email, subject=rf"{number}\s: à bientôt")
    assert re.search(r"9\sh\s– 9\sh\s30", mail)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_an_order_paid_at_the_hall_changes_then_is_taken_back(open_page, market, javascript):
    page = open_page(javascript=javascript)
    email = ordered_at_the_hall(page, market)
    number = page.locator(".ticket__code").inner_text()

    page.get_by_role("link", name="Modifier les quantités").click()
    arrive(page, "**/modifier/")
    page.get_by_role("spinbutton", name=re.compile(FROM_THREE[0])).fill("999")
    page.get_by_role("button", name="Enregistrer mes changements").click()
    expect(page.locator(".errors")).to_contain_text("il ne reste que")
    page.get_by_role("spinbutton", name=re.compile(FROM_THREE[0])).fill("2")
    page.get_by_role("spinbutton", name=re.compile(FROM_THREE[1])).fill("0")
    assert fits(page)
    page.get_by_role("button", name="Enregistrer mes changements").click()
    expect_ordered(page)
    expect(page.locator(".ticket")).to_contain_text(f"{FROM_THREE[0]}, 2")
    expect(page.locator(".ticket s")).to_have_text(FROM_THREE[1])
    order = page.url

    assert "retiré" in read_mail(page, to=email, subject=f"{number} modifiée")
    page.goto(order)
    page.get_by_role("link", name="Annuler ma commande").click()
    page.get_by_role("button", name="Annuler ma commande").click()
    expect(page.get_by_text("vous ne devez rien")).to_be_visible()
    read_mail(page, to=email, subject=f"{number} annulée")


def test_what_is_added_to_a_paid_order_is_paid_by_another_card(open_page, market):
    page = open_page()
    go_to_the_till(page, market)
    say_who_and_when(page, method="carte")
    send(page)
    pay(page)
    expect_ordered(page)
    page.get_by_role("link", name="Modifier les quantités").click()
    page.get_by_role("button", name=f"Plus de {FROM_THREE[0]}").click()
    page.get_by_role("button", name="Enregistrer mes changements").click()
    expect(page.get_by_text("Confirmée, il reste à payer")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Payer .* par carte")).click()
    arrive(page, "**/payer-le-reste/")
    pay(page)
    expect(page.get_by_text("Payée et confirmée")).to_be_visible(timeout=30_000)


def test_the_window_closes_while_the_bank_asks_and_the_order_stays(open_page, market):
    page = open_page()
    go_to_the_till(page, market)
    say_who_and_when(page, method="carte")
    send(page)
    pay(page, THREE_DS)
    yes = page.get_by_role("button", name="Autoriser")
    expect(yes).to_be_visible()
    market.close()
    yes.click()
    expect_ordered(page)
    expect(page.get_by_role("link", name="Annuler ma commande")).to_have_count(0)

    page.get_by_label("Votre message à la halle").fill("Gardez-moi le pain, j’arrive tard.")
    page.get_by_role("button", name="Envoyer à la halle").click()
    expect(page.locator(".said")).to_contain_text("j’arrive tard")


def test_the_window_closes_before_the_button_is_pressed(open_page, market):
    page = open_page()
    go_to_the_till(page, market)
    say_who_and_when(page, method="halle")
    market.close()
    send(page)
    expect(page.locator(".errors")).to_contain_text("Les commandes sont closes")
    follow(page.get_by_role("link", name="Revoir mon panier"))
    expect(page.get_by_text("Les commandes sont closes pour ce jour")).to_be_visible()
    expect(page.get_by_role("button", name="Commander")).to_have_count(0)


def test_a_price_that_changes_is_shown_before_it_binds(open_page, market):
    page = open_page()
    go_to_the_till(page, market)
    say_who_and_when(page, method="halle")
    total = page.locator(".till__pay .ticket__total").inner_text()
    behind_the_stall(market, FROM_THREE[0]).get_by_label("Prix").fill("9,90")
    market.desk.get_by_role("button", name="Tout enregistrer").click()
    expect(market.desk.get_by_text("offre enregistrée")).to_be_visible()

    send(page)
    expect(page.locator(".errors")).to_contain_text("relisez le total, puis confirmez")
    expect(page.locator(".till__pay .ticket__total")).not_to_have_text(total)
    expect(page.get_by_label("Votre nom")).to_have_value("Nour Benali")
    page.goto("/marche/panier/")
    expect(page.get_by_text("Le prix a changé depuis")).to_contain_text("9,90")


def test_a_stall_that_will_not_come_is_said_on_its_line(open_page, market):
    page = open_page()
    fill_basket(page, market)
    market.desk.goto(market.stall(farm_of(page, market, FROM_THREE[0])) + "absence/")
    market.desk.get_by_role("button", name="Oui, tout fermer").click()
    expect(market.desk.get_by_text("Toutes les offres de ce jour sont fermées")).to_be_visible()

    page.goto("/marche/panier/")
    line = page.locator(".basket__line", has_text=FROM_THREE[0])
    expect(line).to_contain_text("Il n’en reste plus, ou l’étal l’a retiré.")
    expect(page.get_by_text("Ajustez les lignes signalées")).to_be_visible()
    assert fits(page)
    line.get_by_role("button", name="Retirer").click()
    follow(page.get_by_role("button", name="Commander"))
    expect(page.get_by_role("button", name=BINDS)).to_be_visible()


def test_a_slot_that_fills_while_one_types(open_page):
    market = plan_market(open_page, places=1)
    page, quicker = open_page(), open_page()
    go_to_the_till(page, market)
    say_who_and_when(page, method="halle")
    put(quicker, market, FROM_THREE[0])
    quicker.goto("/marche/panier/")
    follow(quicker.get_by_role("button", name="Commander"))
    say_who_and_when(quicker, method="halle")
    send(quicker)
    expect_ordered(quicker)

    send(page)
    expect(page.locator(".till__slots .field__error")).to_contain_text("vient de se remplir")
    expect(page.locator(".till__slots label").first).to_contain_text("complet")
    page.locator("[name=slot]:enabled").first.check()
    send(page)
    expect_ordered(page)


def behind_the_stall(market: Market, product: str) -> Locator:
    """The line of a product on its farm's screen, opened at the desk's browser."""
    market.desk.goto(market.stall(farm_of(market.desk, market, product)))
    return market.desk.locator(".stand-line", has_text=product).first
