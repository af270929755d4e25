"""A seat paid by card, a place in the waiting list that becomes one, and a seat given back: with a real worker."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.inbox import link_in, read_mail

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

CHEESE, COUNCIL, TIERS = "Faire son fromage", "Le conseil de la halle", "Reprendre ses vêtements"


def new_address() -> str:
    return f"lea-{uuid4().hex[:8]}@exemple.fr"


def heading(page: Page, words: str):
    return page.get_by_role("heading", name=re.compile(words), level=1)


def session_of(page: Page, workshop: str, *, words: str) -> None:
    """Open a session of a workshop whose card says these words."""
    page.goto("/ateliers/?page=1")
    while True:
        card = page.locator(".card--link", has_text=workshop).filter(has_text=re.compile(words))
        if card.count():
            card.last.get_by_role("link").click()
            return
        page.get_by_role("link", name=re.compile("Suivante")).click()


def fill_in(page: Page, *, email: str) -> None:
    page.get_by_label("Votre nom").fill("Léa Roy")
    page.get_by_label("Votre adresse e-mail").fill(email)


def pay(page: Page, number: str) -> None:
    page.get_by_label("Numéro de carte").fill(number)
    page.get_by_label("Date d’expiration").fill("12 / 34")
    page.get_by_label("CVC").fill("123")
    page.get_by_role("button", name=re.compile("^Payer ")).first.click()


def book_cheese(page: Page, *, email: str) -> None:
    """A paid seat: of a morning that still has some, else of its twin."""
    session_of(page, CHEESE, words="Encore")
    fill_in(page, email=email)
    page.get_by_role("button", name=re.compile("Réserver, avec obligation")).click()
    expect(heading(page, "Payer mes places")).to_be_visible()
    expect(page.locator("[data-until]").first).to_contain_text("encore")


@pytest.mark.parametrize("card", ["4242 4242 4242 4242", "4000 0025 0000 3155"])
def test_book_and_pay_by_card(open_page, card):
    email = new_address()
    page = open_page()
    book_cheese(page, email=email)
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
    session_of(page, TIERS, words="Encore")
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
    """Three friends take what is left, a fourth waits; one leaves by the mail, and the fourth gets the seat."""
    page = open_page(javascript=javascript)
    session_of(page, COUNCIL, words="Encore")
    address = page.url
    booked = []
    for _friend in range(8):
        if not page.get_by_role("button", name="Réserver ma place").count():
            break
        email = new_address()
        page.get_by_label("Combien de places").fill(seats_left(page))
        fill_in(page, email=email)
        page.get_by_role("button", name="Réserver ma place").click()
        expect(heading(page, "C’est réservé")).to_be_visible()
        booked.append(email)
        page.goto(address)
    waiting = new_address()
    page.get_by_label("Pour combien de personnes").fill("1")
    fill_in(page, email=waiting)
    page.get_by_role("button", name="Entrer dans la liste").click()
    expect(page.get_by_text("Vous êtes en tête de la liste")).to_be_visible()

    mail = read_mail(page, to=booked[0], subject="C’est réservé")
    page.goto(link_in(mail, holding="reservation"))
    page.get_by_role("button", name=re.compile("Rendre mes? ")).click()

    offer = read_mail(page, to=waiting, subject="place")
    page.goto(link_in(offer, holding="proposition"))
    page.get_by_role("button", name="J’accepte").click()
    expect(heading(page, "C’est réservé")).to_be_visible()


def seats_left(page: Page) -> str:
    """At most six, of those the page says are left."""
    said = page.locator("aside .small", has_text=re.compile("Encore")).inner_text()
    return str(min(6, int(re.search(r"\d+", said)[0])))


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
    session_of(page, TIERS, words="Encore")
    page.get_by_label(re.compile("Solidaire")).check()
    fill_in(page, email=email)
    page.get_by_role("button", name="Réserver ma place").click()
    mail = read_mail(page, to=email, subject="C’est réservé")
    assert "À l’entrée, dites votre nom ou le numéro" in mail

    page.goto(link_in(mail, holding="reservation") + "annuler/")
    page.get_by_role("button", name="Rendre ma place").click()
    expect(heading(page, "Réservation annulée")).to_be_visible()
