"""Somebody who leads a workshop holds its door with a phone, while the network comes and goes."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.signing import sign_in

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]


NO_ROOM = re.compile("Il ne reste que|C’est complet")


@pytest.fixture
def door(open_page) -> Page:
    """The door of today's session of the facilitator."""
    return door_of(open_page())


def door_of(page: Page) -> Page:
    sign_in(page, box="porte", to="/gestion/snippets/workshops/session/")
    page.locator("table.listing tbody a").first.click()
    page.get_by_role("link", name="Ouvrir la porte").click()
    return page


def person(page: Page, name: str):
    return page.locator(".door__person", has_text=name).first


def test_ticks_wait_for_the_network_and_leave_once_it_is_back(door):
    here = person(door, "Georges Lenoir").get_by_role("button", name=re.compile("^là"))
    # As an earlier run may have left it.
    person(door, "Georges Lenoir").get_by_role("button", name=re.compile("^pas encore")).click()
    expect(door.get_by_text("Tout est envoyé")).to_be_visible()
    before = int(door.locator("[data-count=came]").inner_text())
    door.context.set_offline(True)

    here.click()
    person(door, "Malik Traoré").get_by_role("button", name=re.compile("^pas là")).click()

    expect(here).to_have_attribute("aria-pressed", "true")
    expect(door.locator("[data-count=came]")).to_have_text(str(before + 1))
    expect(door.get_by_text("2 à envoyer")).to_be_visible()
    door.context.set_offline(False)
    expect(door.get_by_text("Tout est envoyé")).to_be_visible()
    door.reload()
    expect(person(door, "Georges Lenoir")).to_have_attribute("data-attendance", "came")
    expect(person(door, "Malik Traoré")).to_have_attribute("data-attendance", "absent")


def test_a_walk_in_typed_without_network_is_seated_once(door):
    name = f"Ève Sanguin {uuid4().hex[:6]}"
    door.context.set_offline(True)
    door.get_by_label(re.compile("Nom, si")).fill(name)
    door.get_by_role("button", name="Faire entrer").click()
    expect(door.get_by_text("1 à envoyer")).to_be_visible()

    door.context.set_offline(False)
    expect(door.get_by_text("Tout est envoyé")).to_be_visible()
    door.reload()

    expect(door.locator(".door__person", has_text=name)).to_have_count(1)


def test_a_walk_in_that_is_refused_stays_on_the_list_until_it_is_put_away(door):
    """Six at once are more than the seats that are left: nobody learns it from a name that vanished."""
    name = f"La famille Sanguin {uuid4().hex[:6]}"
    refused = door.locator(".door__person", has=door.locator(".door__refusal"), has_text=name)
    came = door.locator("[data-count=came]").inner_text()
    door.get_by_label(re.compile("Nom, si")).fill(name)
    door.get_by_label("Combien ?").fill("6")
    door.get_by_role("button", name="Faire entrer").click()

    expect(door.get_by_text("1 refus à lire dans la liste")).to_be_visible()
    expect(refused.get_by_role("alert")).to_contain_text(NO_ROOM)
    expect(door.locator("[data-count=came]")).to_have_text(came)
    door.reload()
    expect(door.get_by_text("1 refus à lire dans la liste")).to_be_visible()
    refused.get_by_role("button", name="Réessayer").click()
    expect(refused.get_by_role("alert")).to_contain_text(NO_ROOM)

    refused.get_by_role("button", name="Ne plus afficher").click()
    expect(door.locator(".door__person", has_text=name)).to_have_count(0)
    door.reload()
    expect(door.get_by_role("heading", level=1)).to_be_visible()
    expect(door.locator(".door__person", has_text=name)).to_have_count(0)
    expect(door.get_by_text("refus à lire")).to_have_count(0)


def test_names_narrow_down_as_one_types(door):
    door.get_by_label("Chercher un nom ou un numéro").fill("traore")

    expect(person(door, "Malik Traoré")).to_be_visible()
    expect(person(door, "Georges Lenoir")).to_be_hidden()


def test_nothing_of_it_is_wider_than_the_phone(door):
    assert door.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_door_is_held_without_a_script(open_page):
    page = open_page()
    door = door_of(page).url
    plain = open_page(javascript=False)
    plain.context.add_cookies(page.context.cookies())
    plain.goto(door)
    name = f"Ode Passant {uuid4().hex[:6]}"

    person(plain, "Camille Aubert").get_by_role("button", name=re.compile("^là")).click()
    expect(person(plain, "Camille Aubert")).to_have_attribute("data-attendance", "came")

    plain.get_by_label("Chercher un nom ou un numéro").fill("camille")
    plain.get_by_role("button", name="Chercher").click()
    expect(person(plain, "Camille Aubert")).to_be_visible()
    expect(plain.locator(".door__person", has_text="Malik")).to_have_count(0)

    plain.get_by_label(re.compile("Nom, si")).fill(name)
    plain.get_by_role("button", name="Faire entrer").click()
    expect(plain.locator(".door__person", has_text=name)).to_have_count(1)
