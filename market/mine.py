"""The orders somebody will pick up, or has still to pay, and what they take at each market."""

from datetime import datetime

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_hours, say_price, say_time
from commons.people.mine import Promise, Promises, whose
from commons.people.models import Person
from market.models import Order, RecurringList


def orders_of(*, person: Person, now: datetime) -> Promises:
    """Those of the days that are not over, the nearest first; one whose time to pay ran out is none."""
    kept = Q(state=Order.State.PLACED) | Q(state=Order.State.AWAITING_PAYMENT, expires_at__gt=now)
    orders = Order.objects.filter(kept, whose(person), market_day__closes_at__gt=now)
    coming = (
        orders.select_related("market_day__place")
        .annotate(cents=Sum("lines__total_cents", default=0))
        .order_by("market_day__opens_at", "pk")
    )
    return Promises(
        trade="market",
        title=_("Vos commandes"),
        promises=[
            *(_promise(order, cents=order.cents) for order in coming),
            *_recurring(person, now=now),
        ],
        invitation=_("Aucun panier à retirer. Voyez ce que la halle vend au prochain marché."),
        url=reverse("market:next"),
        label=_("Voir le marché"),
    )


def _promise(order: Order, *, cents: int) -> Promise:
    day = order.market_day
    return Promise(
        title=_("Panier n° %(number)s") % {"number": order.number},
        url=order.get_absolute_url(),
        at=day.opens_at,
        notes=[
            _("À retirer, %(hours)s · %(place)s")
            % {"hours": say_hours(day.opens_at, day.closes_at), "place": day.place.name},
            say_price(cents),
        ],
        tag=_what_is_left(order),
    )


def _recurring(person: Person, *, now: datetime) -> list[Promise]:
    """Their list, when they have one: what is in it, and whether it rests."""
    found = RecurringList.objects.filter(person=person).annotate(size=Count("lines"))
    return [
        Promise(
            title=_("Mon panier habituel"),
            url=reverse("market:recurring"),
            notes=[
                *filter(None, [each.name]),
                ngettext("%(count)d produit", "%(count)d produits", each.size)
                % {"count": each.size},
                each.get_rhythm_display(),
            ],
            tag=_("En pause") if each.rests_on(timezone.localdate(now)) else "",
        )
        for each in found
    ]


def _what_is_left(order: Order) -> str:
    if order.expires_at:
        return _("À payer avant %(time)s") % {"time": say_time(order.expires_at)}
    if order.payment_method == Order.PaymentMethod.AT_HALL:
        return _("À payer au retrait")
    return ""
