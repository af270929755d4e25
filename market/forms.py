"""What is asked to fill a basket and to order it: as little as possible."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commons.people.models import LONGEST_EMAIL
from market.models import Order


class LineForm(forms.Form):
    """How much of an offer to have in the basket; zero takes it out."""

    offer = forms.IntegerField(min_value=1)
    quantity = forms.DecimalField(min_value=Decimal(0), max_digits=9, decimal_places=3)


class CheckoutForm(forms.Form):
    """Who orders, and how they pay."""

    name = forms.CharField(
        label=_("Votre nom"),
        max_length=120,
        error_messages={"required": _("Dites-nous à quel nom préparer la commande.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Votre adresse e-mail"),
        max_length=LONGEST_EMAIL,
        help_text=_("Pour le reçu et les nouvelles de cette commande, rien d’autre."),
        error_messages={
            "required": _("Il nous faut une adresse où envoyer le reçu."),
            "invalid": _("Cette adresse n’est pas complète : il y manque peut-être « @ »."),
        },
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Votre téléphone"),
        required=False,
        max_length=30,
        help_text=_("Pour vous prévenir le jour même si un produit manque."),
        widget=forms.TextInput({"autocomplete": "tel", "inputmode": "tel"}),
    )
    payment_method = forms.ChoiceField(
        label=_("Comment payer ?"),
        choices=Order.PaymentMethod.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, card_is_possible: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        method = self.fields["payment_method"]
        if not card_is_possible:
            at_hall = Order.PaymentMethod.AT_HALL
            method.choices = [(at_hall.value, at_hall.label)]  # type: ignore[attr-defined]
        method.initial = method.choices[0][0]  # type: ignore[attr-defined]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        return email.strip().lower()
