"""A seat paid by card, a place in the waiting list that becomes one, and a seat given back: with a real worker."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.inbox import link_in, read_mail
from tests.browser.steps import open_session, pay, plan_session

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

CHEESE = {"workshop": "faire-son-fromage", "name": "Faire son fromage"}
COUNCIL = {"workshop": "conseil-de-la-halle", "name": "Le conseil de la halle"}
TIERS = "reprendre-ses-vetements"


def new_address() -> str:
    return f"lea-{uuid4().hex[:8]}@exemple.fr"


def heading(page: Page, words: str):
    return page.get_by_role("heading", name=re.compile(words), level=1)


def fill_in(page: Page, *, email: str) -> None:
    page.get_by_label("Votre nom").fill("Léa Roy")
    page.get_by_label("Votre adresse e-mail").fill(email)


def book_paid_seat(page: Page, session: str, *, email: str) -> None:
    page.goto(session)
    fill_in(page, email=email)
    page.get_by_role("button", name=re.compile("Réserver, avec obligation")).click()
    expect(heading(page, "Payer mes places")).to_be_visible()
    expect(page.locator("[data-until]").first).to_contain_text("encore")


@pytest.mark.parametrize("card", ["4242 4242 4242 4242", "4000 0025 0000 3155"])
def test_book_and_pay_by_card(open_page, card):
    email = new_address()
    page = open_page()
    session = plan_session(open_page, **CHEESE, seats=3)
    book_paid_seat(page, session, email=email)
    pay(page, card)
    if card.startswith("4000"):
        page.get_by_role("button", name="Autoriser").click()
    expect(heading(page, "C’est réservé")).to_be_visible(timeout=30_000)

    mail = read_mail(page, to=email, subject="C’est réservé")
    page.goto(link_in(mail, holding="reservation"))
    page.get_by_role("button", name="Rendre ma place").click()
    expect(heading(page, "Réservation annulée")).to_be_visible()


def test_names_and_prices_seat_by_seat(open_page):
    page = open_page()
    open_session(page, TIERS)
    page.get_by_label("Combien de places").fill("2")
    page.get_by_label("Combien de places").press("Tab")
    expect(page.locator(".seat-row")).to_have_count(2)
    page.get_by_label("Prénom et nom").last.fill("Ilyes")
    expect(page.get_by_label("Responsable légal·e")).to_be_hidden()
    page.get_by_label("Moins de 18 ans").last.check()
    page.get_by_label("Responsable légal·e").fill("Léa Roy")
    for row in page.locator(".seat-row").all():
        row.get_by_label(re.compile("Solidaire")).check()
    fill_in(page, email=new_address())
    page.get_by_role("button", name="Réserver ma place").click()

    expect(heading(page, "C’est réservé")).to_be_visible()
    expect(page.get_by_text("Ilyes")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_wait_then_accept_the_offer_of_the_mail(open_page, javascript):
    """Three friends take the three seats, a fourth waits; one leaves by the mail, and the fourth gets the seat."""
    page = open_page(javascript=javascript)
    address = plan_session(open_page, **COUNCIL, seats=3)
    booked = [new_address() for _friend in range(3)]
    for email in booked:
        page.goto(address)
        fill_in(page, email=email)
        page.get_by_role("button", name="Réserver ma place").click()
        expect(heading(page, "C’est réservé")).to_be_visible()
    waiting = new_address()
    page.goto(address)
    page.get_by_label("Pour combien de personnes").fill("1")
    fill_in(page, email=waiting)
    page.get_by_role("button", name="Entrer dans la liste").click()
    expect(page.get_by_text("Vous êtes en tête de la liste")).to_be_visible()

    mail = read_mail(page, to=booked[0], subject="C’est réservé")
    page.goto(link_in(mail, holding="reservation"))
    page.get_by_role("button", name="Rendre ma place").click()

    offer = read_mail(page, to=waiting, subject="Une place pour vous")
    page.goto(link_in(offer, holding="proposition"))
    page.get_by_role("button", name="J’accepte").click()
    expect(heading(page, "C’est réservé")).to_be_visible()


def test_three_answers_by_the_keyboard_alone_without_a_script(open_page):
    """The link of the mail serves once, and then says so."""
    page = open_page(javascript=False)
    mail = read_mail(page, to="samira.bouzid@voisins.example", subject="Merci d’être venu")
    address = link_in(mail, holding="avis")
    page.goto(address)
    for question, answer in (("retirez", "Pas mal"), ("parlé", "Oui"), ("Reviendriez", "Non")):
        asked = page.get_by_role("group", name=re.compile(question))
        asked.get_by_role("radio", name=answer).focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Envoyer mes réponses").focus()
    page.keyboard.press("Enter")
    expect(heading(page, "Merci pour vos réponses")).to_be_visible()

    again = page.request.get(address)
    assert again.status == 410
    assert "Ce lien a déjà servi" in again.text()


def test_a_seat_is_given_back_from_the_mail_without_a_script(open_page):
    email = new_address()
    page = open_page(javascript=False)
    open_session(page, TIERS)
    page.get_by_label(re.compile("Solidaire")).check()
    fill_in(page, email=email)
    page.get_by_role("button", name="Réserver ma place").click()
    mail = read_mail(page, to=email, subject="C’est réservé")
    assert "À l’entrée, dites votre nom ou le numéro" in mail

    page.goto(link_in(mail, holding="reservation") + "annuler/")
    page.get_by_role("button", name="Rendre ma place").click()
    expect(heading(page, "Réservation annulée")).to_be_visible()
