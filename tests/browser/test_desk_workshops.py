"""A volunteer calls a session off at the desk; who had booked reads it, and why."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP
from tests.browser.signing import sign_in

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

WHY = "La cuisine est inondée, nous en sommes désolés."


def book_somewhere(page: Page, *, email: str) -> str:
    """A seat in the first session with room; the address of the session."""
    page.get_by_role("link", name="Les ateliers").first.click()
    page.locator(".card--link", has_text=re.compile("Encore")).last.get_by_role("link").click()
    session = re.search(r"seances/(\d+)/", page.url)
    page.get_by_label("Votre nom").fill("Nour Benali")
    page.get_by_label("Votre adresse e-mail").fill(email)
    page.get_by_role("button", name="Réserver ma place").click()
    expect(page.get_by_role("heading", name=re.compile("C’est réservé"), level=1)).to_be_visible()
    return session[1]


def test_a_session_called_off_at_the_desk_is_said_on_the_booking(open_page):
    email = f"nour-{uuid4().hex[:8]}@exemple.fr"
    guest = open_page("/")
    session = book_somewhere(guest, email=email)
    booking = guest.url

    desk = open_page(viewport=LAPTOP)
    sign_in(desk, box="animation", to=f"/gestion/ateliers/seances/{session}/")
    expect(desk.get_by_text("Nour Benali").first).to_be_visible()
    desk.get_by_role("link", name="Annuler la séance").click()
    expect(desk.get_by_text(re.compile("reçoi"))).to_be_visible()
    desk.get_by_label("Pourquoi").fill(WHY)
    desk.get_by_label(re.compile("Oui, annuler")).check()
    desk.get_by_role("button", name="Annuler la séance").click()
    expect(desk.get_by_text(WHY).first).to_be_visible()

    guest.goto(booking)
    for _again in range(20):  # a task calls each booking off
        if guest.get_by_role("heading", name=re.compile("annulée"), level=1).count():
            break
        guest.wait_for_timeout(500)
        guest.reload()
    expect(guest.get_by_role("heading", name=re.compile("annulée"), level=1)).to_be_visible()
