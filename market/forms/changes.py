"""What changes a placed order: how much of each line is still wanted."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from market.models import Order, OrderLine
from market.shelf import plain
from market.templatetags.amounts import amount


class ChangeForm(forms.Form):
    """A quantity per line, by whole steps; zero takes the line out."""

    def __init__(self, *args: Any, order: Order, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = order.lines.select_related("offer__product")
        self.lines = [line for line in lines if line.quantity]
        for line in self.lines:
            self.fields[_field(line)] = QuantityField(line)

    @property
    def rows(self) -> list[tuple[OrderLine, forms.BoundField]]:
        return [(line, self[_field(line)]) for line in self.lines]

    @property
    def quantities(self) -> dict[int, Decimal]:
        return {line.pk: self.cleaned_data[_field(line)] for line in self.lines}


class QuantityField(forms.DecimalField):
    """How much of a line, in its unit; on a phone, the keyboard of numbers."""

    def __init__(self, line: OrderLine) -> None:
        super().__init__(
            label=line.name,
            initial=plain(line.quantity),
            min_value=Decimal(0),
            max_digits=9,
            decimal_places=3,
            help_text=_("Commandé : %(amount)s") % {"amount": amount(line.quantity, line.unit)},
            error_messages={"required": _("Écrivez une quantité ; zéro retire le produit.")},
            widget=forms.NumberInput(
                {"step": plain(line.offer.product.step), "inputmode": "decimal"}
            ),
        )


def _field(line: OrderLine) -> str:
    return f"quantity-{line.pk}"
