"""axe finds nothing to say about the public pages, on a phone and on a laptop."""

from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.steps import arrive, follow, open_session

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

PAGES = [
    "/",
    "/en/",
    "/ateliers/",
    "/marche/",
    "/marche/panier/",
    "/producteurs/",
    "/jardins/",
    "/jardins/plantes/",
    "/jardins/lavandieres/charte/",
    "/jardins/lavandieres/plan/",
    "/jardins/lavandieres/parcelles/9/",
    "/jardins/lavandieres/parcelles/19/",
    "/agenda/",
    "/saison/",
    "/jardins/plantes/carotte/",
    "/jardins/plantes/tomate/?climat=north-east",
    "/jardins/lavandieres/ce-mois-ci/",
    "/effets/",
    "/accessibilite/",
    "/articles/",
    "/agenda/?mois=",
    "/articles/neuf-ans-pour-une-halle/",
    "/contact/",
    "/lieux/",
    "/partenaires/",
    "/partenaires/outiltheque/",
    "/vie-privee/",
    "/chercher/",
    "/chercher/?q=tomate",
    "/chercher/?q=epniards",
    "/connexion/login/",
    "/connexion/signup/",
    "/une-page-qui-n-existe-pas/",
]

FIRST_INSIDE = {
    "a session": ("/ateliers/", "main .card--link a"),
    "a garden": ("/jardins/", "main h2 a"),
    "an article": ("/articles/", "main .card--link a"),
    "a producer": ("/producteurs/", "main .card--link a"),
    "a product": ("/marche/", "main .offer h3 a"),
    "a place": ("/lieux/", "main .card--link a"),
    "a topic": ("/articles/", "main .tabs li:nth-child(2) a"),
    "a chronicle": ("/articles/", "main a[href$='neuf-ans-pour-une-halle/']"),
    "a partner": ("/partenaires/", "main .card--link a"),
    "a workshop": ("/ateliers/", "main a[href^='/ateliers/']:not([href*=seances])"),
    "asking for a plot": ("/jardins/lavandieres/", "main a[href$='/demander/']"),
    "the month": ("/agenda/", "main a[href*='mois=']"),
}


def violations(page):
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {node['html'][:160]}" for v in found for node in v["nodes"]]


def sign_in(page, email, *, towards):
    page.goto(f"/connexion/login/?next={towards}")
    page.get_by_label("Votre adresse e-mail").fill(email)
    page.get_by_text("J’ai un mot de passe").click()
    page.get_by_label("Mot de passe").fill("demo")
    page.get_by_role("button", name="Continuer").click()
    arrive(page, f"**{towards}")


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
def test_pages_that_have_an_address(browser, platform_url, viewport):
    page = browser.new_page(base_url=platform_url, viewport=viewport, bypass_csp=True)
    faults = {}
    for path in PAGES:
        page.goto(path)
        faults[path] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
    assert not {path: found for path, found in faults.items() if found}


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_one_opens_from_a_list(browser, platform_url, viewport, scheme):
    page = browser.new_page(
        base_url=platform_url, viewport=viewport, color_scheme=scheme, bypass_csp=True
    )
    faults = {}
    for name, (path, first) in FIRST_INSIDE.items():
        page.goto(path)
        follow(page.locator(first).first)
        faults[name] = violations(page)
    assert not {name: found for name, found in faults.items() if found}


def book_a_seat(page):
    open_session(page, "le-compost-du-seau-au-sol")  # free, and asks nothing
    page.get_by_label("Votre nom").fill("Nour Benali")
    page.get_by_label("Votre adresse e-mail").fill(f"nour-{uuid4().hex[:8]}@exemple.fr")
    page.get_by_role("button", name="Réserver ma place").click()
    arrive(page, "**/reservation/**")


def ask_for_a_plot(page):
    page.goto("/jardins/lavandieres/demander/")
    page.get_by_label("Votre nom").fill("Nour Benali")
    page.get_by_label("Votre adresse e-mail").fill(f"nour-{uuid4().hex[:8]}@exemple.fr")
    page.locator("main form button[type=submit]").click()
    arrive(page, "**/demande/**")


def fill_the_basket(page):
    page.goto("/marche/")
    page.locator("button[name=quantity]", has_text="Ajouter").first.click()
    page.locator("#barre-panier a").click()
    arrive(page, "**/panier/")


def check_out(page):
    page.goto("/marche/panier/")
    page.get_by_role("button", name="Commander").click()
    arrive(page, "**/marche/commander/")


def unfold_the_wishes(page):
    for fold in page.locator(".wishes summary").all():
        fold.click()


def order_too_fast(page):
    page.get_by_role("button", name="Commande avec obligation de paiement").click()
    page.locator(".errors").wait_for()


def order(page):
    page.get_by_label("Votre nom").fill("Nour Benali")
    page.get_by_label("Votre adresse e-mail").fill(f"nour-{uuid4().hex[:8]}@exemple.fr")
    page.locator("[name=slot]:enabled").last.check()
    page.get_by_label("À la halle").check()
    page.get_by_role("button", name="Commande avec obligation de paiement").click()
    arrive(page, "**/commande/**")


def change_the_order(page):
    page.get_by_role("link", name="Modifier les quantités").click()
    arrive(page, "**/modifier/")


def write_to_the_hall_too_fast(page):
    page.get_by_role("link", name="Ne rien changer").click()
    page.get_by_role("button", name="Envoyer à la halle").click()
    arrive(page, "**/ecrire/")


