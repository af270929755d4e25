"""What the market leaves to do, for who may do it."""

from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_day, say_price, say_quantity, say_time
from commons.cms.waiting import Card, Line
from commons.payments.models import Refund
from market import own, rules
from market.models import MarketDay, Offer, Order, Withdrawal
from market.money import paying

SHOWN = 5


def waiting_for(person: Any, *, now: datetime) -> list[Card]:
    cards = [
        _next_day(person, now=now),
        _to_bring(person, now=now),
        _withdrawals(person),
        _refused_refunds(person),
    ]
    return [card for card in cards if card]


def _coming(*, now: datetime) -> QuerySet[MarketDay]:
    placed = Count("orders", filter=Q(orders__state=Order.State.PLACED))
    return MarketDay.objects.not_over(at=now).annotate(placed=placed)


def _next_day(person: Any, *, now: datetime) -> Card | None:
    """The market to come: its orders, and how long its window stays open."""
    if not person.has_perm("market.view_order"):
        return None
    day = _coming(now=now).first()
    if day is None:
        return _no_day(person)
    orders = ngettext(
        "%(count)d commande à préparer", "%(count)d commandes à préparer", day.placed
    ) % {"count": day.placed}
    listed = reverse("wagtailsnippets_market_order:list") + f"?market_day={day.pk}"
    return Card(
        title=_("Marché du %(day)s") % {"day": say_day(day.date)},
        icon="tag",
        kind="market",
        lines=[Line(text=orders, url=listed, note=_window(day, now=now))],
    )


def _no_day(person: Any) -> Card | None:
    if not person.has_perm("market.add_marketday"):
        return None
    add = reverse("wagtailsnippets_market_marketday:add")
    return Card(
        title=_("Marché"),
        icon="tag",
        kind="market",
        lines=[Line(text=_("Aucun marché n’est annoncé : en préparer un"), url=add)],
    )


def _window(day: MarketDay, *, now: datetime) -> str:
    if day.state != MarketDay.State.OPEN or now >= day.orders_close_at:
        return _("les commandes sont closes")
    closes = {"day": say_day(day.orders_close_at), "time": say_time(day.orders_close_at)}
    return _("commandes jusqu’au %(day)s, %(time)s") % closes


def _to_bring(person: Any, *, now: datetime) -> Card | None:
    """What neighbours ordered of the goods a producer keeps, for the next market."""
    if not person.has_perm("market.change_offer") or person.has_perm(own.KEEP_EVERY_STALL):
        return None
    ordered = list(
        own.offers_of(person)
        .filter(market_day__in=_coming(now=now).values("pk")[:1])
        .select_related("product", "market_day")
        .order_by(F("reserved").desc(), "product__name_fr")
    )
    return Card(
        title=_("À apporter au prochain marché"),
        icon="tag",
        kind="market",
        lines=[_bring(offer) for offer in ordered if offer.reserved],
        url=reverse("market:own_offers"),
        more=_("Voir et changer mes offres"),
    )


def _bring(offer: Offer) -> Line:
    return Line(
        text=offer.product.name,
        url=reverse("wagtailsnippets_market_offer:edit", args=[offer.pk]),
        note=_("%(quantity)s à préparer, sur %(all)s proposés")
        % {"quantity": say_quantity(offer.reserved, ""), "all": say_quantity(offer.quantity, "")},
    )


def _withdrawals(person: Any) -> Card | None:
    """Goods that shoppers give back: once they are there, the money must follow within a fortnight of the asking."""
    if not person.has_perm(own.CHANGE_ORDERS):
        return None
    asked = Withdrawal.objects.filter(returned_at=None).select_related("order")[:SHOWN]
    lines = [
        Line(
            text=_("Commande %(number)s, %(name)s")
            % {"number": given.order.number, "name": given.order.name},
            url=reverse("wagtailsnippets_market_order:inspect", args=[given.order_id]),
            note=_("%(amount)s, à rendre avant le %(day)s")
            % {
                "amount": say_price(given.cents),
                "day": say_day(given.asked_at + rules.WITHDRAW_WITHIN),
            },
        )
        for given in asked
    ]
    return Card(title=_("Rétractations"), icon="tag", kind="market", lines=lines) if lines else None


def _refused_refunds(person: Any) -> Card | None:
    """Money that should have gone back and did not: the bank or the provider said no."""
    if not person.has_perm("market.change_collective"):
        return None
    refused = Refund.objects.filter(
        state=Refund.State.FAILED, payment__kind=paying.KIND
    ).select_related("payment")[:SHOWN]
    lines = [
        Line(
            text=refund.payment.description,
            url=reverse("wagtailsnippets_market_order:inspect", args=[refund.payment.subject_id]),
            note=say_price(refund.amount_cents),
        )
        for refund in refused
    ]
    return Card(title=_("Remboursements refusés"), icon="warning", lines=lines) if lines else None
