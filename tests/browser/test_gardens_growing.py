"""A household notes in two taps what it sowed, takes it back, and offers what is too much: with a real worker."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.inbox import read_mail
from tests.browser.signing import sign_in
from tests.browser.test_accessibility import violations

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]


def my_plot(page: Page) -> str:
    sign_in(page, box="jardin", to="/compte/")
    page.get_by_role("link", name=re.compile("Parcelle 9")).first.click()
    expect(page.get_by_role("heading", name="Parcelle 9", level=1)).to_be_visible()
    return page.url


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_a_tap_notes_a_sowing_and_another_takes_it_back(open_page, javascript):
    page = open_page(javascript=javascript)
    my_plot(page)
    page.get_by_role("link", name="J’ai semé").click()
    # Out of its season it lies on the last shelf, which is shut: whatever the month, a search brings it.
    page.get_by_label("Chercher une plante").fill("fève")
    page.locator("main").get_by_role("button", name="Chercher", exact=True).click()
    page.get_by_role("button", name="Fève", exact=True).click()
    expect(page.get_by_role("heading", name="Fève", level=1)).to_be_visible()
    expect(page.get_by_text("Récolte attendue")).to_be_visible()

    page.get_by_label(re.compile("Rang ou carré")).fill("Rang des navigateurs")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("C’est noté.")).to_be_visible()
    page.get_by_role("link", name=re.compile("Rang des navigateurs")).click()
    page.get_by_role("button", name="Annuler cette ligne").click()
    expect(page.get_by_text("Ligne effacée")).to_be_visible()


def test_without_a_network_nothing_typed_is_lost(open_page):
    page = open_page()
    my_plot(page)
    page.get_by_role("link", name="J’ai récolté").click()
    page.context.set_offline(True)
    page.locator(".packets--tap button").first.click()
    expect(page.get_by_text("Pas de réseau ici")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Pas de réseau ici")).to_be_hidden()
    page.locator(".packets--tap button").first.click()
    expect(page.get_by_role("button", name="Annuler cette ligne")).to_be_visible()
    page.get_by_role("button", name="Annuler cette ligne").click()


def test_a_surplus_reaches_the_hall(open_page):
    page = open_page()
    my_plot(page)
    page.get_by_role("link", name=re.compile("Annoncer un surplus")).click()
    page.get_by_label(re.compile("^Plante")).select_option(label="panais")
    page.get_by_label(re.compile("Combien")).fill("un seau plein")
    page.get_by_role("button", name="L’annoncer à la halle").click()
    expect(page.get_by_text("C’est annoncé à la halle")).to_be_visible()
    mail = read_mail(page, to="bonjour", subject="panais")
    assert "un seau plein" in mail
    assert "Haddad" not in mail


def test_a_sheet_moves_with_the_climate(open_page):
    page = open_page("/jardins/plantes/tomate/", javascript=False)
    page.get_by_role("link", name="Montagne").click()
    expect(page.locator(".year")).to_contain_text("Planter en juin")
    page.goto("/jardins/lavandieres/ce-mois-ci/?mois=5")
    page.get_by_role("link", name="Tomate").first.click()
    expect(page.locator(".tabs [aria-current]")).to_contain_text("Lavandières")


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_a_log_are_sound(browser, platform_url, viewport, scheme):
    page = browser.new_page(
        base_url=platform_url, viewport=viewport, color_scheme=scheme, bypass_csp=True
    )
    address = my_plot(page)
    line = page.locator(".log a").first.get_attribute("href")
    faults = {}
    for path in ("", "noter/seme/", "noter/recolte/?q=zz", "carnet/", "surplus/", line):
        page.goto(path if path.startswith("/") else address + path)
        faults[path] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
    assert not {path: found for path, found in faults.items() if found}
