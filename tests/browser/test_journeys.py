"""A newcomer reserves a seat, orders and pays a basket, asks for a plot: on a phone, with a real worker."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.inbox import link_in, read_mail
from tests.browser.steps import open_session, pay

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

WITH_AND_WITHOUT = pytest.mark.parametrize(
    "javascript", [True, False], ids=["with JavaScript", "without JavaScript"]
)


def new_address() -> str:
    return f"nour-{uuid4().hex[:8]}@exemple.fr"


def heading(page: Page, words: str):
    return page.get_by_role("heading", name=re.compile(words), level=1)


@WITH_AND_WITHOUT
def test_reserve_a_seat_then_leave_it_by_the_mail(open_page, javascript):
    email = new_address()
    page = open_page("/", javascript=javascript)
    page.get_by_role("link", name="Les ateliers").first.click()
    expect(page.locator(".card--link", has_text="Encore").first).to_be_visible()
    open_session(page, "mercredi-en-famille")
    page.get_by_label("Combien de places").fill("2")
    page.get_by_label("Votre nom").fill("Nour نور")
    page.get_by_label("Votre adresse e-mail").fill(email)
    page.get_by_role("button", name="Réserver ma place").click()
    expect(heading(page, "C’est réservé")).to_be_visible()

    mail = read_mail(page, to=email, subject="C’est réservé")
    assert "atelier.ics" in mail
    page.goto(link_in(mail, holding="reservation"))
    page.get_by_role("button", name="Rendre mes 2 places").click()

    expect(heading(page, "Réservation annulée")).to_be_visible()
    read_mail(page, to=email, subject="Réservation annulée")


def fill_basket(page: Page) -> None:
    """Two things of the first stall that has some."""
    page.goto("/marche/")
    for _ in range(2):
        add = page.get_by_role("button", name=re.compile("^Ajouter"))
        before = add.count()
        add.first.click()
        expect(add).to_have_count(before - 1)


def check_out(page: Page, *, email: str, method: str) -> None:
    fill_basket(page)
    page.goto("/marche/panier/")
    page.get_by_role("button", name="Commander").click()
    page.get_by_label("Votre nom").fill("Nour Benali")
    page.get_by_label("Votre adresse e-mail").fill(email)
    page.locator("[name=slot]:enabled").last.check()
    page.get_by_label(re.compile(method)).check()
    page.get_by_role("button", name="Commande avec obligation de paiement").click()


def expect_confirmed(page: Page, *, email: str) -> None:
    expect(heading(page, "C’est commandé")).to_be_visible(timeout=30_000)
    number = page.locator(".ticket__code").inner_text()
    assert number in read_mail(page, to=email, subject=number)


def test_order_and_pay_by_card(open_page):
    email = new_address()
    page = open_page()
    check_out(page, email=email, method="carte")
    pay(page, "4242 4242 4242 4242")
    expect_confirmed(page, email=email)


def test_a_declined_card_says_why_and_another_one_passes(open_page):
    email = new_address()
    page = open_page()
    check_out(page, email=email, method="carte")
    pay(page, "4000 0000 0000 9995")
    expect(page.get_by_role("alert").first).to_contain_text("solde de la carte est insuffisant")

    pay(page, "4242 4242 4242 4242")
    expect_confirmed(page, email=email)


def test_the_bank_asks_and_is_told_yes(open_page):
    email = new_address()
    page = open_page()
    check_out(page, email=email, method="carte")
    pay(page, "4000 0025 0000 3155")
    page.get_by_role("button", name="Autoriser").click()
    expect_confirmed(page, email=email)


def test_the_bank_asks_and_is_told_no(open_page):
    page = open_page()
    check_out(page, email=new_address(), method="carte")
    pay(page, "4000 0025 0000 3155")
    page.get_by_role("button", name="Refuser").click()
    expect(page.get_by_text("Le paiement n’est pas passé")).to_be_visible(timeout=20_000)


@WITH_AND_WITHOUT
def test_order_and_pay_at_the_hall(open_page, javascript):
    email = new_address()
    page = open_page(javascript=javascript)
    check_out(page, email=email, method="halle")
    expect_confirmed(page, email=email)


def test_without_javascript_a_card_order_is_paid_at_the_hall_instead(open_page):
    email = new_address()
    page = open_page(javascript=False)
    check_out(page, email=email, method="carte")
    expect(page.get_by_text("Le paiement par carte a besoin de JavaScript")).to_be_visible()
    page.get_by_role("button", name=re.compile("la halle")).click()
    expect_confirmed(page, email=email)


@WITH_AND_WITHOUT
def test_ask_for_a_plot_and_learn_the_rank_and_its_reason(open_page, javascript):
    email = new_address()
    page = open_page("/jardins/", javascript=javascript)
    page.get_by_role("link", name="Voir le jardin").first.click()
    page.get_by_role("link", name=re.compile("Demander")).first.click()
    page.get_by_label("Votre nom").fill("Nour Benali")
    page.get_by_label("Votre adresse e-mail").fill(email)
    page.get_by_role("button", name="Entrer dans la liste").click()
    expect(page.get_by_text(re.compile(r"Vous êtes (premi|\d+e)")).first).to_be_visible()

    assert re.search(
        r"Vous êtes (premi|\d+e)", read_mail(page, to=email, subject="parcelle|demande")
    )


def test_in_english_too(open_page):
    page = open_page("/", locale="en-GB")
    page.get_by_role("link", name="English").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Workshops").first.click()
    expect(page).to_have_url(re.compile("/en/ateliers/"))
