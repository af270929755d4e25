"""What was sold, as tables: orders, their lines, and VAT by seller and rate. Read row by row, whatever their number."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import Count, F, Func, Q, QuerySet, Sum, TextChoices, TextField, Value
from django.utils.translation import gettext as _

from commons.money import vat_included
from commons.sheets.writing import euros, safe
from market.models import Order, OrderLine, Product

AT_ONCE = 5000  # rows that the database hands over at a time


@dataclass(frozen=True, kw_only=True)
class Sales:
    """Those of one market day, or of the days between two dates, both included."""

    market_day_id: int | None = None
    first: date | None = None
    last: date | None = None

    def within(self, path: str = "") -> Q:
        """``path`` leads from the rows to their order."""
        wanted = {
            f"{path}market_day": self.market_day_id,
            f"{path}market_day__date__gte": self.first,
            f"{path}market_day__date__lte": self.last,
        }
        return Q(**{name: value for name, value in wanted.items() if value is not None})


def order_titles() -> list[str]:
    return [
        _("Commande"),
        _("Jour de marché"),
        _("État"),
        _("Nom"),
        _("Adresse e-mail"),
        _("Téléphone"),
        _("Paiement"),
        _("Reçue le"),
        _("Total (€)"),
    ]


def orders(sales: Sales) -> Iterator[list[str]]:
    """Who ordered, for the coordination alone."""
    states, methods = _labels(Order.State), _labels(Order.PaymentMethod)
    rows = (
        Order.objects.filter(sales.within())
        .annotate(cents=Sum("lines__total_cents", default=0), minute=_Minute("created_at"))
        .order_by("market_day__date", "pk")
        .values_list(
            "number", "market_day__date", "state", "name", "email", "phone", "payment_method",
            "minute", "cents",
        )
    )  # fmt: skip
    return (
        [
            number,
            _day(day),
            states[state],
            safe(name),
            safe(email),
            safe(phone),
            methods[method],
            minute,
            _euros(cents),
        ]
        for number, day, state, name, email, phone, method, minute, cents in _stream(rows)
    )


def line_titles() -> list[str]:
    return [
        _("Commande"),
        _("Jour de marché"),
        _("État"),
        _("Producteur·rice"),
        _("Vendu par"),
        _("Produit"),
        _("Unité"),
        _("Quantité"),
        _("Pesé (kg)"),
        _("Prix (€)"),
        _("Total (€)"),
        _("Taux de TVA (%)"),
        _("Dont TVA (€)"),
    ]


def lines(sales: Sales) -> Iterator[list[str]]:
    """What was ordered, without anybody's name."""
    states, units = _labels(Order.State), _labels(Product.Unit)
    rows = (
        OrderLine.objects.filter(sales.within("order__"))
        .order_by("order__market_day__date", "order_id", "pk")
        .values_list(
            "order__number", "order__market_day__date", "order__state",
            "offer__product__producer__name", "seller_name", "name", "unit", "quantity",
            "weighed", "price_cents", "total_cents", "vat_rate",
        )
    )  # fmt: skip
    return (
        [
            number,
            _day(day),
            states[state],
            safe(producer),
            safe(seller),
            safe(name),
            units[unit],
            _decimal(quantity),
            _decimal(kg) if kg is not None else "",
            _euros(price),
            _euros(total),
            _decimal(rate),
            _vat(total, rate),
        ]
        for number, day, state, producer, seller, name, unit, quantity, kg, price, total, rate in (
            _stream(rows)
        )
    )


def vat_titles() -> list[str]:
    return [
        _("Vendu par"),
        _("SIRET"),
        _("Taux de TVA (%)"),
        _("Total TVA comprise (€)"),
        _("Dont TVA (€)"),
        _("Lignes"),
    ]


def vat(sales: Sales) -> Iterator[list[str]]:
    """Of firm orders, by seller of record and rate: the sum of what each line says, to the cent."""
    rows = (
        OrderLine.objects.filter(sales.within("order__"), order__state=Order.State.PLACED)
        .values("seller_name", "seller_siret", "vat_rate", "total_cents")
        .annotate(count=Count("pk"))
        .order_by()
    )
    totals: defaultdict[tuple[str, str, Decimal], list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows.iterator(chunk_size=AT_ONCE):
        cents, count, rate = row["total_cents"], row["count"], row["vat_rate"]
        sums = totals[row["seller_name"], row["seller_siret"], rate]
        sums[0] += cents * count
        sums[1] += vat_included(gross_cents=cents, rate=rate) * count
        sums[2] += count
    for (name, siret, rate), (gross, part, count) in sorted(totals.items()):
        yield [safe(name), safe(siret), _decimal(rate), euros(gross), euros(part), str(count)]


def _labels(choices: type[TextChoices]) -> dict[str, str]:
    """Said now: while a file streams, nobody's language is set any more."""
    return {value: str(label) for value, label in choices.choices}


def _stream(rows: QuerySet[Any, Any]) -> Iterator[Any]:
    """Through a cursor of the server: memory stays flat."""
    return rows.iterator(chunk_size=AT_ONCE)


class _Minute(Func):
    """A moment on the hall's clocks, written by the database: Python would read each first."""

    output_field = TextField()

    def __init__(self, moment: str) -> None:
        local = Func(Value(settings.TIME_ZONE), F(moment), function="timezone")
        super().__init__(local, Value("YYYY-MM-DD HH24:MI"), function="to_char")


# Few dates, quantities, rates and amounts make up a hundred thousand lines.


@lru_cache(maxsize=4096)
def _day(day: date) -> str:
    return day.isoformat()


@lru_cache(maxsize=4096)
def _decimal(number: Decimal) -> str:
    """Decimal("1.500") → "1,5": a number for a French spreadsheet."""
    return f"{number.normalize():f}".replace(".", ",")


@lru_cache(maxsize=4096)
def _euros(cents: int) -> str:
    return euros(cents)


@lru_cache(maxsize=4096)
def _vat(total_cents: int, rate: Decimal) -> str:
    return euros(vat_included(gross_cents=total_cents, rate=rate))
