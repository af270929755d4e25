"""All that a day's page shows of its offers, in a number of queries that does not grow."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils import timezone

from market import queries
from market.basket import visitor_of
from market.models import BasketLine, MarketDay, Offer
from market.queries.shop import (
    Answer,
    Conditions,
    answer_to,
    conditions_of,
    offers_for,
    what_to_drop,
)
from market.shop import asked
from market.shop.cards import card_of
from market.shop.groups import Group, groups_of
from market.shop.usuals import Usual, usuals_of
from market.wishes import Grouping, Wishes

OFFERS_PER_PAGE = 36


class CountedPages(Paginator):
    """Pages of offers that were counted already."""

    def __init__(self, offers: object, total: int) -> None:
        super().__init__(offers, OFFERS_PER_PAGE)  # type: ignore[arg-type]
        self.count = total


@dataclass(frozen=True, kw_only=True)
class ShopPage:
    market_day: MarketDay
    wishes: Wishes
    answer: Answer
    conditions: Conditions
    page: Page[Offer]
    groups: list[Group]
    basket_lines: list[BasketLine]
    usuals: list[Usual]

    @property
    def here(self) -> set[int]:
        """Producers whose stall has its head on this page."""
        return {g.producer.pk for g in self.groups if g.producer and not g.is_continued}

    @property
    def sellers(self) -> set[str]:
        """The slugs of those who have something on sale that day."""
        return set(self.answer.producers)

    @property
    def total(self) -> int:
        return self.answer.total

    @property
    def stalls(self) -> int:
        return self.answer.stalls

    @property
    def to_put(self) -> list[Usual]:
        """Those that « tout mettre » would put."""
        return [usual for usual in self.usuals if usual.can_be_put]

    @property
    def basket_total_cents(self) -> int:
        return sum(line.total_cents for line in self.basket_lines)

    @cached_property
    def tags(self) -> list[asked.Tag]:
        return asked.tags_of(self.wishes, answer=self.answer)

    @cached_property
    def form(self) -> asked.Form:
        return asked.form_of(self.wishes, answer=self.answer)

    @property
    def category_tabs(self) -> list[dict[str, object]]:
        return asked.category_tabs(self.wishes, answer=self.answer)

    @property
    def grouping_tabs(self) -> list[dict[str, object]]:
        return asked.grouping_tabs(self.wishes)

    @property
    def next_query(self) -> str:
        return self.wishes.query(page=self.page.next_page_number()) if self.page.has_next() else ""

    @property
    def previous_query(self) -> str:
        if not self.page.has_previous():
            return ""
        return self.wishes.query(page=self.page.previous_page_number())

    @cached_property
    def ways_out(self) -> list[tuple[asked.Tag, int]]:
        """Where nothing answers: the wishes to drop, each with how many offers come back."""
        counts = what_to_drop(self.market_day, conditions=self.conditions)
        found = [(tag, counts[tag.name, tag.value]) for tag in self.tags]
        return [(tag, count) for tag, count in found if count]


def open_shop(
    request: HttpRequest, *, market_day: MarketDay, troubles: Mapping[int, str]
) -> ShopPage:
    """What the address of a request asks of a day, for whoever asks it."""
    wishes = Wishes.read(request.GET)
    conditions = conditions_of(wishes, market_day=market_day)
    answer = answer_to(wishes, market_day=market_day, conditions=conditions)
    lines = queries.chosen_on(market_day, visitor=visitor_of(request))
    offers = offers_for(wishes, market_day=market_day, conditions=conditions)
    page = CountedPages(offers, answer.total).get_page(request.GET.get("page"))
    return ShopPage(
        market_day=market_day,
        wishes=wishes,
        answer=answer,
        conditions=conditions,
        page=page,
        groups=_groups(page, wishes=wishes, market_day=market_day, lines=lines, troubles=troubles),
        basket_lines=lines,
        usuals=usuals_for(request, market_day=market_day, lines=lines, troubles=troubles),
    )


def usuals_for(
    request: HttpRequest,
    *,
    market_day: MarketDay,
    lines: list[BasketLine],
    troubles: Mapping[int, str],
) -> list[Usual]:
    """Nothing on a day that takes no orders."""
    if not market_day.takes_orders(at=timezone.now()):
        return []
    person = request.user if request.user.is_authenticated else None
    return usuals_of(
        queries.habits_of(person=person, visitor=visitor_of(request), market_day=market_day),
        market_day=market_day,
        chosen={line.offer_id: line.quantity for line in lines},
        troubles=troubles,
    )


def _groups(
    page: Page[Offer],
    *,
    wishes: Wishes,
    market_day: MarketDay,
    lines: list[BasketLine],
    troubles: Mapping[int, str],
) -> list[Group]:
    chosen = {line.offer_id: line.quantity for line in lines}
    # One more in front: does its group go on here?
    first = max(0, page.start_index() - 2)
    offers = list(page.paginator.object_list[first : page.end_index()])
    cards = [
        card_of(
            offer,
            day=market_day.date,
            chosen=chosen,
            troubles=troubles,
            names_the_stall=wishes.grouping != Grouping.STALL,
        )
        for offer in offers
    ]
    before = cards.pop(0) if page.has_previous() and cards else None
    return groups_of(cards, grouping=wishes.grouping, before=before)
