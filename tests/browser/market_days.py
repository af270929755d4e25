"""A market of one's own: planned at the desk, on a date nobody else comes to, with all that the last one sold."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from secrets import randbelow
from urllib.parse import urlencode
from uuid import uuid4

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import LAPTOP
from tests.browser.signing import sign_in
from tests.browser.steps import HALL, follow

# After the days of the demo, and near enough for a window of sixty days to be open.
FAR_DAYS: Iterator[int] = count(15 + randbelow(20))
# Sold all year, each by another stall, none by weight: a card can pay them.
FROM_THREE = ("Pain de seigle", "Yaourts nature, les 4", "Jus de poire, 1 litre")


class Market:
    """The day's pages: what shoppers see, what its board does, and the screen behind a stall."""

    def __init__(self, desk: Page, *, day: str, board: str) -> None:
        self.desk, self.path, self.board = desk, f"/marche/{day}/", board

    def stall(self, farm: str) -> str:
        return f"/marche/mes-offres/{self.path.split('/')[2]}/{farm}/"

    def close(self) -> None:
        self.desk.goto(f"{self.board}clore/")
        self.desk.get_by_role("button", name="Clore les commandes").click()
        expect(self.desk.get_by_text("Les commandes sont closes.")).to_be_visible()


def plan_market(open_page: Callable[..., Page], *, places: int = 20) -> Market:
    """Planned, filled from the day gone by, which no test changes, then announced."""
    # Without a script: the desk's calendars would lie over its fields.
    desk = open_page(viewport=LAPTOP, javascript=False)
    sign_in(desk, box="coordination", to="/gestion/")
    before = _drafts(desk)
    day = _plan(desk, places=places)
    (board,) = _drafts(desk) - before
    desk.goto(board)
    follow(desk.get_by_role("link", name="Reprendre un autre jour"))
    gone_by = desk.locator("[name=source] option").last.get_attribute("value")
    desk.locator("[name=source]").select_option(gone_by)
    desk.get_by_role("button", name="Reprendre un autre jour").click()
    desk.goto(f"{board}annoncer/")
    desk.get_by_role("button", name="Annoncer").click()
    expect(desk.get_by_text("Le marché est annoncé.")).to_be_visible()
    return Market(desk, day=day, board=board)


def find(page: Page, market: Market, product: str) -> Locator:
    """The crate of a product, looked for by its name as a shopper would."""
    page.goto(f"{market.path}?{urlencode({'q': product})}")
    name = page.get_by_role("link", name=product, exact=True)
    return page.locator(".offer", has=name).first


def put(page: Page, market: Market, product: str) -> None:
    """One of it, in the basket."""
    offer = find(page, market, product)
    offer.get_by_role("button", name=re.compile("^Ajouter")).click()
    expect(offer.locator(".chosen")).to_be_visible()


def farm_of(page: Page, market: Market, product: str) -> str:
    """The short name of the farm on whose stall a product stands."""
    find(page, market, product)
    link = page.locator(".stalls > section h2 a").first.get_attribute("href") or ""
    return link.rstrip("/").rsplit("/", 1)[-1]


def fill_basket(page: Page, market: Market) -> None:
    for product in FROM_THREE:
        put(page, market, product)


def go_to_the_till(page: Page, market: Market) -> None:
    fill_basket(page, market)
    page.goto("/marche/panier/")
    expect(page.locator(".basket__line")).to_have_count(len(FROM_THREE))
    follow(page.get_by_role("button", name="Commander"))


def say_who_and_when(page: Page, *, method: str) -> str:
    """Fill the till in, to the first slot; return the address the receipt goes to."""
    email = f"nour-{uuid4().hex[:8]}@exemple.fr"
    page.get_by_label("Votre nom").fill("Nour Benali")
    page.get_by_label("Votre adresse e-mail").fill(email)
    page.locator("[name=slot]:enabled").first.check()
    page.get_by_label(re.compile(method)).check()
    return email


def _plan(desk: Page, *, places: int) -> str:
    """Draft the first free date; return it as an address holds it."""
    desk.goto("/gestion/marche/planifier/")
    for distance in FAR_DAYS:
        day = (timezone.localdate() + timedelta(days=distance)).isoformat()
        fields = {
            "first": day,
            "until": day,
            "opens": "09:00",
            "closes": "12:00",
            "days_before": "60",
            "slot_capacity": str(places),
        }
        for field, value in fields.items():
            desk.locator(f"[name={field}]").fill(value)
        desk.locator("[name=place]").select_option(label=HALL)
        desk.locator("[name=model_day]").select_option("")
        desk.locator("[name=skip_holidays]").uncheck()
        desk.get_by_role("button", name="Voir les dates").click()
        if desk.locator("[name=day]").count():
            break
    desk.get_by_role("button", name="Créer ces brouillons").click()
    expect(desk.get_by_text("est en brouillon")).to_be_visible()
    return day


def _drafts(desk: Page) -> set[str]:
    """The boards of the days that are not announced yet."""
    desk.goto("/gestion/snippets/market/marketday/?state=draft")
    links = desk.locator("main a[href*='/marche/jours/']").all()
    return {link.get_attribute("href") or "" for link in links}
