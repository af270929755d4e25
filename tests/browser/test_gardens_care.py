"""A gardener with a phone and no script takes a turn, cannot come, and a neighbour steps in from the mail."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.inbox import link_in, read_mail
from tests.browser.signing import sign_in

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]


@pytest.fixture
def plot(open_page) -> str:
    """The path of the gardener's plot."""
    page = open_page()
    sign_in(page, box="jardin", to="/compte/")
    return page.locator("a[href*=ma-parcelle]").first.get_attribute("href") or ""


def take_one(page: Page, plot: str) -> None:
    """Take the first free turn of the weeks to come."""
    page.goto(f"{plot}tours/?vue=mois")
    for _month in range(3):
        if page.get_by_role("button", name=re.compile("^Je prends")).count():
            break
        page.get_by_role("link", name=re.compile("Après")).click()
    page.get_by_role("button", name=re.compile("^Je prends")).first.click()
    expect(page.get_by_text("ce tour est à vous")).to_be_visible()


def test_a_turn_taken_and_given_to_a_neighbour(open_page, plot):
    page = open_page(plot, javascript=False)
    page.get_by_role("link", name="Voir tous les tours").click()
    take_one(page, plot)
    mine_still = page.locator("main .card--link").filter(has_not_text="Vous cherchez quelqu’un")
    mine_still.last.get_by_role("link").click()
    page.get_by_role("link", name="Je ne peux pas").click()
    turn = r"\s+".join(map(re.escape, page.locator("main .lede").inner_text().split()))
    page.get_by_role("button", name="Chercher quelqu’un à ma place").click()
    expect(page.get_by_text("Le jardin cherche quelqu’un")).to_be_visible()
    mine = page.url

    neighbour = open_page()
    mail = read_mail(neighbour, to="@voisins.example", subject=f"Qui peut remplacer.*{turn}")
    neighbour.goto(link_in(mail, holding="/remplacer/"))
    neighbour.get_by_role("button", name="Je prends ce tour").click()

    expect(neighbour.get_by_text("Ce tour est à vous")).to_be_visible()
    page.goto(mine)
    expect(page.get_by_text("Ce tour n’est plus à votre nom")).to_be_visible()


def test_a_turn_swapped_for_a_neighbour_s(open_page, plot):
    page = open_page(plot)
    take_one(page, plot)
    mine = page.locator("main .card--link").filter(has_not_text="Vous cherchez quelqu’un")
    mine.last.get_by_role("link").click()
    page.get_by_role("link", name="Échanger contre un autre tour").click()
    page.get_by_role("button", name=re.compile("^Je le voudrais")).first.click()
    expect(page.get_by_text("Proposition envoyée")).to_be_visible()

    neighbour = open_page()
    mail = read_mail(neighbour, to="@", subject="Un échange de tours")
    neighbour.goto(link_in(mail, holding="/echange/"))
    neighbour.get_by_role("button", name="Oui, échangeons").click()

    expect(neighbour.get_by_text("Échange conclu")).to_be_visible()


def test_the_rota_is_not_wider_than_a_phone(open_page, plot):
    page = open_page(f"{plot}tours/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
