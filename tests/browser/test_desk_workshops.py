"""A volunteer calls a paid session off at the desk; who had booked reads why, and that the money comes back."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP
from tests.browser.inbox import read_mail
from tests.browser.signing import sign_in
from tests.browser.steps import pay, plan_session

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

WHY = "La cuisine est inondée, nous en sommes désolés."
# A seat costs 15 €: the sum is said with a no-break space.
PAID_BACK = re.compile(r"15\s€ vous sont remboursés,? sur la même carte")


def book_and_pay(page: Page, session: str, *, email: str) -> None:
    page.goto(session)
    page.get_by_label("Votre nom").fill("Nour Benali")
    page.get_by_label("Votre adresse e-mail").fill(email)
    page.get_by_role("button", name=re.compile("Réserver, avec obligation")).click()
    pay(page)
    expect(heading(page, "C’est réservé")).to_be_visible(timeout=30_000)


def heading(page: Page, words: str):
    return page.get_by_role("heading", name=re.compile(words), level=1)


def call_off(desk: Page, session: str) -> None:
    """Asked twice: why, with what it costs, then a box that says it is meant."""
    number = re.search(r"seances/(\d+)/", session)[1]
    sign_in(desk, box="animation", to=f"/gestion/ateliers/seances/{number}/")
    expect(desk.get_by_text("Nour Benali").first).to_be_visible()
    desk.get_by_role("link", name="Annuler la séance").click()
    expect(desk.get_by_text("1 foyer inscrit reçoit un message")).to_be_visible()
    expect(desk.get_by_text(re.compile(r"15,00\s€ sont remboursés, en entier"))).to_be_visible()
    desk.get_by_label("Pourquoi").fill(WHY)
    desk.get_by_role("button", name="Annuler la séance").click()
    desk.get_by_label(re.compile("Oui, annuler")).check()
    desk.get_by_role("button", name="Annuler la séance").click()
    expect(desk.get_by_text(WHY).first).to_be_visible()


def test_a_paid_session_called_off_at_the_desk_is_paid_back_and_said(open_page):
    email = f"nour-{uuid4().hex[:8]}@exemple.fr"
    session = plan_session(open_page, "faire-son-fromage", name="Faire son fromage", seats=4)
    guest = open_page()
    book_and_pay(guest, session, email=email)
    booking = guest.url

    call_off(open_page(viewport=LAPTOP), session)

    # A task calls each booking off; the mail is written with it, and leaves after it.
    mail = read_mail(guest, to=email, subject="Séance annulée")
    assert WHY in mail
    assert PAID_BACK.search(mail)
    guest.goto(booking)
    expect(heading(guest, "annulée")).to_be_visible()
    expect(guest.get_by_text(WHY)).to_be_visible()
    expect(guest.get_by_text(PAID_BACK)).to_be_visible()
