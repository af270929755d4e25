"""The same at each market, on a phone: order, keep it, see the list, prepare it, pause it; no script is needed."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.inbox import read_mail
from tests.browser.market_days import FROM_THREE, fill_basket, plan_market, say_who_and_when
from tests.browser.signing import sign_in
from tests.browser.steps import follow
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import tab_to

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

LIST = "/marche/panier-habituel/"
LINES = "li[id^=ligne-]"


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def open_account(page: Page) -> None:
    """Somebody new, with an empty list and no basket."""
    email = f"nour-{uuid4().hex[:8]}@exemple.fr"
    page.goto("/connexion/signup/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Prénom").fill("Nour")
    follow(page.get_by_role("button", name="Créer mon compte"))
    mail = read_mail(page.context.new_page(), to=email, subject="Confirmez votre adresse")
    code = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", mail)
    assert code, mail
    page.locator("[name=code]").fill(code[0])
    page.keyboard.press("Enter")
    page.wait_for_url("**/compte/")
    page.goto(LIST)
    expect(page.get_by_text("Votre panier habituel est vide")).to_be_visible()


def order_at_the_hall(page: Page, day: str) -> None:
    """What the basket of a day holds, and nothing of another."""
    page.goto(f"/marche/panier/{day}/")
    expect(page.locator(".basket__line")).to_have_count(len(FROM_THREE))
    follow(page.get_by_role("button", name="Commander", exact=True))
    say_who_and_when(page, method="halle")
    page.get_by_role("button", name="Commande avec obligation de paiement").click()
    title = page.get_by_role("heading", name=re.compile("C’est commandé"), level=1)
    expect(title).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_ordered_kept_seen_then_paused(open_page, javascript):
    market = plan_market(open_page)
    page = open_page(javascript=javascript)
    open_account(page)
    fill_basket(page, market)
    order_at_the_hall(page, market.path.split("/")[2])

    follow(page.get_by_role("button", name="Refaire cette commande à chaque marché"))
    expect(page).to_have_url(re.compile(LIST))
    expect(page.locator(LINES)).to_have_count(len(FROM_THREE))
    assert fits(page)

    bread = page.locator(LINES, has_text=FROM_THREE[0])
    follow(bread.get_by_role("button", name=re.compile("^Plus de")))
    expect(bread.locator("output")).to_have_text(re.compile("^2"))
    follow(
        page.locator(LINES, has_text=FROM_THREE[1]).get_by_role(
            "button", name=re.compile("^Retirer")
        )
    )
    expect(page.locator(LINES)).to_have_count(2)

    follow(page.get_by_role("button", name="Préparer ce panier maintenant"))
    expect(page).to_have_url(re.compile("/marche/panier/2"))
    expect(page.get_by_text("avec votre panier habituel")).to_be_visible()
    assert fits(page)

    page.goto(LIST)
    follow(page.get_by_role("button", name="Mettre en pause"))
    expect(page.get_by_text("Rien n’est préparé tant que vous ne reprenez pas.")).to_be_visible()
    page.goto("/compte/")
    expect(page.get_by_text("En pause")).to_be_visible()
    page.goto(LIST)
    follow(page.get_by_role("button", name="Reprendre dès maintenant"))
    expect(page.get_by_text("Votre panier habituel reprend.")).to_be_visible()
    page.get_by_text("Supprimer mon panier habituel").click()
    follow(page.get_by_role("button", name="Oui, le supprimer"))
    expect(page.get_by_text("Votre panier habituel est vide")).to_be_visible()


def test_the_list_by_keyboard_alone(open_page):
    page = open_page()
    sign_in(page, box="jardin", to=LIST)
    before = page.locator(LINES).first.locator("output").inner_text()
    tab_to(page, f"{LINES} button[aria-label^='Plus de']")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    expect(page.locator(LINES).first.locator("output")).not_to_have_text(before)
    tab_to(page, "[name=resumes_on]")
    tab_to(page, ".recurring__end summary")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Oui, le supprimer")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_say(browser, platform_url, scheme):
    page = browser.new_context(
        base_url=platform_url,
        viewport=PHONE,
        color_scheme=scheme,
        bypass_csp=True,
        locale="fr-FR",
    ).new_page()
    sign_in(page, box="jardin", to=LIST)
    faults = {}
    for path in (LIST, "/marche/panier/"):
        page.goto(path)
        assert fits(page), path
        if found := violations(page):
            faults[path] = found
    assert not faults