def think_of_cancelling(page):
    page.get_by_role("link", name="Revenir à ma commande").click()
    page.get_by_role("link", name="Annuler ma commande").click()
    arrive(page, "**/annuler/")


STEPS = [
    book_a_seat,
    ask_for_a_plot,
    fill_the_basket,
    check_out,
    unfold_the_wishes,
    order_too_fast,
    order,
    change_the_order,
    write_to_the_hall_too_fast,
    think_of_cancelling,
]


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_one_comes_to_by_doing(browser, platform_url, viewport, scheme):
    page = browser.new_page(
        base_url=platform_url, viewport=viewport, color_scheme=scheme, bypass_csp=True
    )
    faults = {}
    for step in STEPS:
        step(page)
        faults[step.__name__] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert not {name: found for name, found in faults.items() if found}


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_a_member(browser, platform_url, viewport, scheme):
    page = browser.new_page(
        base_url=platform_url, viewport=viewport, color_scheme=scheme, bypass_csp=True
    )
    sign_in(page, "jardin@halle.example", towards="/compte/")
    faults = {}
    for path in ["/compte/", "/connexion/2fa/", "/connexion/email/"]:
        page.goto(path)
        faults[path] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
    assert not {path: found for path, found in faults.items() if found}


SHARING_LINKS = (
    "section[aria-labelledby='partage'] a.button",
    "main a[href$='/non/']",
    "main a[href$='/recrire/']",
)


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_sharing(browser, platform_url, viewport, scheme):
    page = browser.new_page(
        base_url=platform_url, viewport=viewport, color_scheme=scheme, bypass_csp=True
    )
    sign_in(page, "jardin@halle.example", towards="/compte/")
    page.locator("main a[href*='/ma-parcelle/']").first.click()
    arrive(page, "**/ma-parcelle/**")
    plot, faults = page.url, {"plot": violations(page)}
    for link in SHARING_LINKS:
        if page.locator(link).count():
            follow(page.locator(link).first)
            faults[page.url] = violations(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    for end in ("coin/", "coin/retirer/", "partage/quitter/", "partage/equipe/"):
        page.goto(plot + end)
        faults[end] = violations(page)
    assert not {name: found for name, found in faults.items() if found}


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
def test_the_keyboard_reaches_each_stall_of_the_plan_once(browser, platform_url, viewport):
    page = browser.new_page(base_url=platform_url, viewport=viewport)
    page.goto("/marche/")
    if viewport == PHONE:
        page.locator(".whereabouts summary").press("Enter")
    stalls = page.locator(".hall a:visible")
    names = [stall.get_attribute("aria-label") for stall in stalls.all()]
    assert names
    assert len(set(names)) == len(names)
    stalls.first.focus()
    for name in names:
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name
        page.keyboard.press("Tab")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_plan_at_the_desk_and_its_labels(browser, platform_url, scheme):
    page = browser.new_page(
        base_url=platform_url, viewport=LAPTOP, color_scheme=scheme, bypass_csp=True
    )
    sign_in(page, "jardins@halle.example", towards="/gestion/")
    page.goto("/gestion/snippets/gardens/garden/")
    page.get_by_role("link", name="Dessiner le plan").first.click()
    arrive(page, "**/plan/")
    page.locator("[data-shape]").first.focus()
    faults = {"plan": violations(page)}
    page.get_by_role("link", name="Les étiquettes des piquets").click()
    arrive(page, "**/etiquettes/")
    faults["labels"] = violations(page)
    assert not {name: found for name, found in faults.items() if found}


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_guide_shows_sound_parts(browser, platform_url, viewport, scheme):
    page = browser.new_page(
        base_url=platform_url, viewport=viewport, color_scheme=scheme, bypass_csp=True
    )
    sign_in(page, "redaction@halle.example", towards="/styleguide/")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_a_french_page_fetches_two_fonts_within_the_budget(browser, platform_url):
    page = browser.new_page(base_url=platform_url, viewport=LAPTOP)
    fonts = []
    page.on(
        "response",
        lambda answer: fonts.append(answer) if answer.url.endswith(".woff2") else None,
    )
    page.goto("/saison/", wait_until="networkidle")
    assert len(fonts) == 2
    assert not [font.url for font in fonts if "latin-ext" in font.url]
    assert sum(len(font.body()) for font in fonts) <= 120_000


OF_A_PLOT = [
    "",
    "tours/",
    "tours/souhaits/",
    "tours/semaine/",
    "partage/",
    "partage/proposer/",
    "annonces/",
]

OF_A_TURN = ["", "je-ne-peux-pas/", "echanger/"]


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_a_gardener(browser, platform_url, viewport, scheme):
    page = browser.new_page(
        base_url=platform_url, viewport=viewport, color_scheme=scheme, bypass_csp=True
    )
    sign_in(page, "jardin@halle.example", towards="/compte/")
    plot = page.locator("a[href*=ma-parcelle]").first.get_attribute("href")
    page.goto(f"{plot}tours/")
    turn = page.locator("main a[href*='/jardins/tour/']").first.get_attribute("href")
    faults = {}
    for path in [f"{plot}{end}" for end in OF_A_PLOT] + [f"{turn}{end}" for end in OF_A_TURN]:
        page.goto(path)
        faults[path] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
    assert not {path: found for path, found in faults.items() if found}
