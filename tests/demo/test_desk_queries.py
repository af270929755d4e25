"""How many questions each screen of the trades' desks asks: twelve at most, be its rows few or many.

Seven are the desk's own, whatever the screen: the session, the person, their rights; and Wagtail's, which asks
for its menu what they may do with pages and with files and where the tree of pages begins for them, and for its
scripts which languages there are.
"""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from content.roles import GARDEN_COORDINATORS, MARKET_COORDINATORS, WORKSHOP_LEADS
from gardens import models as gardens
from gardens.desk import plan_urls as gardens_plan
from gardens.desk import urls as gardens_desk
from market import models as market
from market.desk import goods_urls as market_goods
from market.desk import urls as market_desk
from tests.content.desk import person_in
from tests.demo.collective import A_TUESDAY_IN_JUNE, forgotten, lay
from workshops import models as workshops
from workshops.desk import urls as workshops_desk

MOST = 12
# Wagtail's own screens of one row: it reads the row up to five times, its log, who else has it open and
# what refers to it, before any field of ours.
OF_WAGTAIL = {"edit": 24, "delete": 16, "history": 15}
# What refers to a row, read one by one: as many questions as there are rows. Nobody is led there.
NOT_HELD = {"usage"}
# Ours that ask more, each with why it does.
HEAVIER = {
    # An order in full: its lines, words to producers, payments and refunds, changes, letters, account.
    "market.order.inspect": 16,
    # A day's orders and money, slots, stalls, what each producer sells, its log; then the day itself.
    "market_desk:board": 13,
    # The vacancies of a garden, the rules that allot them, the whole line, the offers, the log.
    "gardens_desk:allotting": 16,
    # Every plot with its households, their seasons and visits, its offers, its free corners.
    "gardens_desk:board": 14,
    # A corner proposed, and all that the rule asks of each household in line.
    "gardens_desk:match": 14,
    # Corners, matches that wait and those refused, agreements, who could share.
    "gardens_desk:sharing": 13,
    # The plan, its landmarks, the latest changes with the plots they came from and made.
    "gardens_plan:draw": 13,
    # The terms as the last season had them, checked as if typed, to show the letter as it would leave.
    "gardens_desk:open_season": 15,
}

COORDINATORS = {
    "market": MARKET_COORDINATORS,
    "gardens": GARDEN_COORDINATORS,
    "workshops": WORKSHOP_LEADS,
}
OWN_SCREENS = {
    "market": {"market_desk": market_desk, "market_goods": market_goods},
    "gardens": {"gardens_desk": gardens_desk, "gardens_plan": gardens_plan},
    "workshops": {"workshops_desk": workshops_desk},
}
# What stands in an address: the model it is read from, and the columns. A few rows of each are asked.
ROWS_ASKED = 5
IN_ADDRESSES = {
    ("order_id",): (market.Order, "pk"),
    ("withdrawal_id",): (market.Withdrawal, "pk"),
    ("day_id",): (market.MarketDay, "pk"),
    ("day_id", "stall_id"): (market.Stall, "market_day", "pk"),
    ("garden_id",): (gardens.Garden, "pk"),
    ("plot_id",): (gardens.Plot, "pk"),
    ("offer_id",): (gardens.PlotOffer, "pk"),
    ("tenancy_id",): (gardens.Tenancy, "pk"),
    ("season_id",): (gardens.Season, "pk"),
    ("enrolment_id",): (gardens.Enrolment, "pk"),
    ("case_id",): (gardens.CareCase, "pk"),
    ("corner_id",): (gardens.Corner, "pk"),
    ("match_id",): (gardens.Match, "pk"),
    ("agreement_id",): (gardens.SharingAgreement, "pk"),
    ("garden_id", "duty_id"): (gardens.Duty, "turn__chore__garden", "pk"),
    ("garden_id", "call_off_id"): (gardens.CallOff, "garden", "pk"),
    ("key_id",): (gardens.Key, "pk"),
    ("notice_id",): (gardens.Notice, "pk"),
    ("session_id",): (workshops.Session, "pk"),
    ("session_id", "entry_id"): (workshops.WaitingEntry, "session", "pk"),
}
FILES = [("lignes", "csv"), ("commandes", "csv"), ("tva", "csv")]


@pytest.fixture(scope="module")
def many_rows(django_db_setup, django_db_blocker):
    """The demo collective: dozens of rows of everything."""
    with django_db_blocker.unblock(), forgotten():
        lay(A_TUESDAY_IN_JUNE)
        yield


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def tables(trade: str) -> Iterator[tuple[str, str]]:
    """Each screen of the trade's tables: its name, and an address."""
    for model in get_snippet_models():
        if model._meta.app_label != trade:
            continue
        screens = model.snippet_viewset
        name = f"{model._meta.label_lower}"
        yield f"{name}.list", reverse(screens.get_url_name("list"))
        yield f"{name}.add", reverse(screens.get_url_name("add"))
        verbs = ["edit", "delete", "history", "usage"]
        verbs += ["inspect"] if screens.inspect_view_enabled else []
        for verb in verbs:
            for row in model._default_manager.order_by("pk")[:ROWS_ASKED]:
                yield f"{name}.{verb}", reverse(screens.get_url_name(verb), args=[row.pk])


def own_screens(trade: str) -> Iterator[tuple[str, str]]:
    """Each screen that the trade made for itself; the address of a form alone is looked at too."""
    for namespace, urls in OWN_SCREENS[trade].items():
        for pattern in urls.urlpatterns:
            name = f"{namespace}:{pattern.name}"
            for args in arguments(tuple(pattern.pattern.converters)):
                yield name, reverse(name, args=args)


def arguments(names: tuple[str, ...]) -> list[tuple[object, ...]]:
    if not names:
        return [()]
    if names == ("name", "kind"):
        return FILES
    model, *columns = IN_ADDRESSES[names]
    return list(model._default_manager.order_by("pk").values_list(*columns)[:ROWS_ASKED])


def most_of(screen: str) -> int | None:
    """How many questions a screen may ask; None where they are Wagtail's, one for each row."""
    verb = screen.rpartition(".")[2]
    if verb in NOT_HELD:
        return None
    return HEAVIER.get(screen) or OF_WAGTAIL.get(verb, MOST)


def too_many(trade: str) -> dict[str, int]:
    """The screens that ask more than they may, each with how many."""
    client = Client()
    client.force_login(person_in(COORDINATORS[trade]))
    found: dict[str, int] = {}
    for screen, address in (*tables(trade), *own_screens(trade)):
        if (most := most_of(screen)) is None:
            continue
        client.get(address)  # what is kept from one screen to the next
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
            assert answer.status_code < 500
            if answer.streaming:
                b"".join(answer.streaming_content)
        if len(asked) > max(most, found.get(screen, 0)):
            found[screen] = len(asked)
    return found


@pytest.mark.parametrize("trade", COORDINATORS)
@pytest.mark.usefixtures("many_rows")
def test_screens_with_many_rows(trade):
    assert too_many(trade) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("trade", COORDINATORS)
def test_screens_without_a_row(trade):
    assert too_many(trade) == {}
