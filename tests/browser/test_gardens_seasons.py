"""A gardener goes on for another season, from her account to the receipt; the committee writes about a plot."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP
from tests.browser.steps import pay
from tests.browser.test_accessibility import sign_in, violations

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]


def my_plot(page: Page) -> None:
    page.goto("/compte/")
    page.get_by_role("link", name=re.compile("Parcelle 9")).click()


def test_a_gardener_stays_and_pays_by_card(open_page):
    page = open_page()
    sign_in(page, "jardin@halle.example", towards="/compte/")
    my_plot(page)
    assert violations(page) == []
    page.get_by_role("link", name="Continuer ou s’arrêter").click()
    assert violations(page) == []
    page.get_by_label(re.compile("Votre cotisation")).fill("3")
    page.get_by_role("button", name="Je continue").click()
    expect(page.get_by_text("Au moins 5").first).to_be_visible()
    page.get_by_label(re.compile("Votre cotisation")).fill("12,50")
    page.get_by_role("button", name="Je continue").click()
    expect(page.get_by_role("heading", name="Ma cotisation")).to_be_visible()
    assert violations(page) == []

    page.get_by_role("button", name=re.compile("par carte")).click()
    pay(page)

    expect(page.get_by_role("heading", name="Cotisation versée, merci")).to_be_visible()
    my_plot(page)
    expect(page.get_by_text("Cotisation reçue, merci").first).to_be_visible()


def test_the_committee_reads_an_answer_on_the_board(open_page):
    page = open_page(viewport=LAPTOP)
    sign_in(page, "jardins@halle.example", towards="/gestion/")
    page.goto("/gestion/jardins/tableau/")
    page.get_by_role("link", name=re.compile("Prise de nouvelles")).click()
    page.locator("table.listing tbody a[href*='/foyers/']").first.click()
    page.get_by_role("link", name="Où en est la prise de nouvelles").click()
    page.get_by_role("link", name="J’ai lu la réponse").click()
    page.get_by_role("button", name="J’ai lu la réponse").click()
    expect(page.get_by_text("attend le")).to_be_visible()


def test_the_charter_is_sound(open_page):
    page = open_page("/jardins/lavandieres/charte/")
    assert violations(page) == []
