"""What is asked to fill a basket and to order it: as little as possible."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commons.people.asking import AddressField, NameField, PhoneField
from market.models import Order


class LineForm(forms.Form):
    """How much of an offer to have in the basket; zero takes it out."""

    offer = forms.IntegerField(min_value=1)
    quantity = forms.DecimalField(min_value=Decimal(0), max_digits=9, decimal_places=3)


class CheckoutForm(forms.Form):
    """Who orders, and how they pay."""

    name = NameField(missing=_("Dites-nous à quel nom préparer la commande."))
    email = AddressField(
        serves=_("Pour le reçu et les nouvelles de cette commande, rien d’autre."),
        missing=_("Il nous faut une adresse où envoyer le reçu."),
    )
    phone = PhoneField(serves=_("Pour vous prévenir le jour même si un produit manque."))
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
