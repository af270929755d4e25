"""A volunteer draws a garden's plan at the desk: by hand, by keyboard, and without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP
from tests.browser.signing import sign_in

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

TO_THE_PLAN = re.compile("Dessiner le plan")


def open_plan(open_page, garden: str, **given) -> Page:
    page = open_page(viewport=LAPTOP, **given)
    sign_in(page, box="jardins", to="/gestion/snippets/gardens/garden/")
    row = page.get_by_role("row", name=re.compile(garden))
    row.get_by_role("link", name=TO_THE_PLAN).click()
    expect(page.get_by_role("heading", name=re.compile(garden), level=1).first).to_be_visible()
    return page


def shape(page: Page, name: str):
    return page.get_by_role("button", name=re.compile(f"^{name}, à "))


def field(page: Page, name: str):
    return page.locator(f".draw__row--chosen [name^='{name}-']")


def test_a_plan_is_drawn_by_hand_undone_and_kept(open_page):
    page = open_plan(open_page, "Fournil")
    bed = shape(page, "Parcelle 9")
    bed.scroll_into_view_if_needed()
    was = bed.get_attribute("aria-label")
    box = bed.bounding_box()

    page.mouse.move(box["x"] + 9, box["y"] + 9)
    page.mouse.down()
    page.mouse.move(box["x"] + 9, box["y"] - 60, steps=5)
    page.mouse.up()
    expect(bed).not_to_have_attribute("aria-label", was)
    page.keyboard.press("Control+z")
    expect(bed).to_have_attribute("aria-label", was)

    page.get_by_role("button", name="+ bac surélevé").click()
    page.get_by_role("button", name="Supprimer").click()
    expect(page.get_by_text("« Annuler » le remet")).to_be_visible()
    page.get_by_role("button", name="Annuler").click()
    page.locator("[data-choose]", has_text=re.compile("^Parcelle 13$")).click()
    field(page, "x").fill("175")
    field(page, "y").fill("225")
    page.get_by_role("button", name="Enregistrer le plan").click()
    expect(page.get_by_text("Le plan est enregistré.")).to_be_visible()
    expect(shape(page, "Parcelle 13")).to_be_visible()


def test_the_keyboard_alone_chooses_moves_and_shapes(open_page):
    page = open_plan(open_page, "Fournil")
    bed = shape(page, "Parcelle 2")
    bed.focus()
    left = int(field(page, "x").input_value())

    page.keyboard.press("ArrowRight")
    assert int(field(page, "x").input_value()) == (left // 5 + 1) * 5
    page.keyboard.press("Control+z")
    page.keyboard.press("PageDown")
    expect(page.locator(".draw__row--chosen [data-choose]")).not_to_have_text("Parcelle 2")
    page.keyboard.press("PageUp")
    expect(bed).to_be_focused()

    page.get_by_role("button", name="Coins").click()
    bed.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=re.compile("^Coin 1"))).to_be_focused()
    for _corner in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(page.locator(".draw__row--chosen [name^=corners-]").input_value().split()) == 5
    page.keyboard.press("Delete")
    assert len(page.locator(".draw__row--chosen [name^=corners-]").input_value().split()) == 4


def test_without_a_script_the_fields_alone_keep_the_plan(open_page):
    page = open_plan(open_page, "Fournil", javascript=False)
    table = page.get_by_role("group", name="Table")
    table.get_by_label("du haut").fill("224")
    page.get_by_role("button", name="Enregistrer le plan").click()

    expect(page.get_by_text("Le plan est enregistré.")).to_be_visible()
    table = page.get_by_role("group", name="Table")
    expect(table.get_by_label("du haut")).to_have_value("224")


def test_two_who_draw_at_once_are_told_and_lose_nothing(open_page):
    first, second = open_plan(open_page, "Lavandières"), open_plan(open_page, "Lavandières")
    for page, name in ((first, "Parcelle 7"), (second, "Parcelle 8")):
        page.locator("[data-choose]", has_text=re.compile(f"^{name}$")).click()
        field(page, "height").fill("38")
        field(page, "height").press("Tab")
        page.get_by_role("button", name="Enregistrer le plan").click()

    expect(first.get_by_text("Le plan est enregistré.")).to_be_visible()
    expect(second.get_by_text("pendant que vous dessiniez")).to_be_visible()
    second.get_by_role("button", name="Enregistrer le plan").click()
    expect(second.get_by_text("Le plan est enregistré.")).to_be_visible()


def test_from_the_plan_to_a_plot_and_its_seasons(open_page):
    page = open_page("/jardins/lavandieres/")
    page.get_by_role("link", name=re.compile("^Parcelle 9, partagée")).click()
    expect(page.get_by_role("heading", name="Parcelle 9", level=1)).to_be_visible()
    expect(page.get_by_text("les parcelles 9 et 19 ont été réunies")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("La parcelle 9 en hiver"))).to_be_attached()
