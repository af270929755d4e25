"""axe finds nothing to say about workshops in any of their states, and nothing is wider than the screen."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.inbox import link_in, read_mail
from tests.browser.signing import sign_in
from tests.browser.steps import arrive, follow
from tests.browser.test_accessibility import violations

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

GARDENER = "jardin@halle.example"
FULL, MOVED, DROP_IN, CYCLE, ONLINE = (
    "Pain au levain",
    "Lire son sol",
    "Le troc de graines",
    "Reprendre ses vêtements",
    "Dessiner son potager",
)


def states_of_a_session(page: Page) -> Iterator[str]:
    for name in (FULL, MOVED, DROP_IN, CYCLE, ONLINE):
        page.goto("/ateliers/")
        follow(page.get_by_role("link", name=name, exact=True).last)
        yield f"the page of {name}"
        follow(page.locator("main .card--link a[href*=seances]").first)
        yield f"a session of {name}"
    page.goto("/ateliers/reprendre-ses-vetements/")
    follow(page.get_by_role("link", name="Réserver tout le cycle").first)
    yield "a cycle"
    mail = read_mail(page, to=GARDENER, subject="Séance annulée")
    page.goto(link_in(mail, holding="seances"))
    yield "a session that was called off"


def waiting_and_answering(page: Page) -> Iterator[str]:
    mail = read_mail(page, to=GARDENER, subject="Une place pour vous")
    page.goto(link_in(mail, holding="proposition"))
    yield "an offer"
    follow(page.get_by_role("link", name=re.compile("Non merci")))
    yield "declining it"
    page.goto("/ateliers/pain-au-levain/")
    follow(page.locator("main .card--link a[href*=seances]").last)
    page.get_by_label("Votre nom").fill("Nour Benali")
    page.get_by_label("Votre adresse e-mail").fill(f"nour-{uuid4().hex[:8]}@exemple.fr")
    page.get_by_role("button", name="Entrer dans la liste").click()
    arrive(page, "**/attente/**")
    yield "a turn in the list"
    mail = read_mail(page, to=GARDENER, subject="Merci d’être venu")
    page.goto(link_in(mail, holding="avis"))
    yield "three questions"
    follow(page.get_by_role("button", name="Envoyer mes réponses"))
    yield "three questions without an answer"
    page.goto("/ateliers/avis/une-invitation-qui-n-existe-pas/")
    yield "an invitation that was used"


def what_one_has_booked(page: Page) -> Iterator[str]:
    mail = read_mail(page, to=GARDENER, subject="C’est réservé")
    address = link_in(mail, holding="reservation")
    for step in ("", "je-viens/", "annuler/", "ajouter/"):
        page.goto(address + step)
        yield f"a booking, {step}"


def the_door(page: Page) -> Iterator[str]:
    sign_in(page, box="porte", to="/gestion/snippets/workshops/session/")
    follow(page.locator("table.listing tbody a").first)
    follow(page.get_by_role("link", name="Ouvrir la porte"))
    yield "the door"
    follow(page.get_by_role("link", name="Liste à imprimer"))
    yield "the list on paper"


@pytest.mark.parametrize(
    "walk", [states_of_a_session, waiting_and_answering, what_one_has_booked, the_door]
)
@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_is_sound(browser, platform_url, walk, viewport, scheme):
    page = browser.new_page(
        base_url=platform_url, viewport=viewport, color_scheme=scheme, bypass_csp=True
    )
    faults, wide = {}, {}
    for state in walk(page):
        faults[state] = violations(page)
        wide[state] = page.evaluate("document.documentElement.scrollWidth")
    assert not {state: found for state, found in faults.items() if found}
    assert not {state: width for state, width in wide.items() if width > viewport["width"]}
