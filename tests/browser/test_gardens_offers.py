"""A household asks for a plot, the committee offers one, and it is accepted by mail: signed, and paid by card."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP
from tests.browser.inbox import link_in, read_mail
from tests.browser.signing import sign_in
from tests.browser.steps import pay
from tests.browser.test_accessibility import violations

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

NAME = "Yasmine Bel Haj"
ADDRESS = (
    f"yasmine.{uuid4().hex[:8]}@voisins.example"  # a platform that serves twice knows the first
)


def ask(page: Page) -> None:
    page.goto("/jardins/lavandieres/demander/")
    page.get_by_label("Votre nom").fill(NAME)
    page.get_by_label("Votre adresse e-mail").fill(ADDRESS)
    page.get_by_label("le week-end").check()
    page.get_by_label("ni jardin, ni balcon").check()
    assert violations(page) == []
    page.get_by_role("button", name="Entrer dans la liste").click()
    expect(page.get_by_role("heading", name="Votre rang")).to_be_visible()
    expect(page.get_by_text("jours d’avance").first).to_be_visible()
    assert violations(page) == []


def offer(page: Page) -> None:
    """The rules propose another, who has waited longer: the committee says why it decides otherwise."""
    sign_in(page, box="jardins", to="/gestion/")
    page.goto("/gestion/jardins/attribuer/")
    page.get_by_role("link", name=re.compile("^Proposer")).first.click()
    page.get_by_label(re.compile(NAME)).last.check()
    page.get_by_role("button", name="Proposer cette parcelle").click()
    expect(page.get_by_text("Dites pourquoi").first).to_be_visible()
    page.get_by_label("Pourquoi ce foyer").fill(
        "Une entorse : la parcelle la plus proche du portail."
    )
    page.get_by_role("button", name="Proposer cette parcelle").click()
    expect(page.get_by_text("La proposition est partie")).to_be_visible()


def test_ask_accept_sign_and_pay(open_page):
    page = open_page()
    ask(page)
    offer(open_page(viewport=LAPTOP))

    mail = read_mail(page, to=ADDRESS, subject="Une parcelle pour vous")
    page.goto(link_in(mail, holding="/proposition/"))
    assert violations(page) == []
    page.get_by_label("Votre prénom et votre nom").fill("")
    page.get_by_role("button", name="J’accepte cette parcelle").click()
    expect(page.get_by_text("Écrivez votre nom").first).to_be_visible()
    page.get_by_label("Votre prénom et votre nom").fill(NAME)
    page.get_by_role("button", name="J’accepte cette parcelle").click()
    expect(page.get_by_role("heading", name=re.compile("^Parcelle"), level=1)).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Payer ma cotisation").click()
    page.get_by_role("button", name=re.compile("par carte")).click()
    pay(page)
    expect(page.get_by_role("heading", name="Cotisation versée, merci")).to_be_visible()
