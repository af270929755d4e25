"""How many come, and who: one row per seat, as many as are asked for."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from commons.cms.spoken import say_round_price
from commons.payments.asking import EurosField, typed_euros
from workshops.models import PriceTier, Workshop
from workshops.parties import SeatWish
from workshops.rules.groups import MOST_SEATS_AT_ONCE
from workshops.rules.prices import MOST_FREELY_GIVEN

# The number of seats brings as many rows at once; without scripts, by a button of the form.
BRINGS_ROWS = {
    "data-hx-post": "",
    "data-hx-vals": '{"refresh": "1"}',
    "data-hx-trigger": "change",
    "data-hx-target": "#places",
    "data-hx-select": "#places",
    "data-hx-swap": "outerHTML",
}

GUARDIAN_MISSING = _("Dites-nous quel adulte répond des moins de 18 ans.")


@dataclass(frozen=True, kw_only=True)
class SeatRow:
    """The fields of one seat, as a template draws them."""

    number: int
    name: BoundField
    under_18: BoundField
    price: BoundField | None

    @property
    def says_who(self) -> bool:
        """Whether somebody said something of who comes: the row then stands open."""
        return bool(self.name.value() or self.under_18.value() or self.name.errors)


class SeatsForm(forms.Form):
    """Seats, and for each who comes, if under 18, and its price when people choose it."""

    seats = forms.IntegerField(
        label=_("Combien de places ?"),
        min_value=1,
        max_value=MOST_SEATS_AT_ONCE,
        initial=1,
        widget=forms.NumberInput(BRINGS_ROWS),
    )
    guardian = forms.CharField(
        label=_("Responsable légal·e"),
        max_length=120,
        required=False,
        help_text=_("L’adulte qui répond des moins de 18 ans ce jour-là."),
    )

    def __init__(
        self, *args: Any, workshop: Workshop, most: int = MOST_SEATS_AT_ONCE, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.workshop = workshop
        self.tiers = list(workshop.tiers.all()) if self._has_tiers else []
        # Told to the browser alone: who asks for more than is left hears from the verb how many are.
        self.fields["seats"].widget.attrs["max"] = max(1, min(most, MOST_SEATS_AT_ONCE))
        shown = self.number_shown
        for number in range(1, MOST_SEATS_AT_ONCE + 1):
            self._add_row(number, is_asked=number <= shown)

    @property
    def _has_tiers(self) -> bool:
        return self.workshop.price_kind == Workshop.PriceKind.TIERS

    @property
    def asks_price(self) -> bool:
        return self.workshop.price_kind in (
            Workshop.PriceKind.TIERS,
            Workshop.PriceKind.FREE_CHOICE,
        )

    @property
    def number_shown(self) -> int:
        """How many rows to draw: what was typed, kept between one and the most."""
        typed = str(self["seats"].value() or "")
        asked = int(typed) if typed.isdecimal() and len(typed) < 3 else 1
        return max(1, min(asked, MOST_SEATS_AT_ONCE))

    @property
    def rows(self) -> list[SeatRow]:
        return [
            SeatRow(
                number=number,
                name=self[f"who_{number}"],
                under_18=self[f"under_18_{number}"],
                price=self[f"price_{number}"] if self.asks_price else None,
            )
            for number in range(1, self.number_shown + 1)
        ]

    @property
    def fixed_total_cents(self) -> int:
        """What the seats asked for cost, where the price is the same for all."""
        fixed = self.workshop.price_kind == Workshop.PriceKind.FIXED
        return self.workshop.price_cents * self.number_shown if fixed else 0

    def party(self) -> list[SeatWish]:
        """The seats asked for, once the form is valid."""
        return [self._wish(number) for number in range(1, self.cleaned_data["seats"] + 1)]

    def _wish(self, number: int) -> SeatWish:
        chosen = self.cleaned_data.get(f"price_{number}")
        if self.asks_price and chosen not in (None, ""):
            chosen = int(chosen) if self._has_tiers else int(chosen * 100)
        return SeatWish(
            name=self.cleaned_data[f"who_{number}"],
            under_18=self.cleaned_data[f"under_18_{number}"],
            chosen_cents=chosen,
        )

    def _add_row(self, number: int, *, is_asked: bool) -> None:
        self.fields[f"who_{number}"] = forms.CharField(
            label=_("Prénom et nom"), max_length=120, required=False
        )
        self.fields[f"under_18_{number}"] = forms.BooleanField(
            label=_("Moins de 18 ans"), required=False
        )
        if self.asks_price:
            price = self.fields[f"price_{number}"] = self._price_field()
            price.required = is_asked
            price.error_messages["required"] = _("Choisissez un montant pour cette place.")

    def _price_field(self) -> forms.Field:
        if self._has_tiers:
            return forms.ChoiceField(
                label=_("Tarif"),
                choices=[(str(tier.cents), _tier_label(tier)) for tier in self.tiers],
                widget=forms.RadioSelect,
            )
        return EurosField(
            label=_("Votre participation, en euros"),
            initial=typed_euros(self.workshop.price_cents),
            highest=MOST_FREELY_GIVEN // 100,
        )


def _tier_label(tier: PriceTier) -> str:
    return f"{tier.name} · {say_round_price(tier.cents)}"
