"""A corner offered on a phone, a household brought to it by the committee, and two yes: with a real worker."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP
from tests.browser.inbox import link_in, read_mail
from tests.browser.signing import sign_in

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

GUEST = "fatou.ndiaye@voisins.example"


def heading(page: Page, words: str):
    return page.get_by_role("heading", name=re.compile(words), level=1)


def open_my_plot(page: Page) -> None:
    page.goto("/compte/")
    page.get_by_role("link", name=re.compile("Parcelle 9")).first.click()
    expect(heading(page, "Parcelle 9")).to_be_visible()


def withdraw_what_stands(page: Page) -> None:
    page.get_by_role("link", name="Voir ou retirer mon coin").click()
    page.get_by_role("link", name="Retirer mon coin").click()
    page.get_by_role("button", name="Retirer mon coin").click()
    expect(page.get_by_text("Votre coin n’est plus proposé.")).to_be_visible()


def offer_a_corner_by_keyboard(page: Page) -> None:
    page.get_by_role("link", name="Proposer un coin").press("Enter")
    page.get_by_label("Combien de mètres carrés").fill("40")
    page.get_by_role("button", name="Proposer ce coin").press("Enter")
    expect(page.get_by_text("Gardez-en un peu pour vous").first).to_be_visible()
    page.get_by_label("Combien de mètres carrés").fill("4")
    page.get_by_label("Qui cultive quoi").fill("La planche du milieu.")
    page.get_by_label("le week-end").press("Space")
    page.get_by_role("button", name="Proposer ce coin").press("Enter")
    expect(page.get_by_role("heading", name="Un coin de 4 m²")).to_be_visible()
    expect(page.get_by_text("Un coin va au premier foyer de la liste")).to_be_visible()


def bring_together(page: Page) -> None:
    """The committee: the rule proposes, passing by whoever was asked before."""
    sign_in(page, box="jardins", to="/gestion/")
    page.goto("/gestion/jardins/partages/")
    page.get_by_role("row", name=re.compile("4 m²")).get_by_role("link").click()
    expect(page.get_by_text("La règle dit")).to_contain_text("Fatou Ndiaye")
    page.get_by_role("button", name="Rapprocher deux foyers").click()
    expect(page.get_by_text("Il faut deux oui").first).to_be_visible()


def test_offer_a_corner_and_share_it(open_page):
    host = open_page()
    sign_in(host, box="jardin", to="/compte/")
    open_my_plot(host)
    withdraw_what_stands(host)
    offer_a_corner_by_keyboard(host)
    bring_together(open_page(viewport=LAPTOP))

    guest = open_page(javascript=False)
    mail = read_mail(guest, to=GUEST, subject="Partager une parcelle")
    assert "Haddad" not in mail
    guest.goto(link_in(mail, holding="/partage/"))
    expect(guest.get_by_text("La planche du milieu.")).to_be_visible()
    guest.get_by_role("button", name="Oui, partageons").click()
    expect(guest.get_by_text("répond de son côté")).to_be_visible()

    open_my_plot(host)
    host.get_by_role("link", name="Voir et répondre").click()
    expect(host.get_by_text("Fatou a dit oui")).to_be_visible()
    host.get_by_role("button", name="Oui, partageons").press("Enter")
    host.get_by_role("link", name="Ouvrir ma page").click()
    host.get_by_role("link", name="Ouvrir notre accord").click()
    expect(host.get_by_text(GUEST)).to_be_visible()
    assert host.evaluate("document.documentElement.scrollWidth") <= 360

    mail = read_mail(guest, to=GUEST, subject="Vous partagez la parcelle 9")
    guest.goto(link_in(mail, holding="/ma-parcelle/"))
    expect(heading(guest, "Parcelle 9")).to_be_visible()
    guest.get_by_role("link", name="Ouvrir notre accord").click()
    expect(guest.get_by_text("jardin@halle.example")).to_be_visible()
