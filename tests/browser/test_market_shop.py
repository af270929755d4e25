"""A basket filled on a phone: one tap each, no reload; the same without a script; by keyboard; by habit."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.signing import sign_in
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import VIEWPORTS, follow, tab_to

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

MARK = "window.isStillThisPage = true"
STILL = "() => window.isStillThisPage === true"
A_DAY = re.compile(r"/marche/2[\d-]+/$")


def stall(page: Page, name: str):
    """The shelf of a producer."""
    return page.locator(".stalls > section", has=page.get_by_role("heading", name=name, level=2))


def first_offer(page: Page, name: str):
    """The first thing of a stall that can still be had; found again by its id once it is chosen."""
    card = stall(page, name).locator(".offer", has_text="Ajouter").first
    return page.locator(f"#{card.get_attribute('id')}")


def sells(page: Page) -> list[str]:
    """Three stalls of the day that have something left."""
    names = page.locator(".stalls > section", has_text="Ajouter").locator("h2 a")
    return names.all_inner_texts()[:3]


def test_from_three_producers_with_taps_and_no_reload(open_page):
    page = open_page("/marche/")
    page.evaluate(MARK)
    for count, name in enumerate(sells(page), start=1):
        offer = first_offer(page, name)
        offer.get_by_role("button", name=re.compile("^Ajouter")).click()
        expect(offer.locator(".chosen")).to_be_visible()
        expect(page.locator("#barre-panier")).to_contain_text(
            f"{count} produit" + ("s" if count > 1 else "")
        )
        expect(page.locator("#mon-panier .tool__count")).to_have_text(str(count))
        expect(page.locator("#annonce")).to_contain_text("dans le panier")
        # The focus stays under the thumb: the same place says « more ».
        assert offer.evaluate("(card) => card.contains(document.activeElement)")
    offer.get_by_role("button", name=re.compile("^Moins de")).click()
    expect(offer.get_by_role("button", name=re.compile("^Ajouter"))).to_be_focused()
    expect(page.locator("#annonce")).to_contain_text("retiré du panier")
    expect(page.locator("#barre-panier")).to_contain_text("2 produits")
    assert page.evaluate(STILL)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.locator("#barre-panier a").click()
    expect(page.locator(".basket__line")).to_have_count(2)


def test_from_three_producers_without_a_script(open_page):
    page = open_page("/marche/", javascript=False)
    for count, name in enumerate(sells(page), start=1):
        offer = first_offer(page, name)
        offer.get_by_role("button", name=re.compile("^Ajouter")).click()
        expect(offer.locator(".chosen")).to_be_in_viewport()
        expect(page.locator("#barre-panier")).to_contain_text(str(count))
    page.locator("#barre-panier a").click()
    expect(page.locator(".basket__line")).to_have_count(3)


def test_a_double_tap_puts_one(open_page):
    page = open_page("/marche/")
    offer = first_offer(page, sells(page)[0])
    offer.get_by_role("button", name=re.compile("^Ajouter")).dblclick()
    chosen = offer.locator("output")
    expect(chosen).to_be_visible()
    step = chosen.inner_text()
    page.reload()
    expect(page.locator(f"#{offer.get_attribute('id')} output")).to_have_text(step)


def test_a_lost_network_says_so_and_the_next_tap_passes(browser, platform_url):
    # A page of its own: what the browser says of the lost answer is wanted here.
    page = browser.new_context(base_url=platform_url, viewport=PHONE, locale="fr-FR").new_page()
    page.goto("/marche/")
    offer = first_offer(page, sells(page)[0])
    add = offer.get_by_role("button", name=re.compile("^Ajouter"))
    page.route(A_DAY, lambda route: route.abort())
    add.click()
    expect(offer.get_by_role("alert")).to_contain_text("La connexion a manqué")
    expect(add).to_be_enabled()
    expect(add).not_to_have_attribute("aria-busy", "true")
    page.unroute(A_DAY)
    add.click()
    expect(offer.locator(".chosen")).to_be_visible()
    expect(offer.get_by_role("alert")).to_have_count(0)


@VIEWPORTS
def test_filters_by_keyboard_alone(open_page, viewport):
    page = open_page("/marche/", viewport=viewport)
    tab_to(page, ".filters > summary")
    page.keyboard.press("Enter")
    tab_to(page, "[name=bio]")
    page.keyboard.press("Space")
    tab_to(page, "[name=sans][value=lait]")
    page.keyboard.press("Space")
    follow(page, ".filters__body button[type=submit]")
    expect(page).to_have_url(re.compile("bio=1.*sans=lait"))
    expect(page.locator(".asked__tag")).to_have_text([re.compile("Bio"), re.compile("Sans lait")])
    shown = int(page.locator("#compte b").inner_text().split()[0])
    assert shown == page.locator(".offer").count() > 0
    follow(page, ".asked__tag")
    expect(page).not_to_have_url(re.compile("bio=1"))


def test_by_category_by_season_and_nothing_at_all(open_page):
    page = open_page("/marche/", viewport=LAPTOP)
    page.get_by_role("link", name="par rayon").click()
    expect(page.locator(".stalls h2").first).to_have_text("Légumes")
    page.get_by_role("link", name="par saison").click()
    expect(page).to_have_url(re.compile("par=saison"))
    page.get_by_label("Chercher dans ce marché").fill("licorne")
    page.get_by_role("button", name="Chercher", exact=True).last.click()
    expect(page.get_by_text("Rien ne répond à tout cela")).to_be_visible()
    page.locator(".ways-out a").click()
    expect(page.locator(".offer").first).to_be_visible()


def test_the_usual_ones_at_one_tap_then_all(open_page):
    page = open_page("/")
    sign_in(page, box="marche", to="/compte/")
    empty_the_basket(page)
    page.goto("/marche/")
    page.evaluate(MARK)
    usuals = page.locator("#habituels")
    before = usuals.get_by_role("button", name=re.compile("^Mettre")).count()
    assert before > 1
    usuals.get_by_role("button", name=re.compile("^Mettre")).first.click()
    expect(usuals.locator(".usual__done")).to_have_count(1)
    expect(page.locator(".stalls .chosen")).to_have_count(1)
    usuals.get_by_role("button", name=re.compile("^Tout mettre")).click()
    expect(usuals.get_by_role("button", name=re.compile("^Mettre"))).to_have_count(0)
    expect(usuals.locator(".usuals__note").first).to_contain_text("dans le panier")
    assert page.evaluate(STILL)


def empty_the_basket(page: Page) -> None:
    """An account's basket is kept: another test may have left something in it."""
    page.goto("/marche/panier/")
    out = page.get_by_role("button", name=re.compile("^Retirer"))
    while left := out.count():
        out.first.click()
        expect(out).to_have_count(left - 1)


