"""The keyboard alone: from the home page to an order, and to a suggestion, without ever losing where one is."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

VIEWPORTS = pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["360", "1280"])
FAR = 160  # presses of Tab, at most, from one end of a page to the other

# What holds the focus, or what it lies on when a card or a stall is painted for its link: does it show?
SHOWN = """() => {
  const held = document.activeElement;
  if (!held || held === document.body) return { name: "", shown: false };
  const box = held.getBoundingClientRect();
  const seen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
  const marks = [held, held.closest(".card--link"), held.closest(".tool, .choice")].filter(Boolean);
  const ringed = marks.some((mark) => {
    const style = getComputedStyle(mark);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const floor = held.querySelector(".stand__floor, .plot, circle");
  const thick = floor && parseFloat(getComputedStyle(floor).strokeWidth) >= 4;
  const name = held.id || held.textContent.trim() || held.name || held.tagName;
  return { name: name.slice(0, 60), shown: seen && Boolean(ringed || thick) };
}"""


def tab_to(page: Page, wanted: str) -> None:
    """Tab until the element of that selector has the focus; each stop on the way must show itself."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        stop = page.evaluate(SHOWN)
        assert stop["shown"], f"the focus does not show on « {stop['name']} »"
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"Tab never reaches {wanted}")


def follow(page: Page, wanted: str) -> None:
    tab_to(page, wanted)
    leads_here = page.evaluate("document.activeElement.matches('[href^=\"#\"]')")
    if leads_here:
        page.keyboard.press("Enter")
        return
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


@VIEWPORTS
def test_an_order_at_the_hall_by_keyboard_alone(open_page, viewport):
    page = open_page("/", viewport=viewport)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    expect(page.locator("#contenu")).to_be_focused()

    page.goto("/")
    follow(page, ".trades [href='/marche/']")
    tab_to(page, "button[name=quantity][id^=plus-]")
    chosen = page.evaluate("document.activeElement.id")
    page.keyboard.press("Space")
    expect(page.locator(".chosen")).to_have_count(1)
    expect(page.locator(f"[id='{chosen}']")).to_be_focused()

    follow(page, "#barre-panier a")
    follow(page, "main form[action$='/panier/commander/'] button")
    tab_to(page, "[name=name]")
    page.keyboard.type("Nour Benali")
    tab_to(page, "[name=slot]")
    page.keyboard.press("Space")
    tab_to(page, "[name=payment_method]")
    page.keyboard.press("ArrowDown")
    follow(page, ".till__pay button")

    expect(page.locator(".errors")).to_be_focused()
    follow(page, ".errors a")
    expect(page.locator("[name=email]")).to_be_focused()
    page.keyboard.type(f"nour-{uuid4().hex[:8]}@exemple.fr")
    expect(page.locator("[name=name]")).to_have_value("Nour Benali")
    follow(page, ".till__pay button")
    expect(page.locator("h1")).to_contain_text("C’est commandé")


@VIEWPORTS
def test_a_suggestion_is_reached_by_keyboard(open_page, viewport):
    page = open_page("/", viewport=viewport)
    follow(page, ".tools [href='/chercher/']")
    expect(page.locator("#chercher")).to_be_focused()
    with page.expect_response(
        re.compile(r"q=tomat$")
    ):  # what an earlier letter brought is replaced
        page.keyboard.type("tomat")
    expect(page.locator("#suggestions a").first).to_be_visible()
    follow(page, "#suggestions a")
    assert "/chercher/" not in page.url
    expect(page.locator("h1")).to_be_visible()
