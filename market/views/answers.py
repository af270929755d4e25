"""What htmx gets for a line: its choice, and what the basket has become. Never a whole page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.cms.spoken import say_price
from market import queries
from market.basket import visitor_of
from market.models import BasketLine, MarketDay, Offer
from market.shelf import ShelfItem
from market.shop import Choice, choice_of, usuals_for
from market.templatetags.amounts import amount
from market.views.lines import Troubles

USUALS = "habituels"
MOST_SEEN = 20


def came_from_usuals(request: HttpRequest) -> bool:
    return request.POST.get("depuis") == USUALS


def answer_line(
    request: HttpRequest, *, troubles: Troubles, day_page: MarketDay | None = None
) -> HttpResponse:
    """The choice of the posted offer."""
    offer = get_object_or_404(
        Offer.objects.select_related("product", "market_day"), pk=request.POST["offer"]
    )
    answer = Answer(request, market_day=offer.market_day, day_page=day_page, troubles=troubles)
    return answer.render([offer])


@dataclass(kw_only=True)
class Answer:
    """The parts of a page that some offers of a day change.

    On a day's own page, ``day_page``, the usual ones stand too. ``notes`` say what happened to several.
    """

    request: HttpRequest = field(kw_only=False)
    market_day: MarketDay
    day_page: MarketDay | None
    troubles: Troubles = field(default_factory=dict)
    notes: Sequence[str] = ()

    def render(self, offers: list[Offer]) -> HttpResponse:
        """The first part replaces the form's own; the page holds the others, or says that it does (« vu »)."""
        from_usuals = came_from_usuals(self.request)
        seen = set(self.request.POST.getlist("vu")[:MOST_SEEN])
        usuals = (
            usuals_for(
                self.request, market_day=self.market_day, lines=self.lines, troubles=self.troubles
            )
            if self.day_page
            else []
        )
        return render(
            self.request,
            "market/line_answer.html",
            {
                "market_day": self.market_day,
                "choices": [
                    self._choice(offer, is_trouble_said=not from_usuals)
                    for offer in offers
                    if not from_usuals or str(offer.pk) in seen
                ],
                "from_usuals": from_usuals,
                "usuals": usuals,
                "to_put": [usual for usual in usuals if usual.can_be_put],
                "notes": self.notes,
                "takes_orders": self.market_day.takes_orders(at=timezone.now()),
                "basket_lines": self.lines,
                "basket_total_cents": self.total_cents,
                "said": self._say(offers[0]) if len(offers) == 1 else " ".join(self.notes),
            },
        )

    @cached_property
    def lines(self) -> list[BasketLine]:
        return queries.chosen_on(self.market_day, visitor=visitor_of(self.request))

    @property
    def total_cents(self) -> int:
        return sum(line.total_cents for line in self.lines)

    def _choice(self, offer: Offer, *, is_trouble_said: bool) -> Choice:
        chosen = {line.offer_id: line.quantity for line in self.lines}
        return choice_of(
            ShelfItem(
                offer=offer,
                chosen=chosen.get(offer.pk, ShelfItem.chosen),
                trouble=self.troubles.get(offer.pk, "") if is_trouble_said else "",
            )
        )

    def _say(self, offer: Offer) -> str:
        """For who does not see it; what went wrong is an alert of its own."""
        if self.troubles:
            return ""
        quantity = next((line.quantity for line in self.lines if line.offer_id == offer.pk), None)
        name = offer.product.name
        if quantity is None:
            words = _("%(product)s : retiré du panier.") % {"product": name}
        else:
            words = _("%(product)s : %(amount)s dans le panier.") % {
                "product": name,
                "amount": amount(quantity, offer.product.unit),
            }
        return words + " " + _("Total : %(total)s.") % {"total": say_price(self.total_cents)}