def states_of_the_shop(page: Page) -> Iterator[str]:
    sign_in(page, box="marche", to="/compte/")
    empty_the_basket(page)
    page.goto("/marche/")
    page.locator(".filters > summary").focus()
    page.keyboard.press("Enter")
    yield "the usual ones, and the filters unfolded"
    day = page.url
    page.locator("#habituels button[name=quantity]").first.click()
    expect(page.locator(".usual__done")).to_have_count(1)
    yield "a usual one in the basket"
    for wishes in ("?bio=1&sans=lait&sans=gluten", "?q=licorne&bio=1", "?par=saison", "?page=2"):
        page.goto(day + wishes)
        yield wishes
    page.get_by_role("link", name="Revenir aux produits d’avant").click()
    page.get_by_role("link", name="Voir la suite").click()
    expect(page.get_by_role("link", name="Voir la suite")).to_have_count(0)
    yield "the next ones under the first"
    page.goto(f"{day}liste/")
    yield "the list of prices"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@VIEWPORTS
def test_axe_finds_nothing_to_say_of_any_state(browser, platform_url, viewport, scheme):
    page = browser.new_context(
        base_url=platform_url,
        viewport=viewport,
        color_scheme=scheme,
        bypass_csp=True,
        locale="fr-FR",
    ).new_page()
    faults = {}
    for state in states_of_the_shop(page):
        if found := violations(page):
            faults[state] = found
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], state
    assert not faults
