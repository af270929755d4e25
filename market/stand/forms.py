"""What the quick screen sends: one line for each offer, and a line for one more."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commons.cms.spoken import say_number
from market.models import Offer, Product

DEAREST = Decimal(9999)


class PlainNumberField(forms.CharField):
    """A number typed with a thumb: a comma or a point, and a euro sign if it pleases."""

    widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, *, decimals: int, least: Decimal, **kwargs: Any) -> None:
        super().__init__(max_length=14, **kwargs)
        self.decimals, self.least = decimals, least

    def clean(self, value: Any) -> Any:
        text = "".join(super().clean(value).removesuffix("€").split()).replace(",", ".")
        if not text:
            return None
        try:
            number = Decimal(text)
        except InvalidOperation as wrong:
            raise forms.ValidationError(_("Un nombre, comme 2,50.")) from wrong
        if not number.is_finite() or not self.least <= number <= DEAREST:
            raise forms.ValidationError(
                _("Un nombre de %(least)s à %(most)s.")
                % {"least": say_number(self.least), "most": say_number(DEAREST)}
            )
        if number != round(number, self.decimals):
            raise forms.ValidationError(_("Moins de chiffres après la virgule."))
        return number


class WishForm(forms.Form):
    """A price in euros, and how much there is."""

    price = PlainNumberField(label=gettext_lazy("Prix (€)"), decimals=2, least=Decimal("0.01"))
    quantity = PlainNumberField(label=gettext_lazy("Quantité"), decimals=3, least=Decimal(0))

    @property
    def price_cents(self) -> int:
        return int(self.cleaned_data["price"] * 100)


class LineForm(WishForm):
    """An offer as it was shown, and as it is wished: only what differs is changed."""

    closed = forms.BooleanField(label=gettext_lazy("Fermée"), required=False)

    def __init__(self, data: Any = None, *, offer: Offer) -> None:
        self.offer = offer
        initial = {
            "price": say_number(Decimal(offer.price_cents) / 100, decimals=2),
            "quantity": say_number(offer.quantity),
            "closed": not offer.on_sale,
        }
        super().__init__(data, prefix=f"offre-{offer.pk}", initial=initial)
        for field in self.fields.values():
            # What this page showed comes back with the form: somebody else may have changed the offer since.
            field.show_hidden_initial = True

    def wishes(self) -> dict[str, Any]:
        """What to change, for the verb; nothing when the line was left as it was shown."""
        changed = set(self.changed_data)
        wishes: dict[str, Any] = {}
        if "price" in changed:
            wishes["price_cents"] = self.price_cents
        if "quantity" in changed:
            wishes["quantity"] = self.cleaned_data["quantity"]
        if "closed" in changed:
            wishes["on_sale"] = not self.cleaned_data["closed"]
        return wishes


class AddForm(WishForm):
    """One more product on the stall that day."""

    product = forms.TypedChoiceField(label=gettext_lazy("Produit"), coerce=int)
    field_order = ("product", "price", "quantity")

    def __init__(self, data: Any = None, *, products: Iterable[Product]) -> None:
        super().__init__(data, prefix="ajout")
        self.fields["product"].choices = [  # type: ignore[attr-defined]
            ("", _("à choisir")),
            *(
                (product.pk, f"{product.name}, {product.get_unit_display()}")
                for product in products
            ),
        ]
