"""How forms of every trade ask for an amount that people choose."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class EurosField(forms.DecimalField):
    """An amount typed as people write it: "7,50" or "7.50"; ``highest`` is in whole euros."""

    def __init__(self, *, highest: int, **kwargs: Any) -> None:
        super().__init__(
            min_value=0,
            max_value=highest,
            max_digits=5,
            decimal_places=2,
            widget=forms.TextInput({"inputmode": "decimal", "class": "euros"}),
            error_messages={
                "invalid": _("Un montant en euros, par exemple 7,50."),
                "min_value": _("Zéro ou plus : c’est vous qui choisissez."),
            },
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        typed = value.replace(",", ".").replace("€", "") if isinstance(value, str) else value
        return super().to_python(typed)


def typed_euros(cents: int) -> str:
    """An amount as one would type it: 600 → "6", 650 → "6,50"."""
    euros, rest = divmod(cents, 100)
    return f"{euros},{rest:02}" if rest else str(euros)
