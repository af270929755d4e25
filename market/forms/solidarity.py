"""What a shopper asks of the solidarity fund, or gives it: all of it may be passed over."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commons.cms.spoken import say_round_price
from commons.payments.asking import EurosField
from market.models import Solidarity
from market.money.billing import Wish
from market.rules import GiftKind, Price

MOST_EUROS = 500  # by one card, in one go


class SolidarityForm(forms.Form):
    """Which price, what for others, and the word that somebody was given."""

    price = forms.ChoiceField(
        label=gettext_lazy("Quel prix vous va ?"),
        help_text=gettext_lazy("Vous choisissez, sans rien justifier. Personne ne le saura."),
        widget=forms.RadioSelect,
        required=False,
        initial=Price.FAIR,
    )
    word = forms.CharField(
        label=gettext_lazy("J’ai un mot de la caisse de solidarité"),
        help_text=gettext_lazy(
            "Il paie tout ou partie de la commande. Rien ne le montre au retrait."
        ),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    gift = forms.ChoiceField(
        label=gettext_lazy("Ajouter pour d’autres ?"), widget=forms.RadioSelect, required=False
    )
    gift_amount = EurosField(
        label=gettext_lazy("Un autre montant, en euros"), highest=MOST_EUROS, required=False
    )

    def __init__(self, *args: Any, house: Solidarity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.house = house
        if house.prices:
            self._field("price").choices = [(p.value, self._say_price(p)) for p in house.prices]
        else:
            del self.fields["price"]
        self._field("gift").choices = [
            (GiftKind.NOTHING.value, _("Rien cette fois")),
            (GiftKind.ROUND_UP.value, _("Arrondir à l’euro supérieur")),
            (
                GiftKind.BASKET.value,
                _("Offrir un panier suspendu, %(amount)s")
                % {"amount": say_round_price(house.basket_cents)},
            ),
            (GiftKind.OTHER.value, _("Un autre montant")),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        is_missing = not said.get("gift_amount") and "gift_amount" not in self.errors
        if said.get("gift") == GiftKind.OTHER and is_missing:
            self.add_error("gift_amount", _("Dites combien, en euros."))
        return said

    @property
    def wish(self) -> Wish:
        said = self.cleaned_data
        return Wish(
            price=Price(said.get("price") or Price.FAIR),
            gift=GiftKind(said["gift"]),
            gift_cents=int(100 * (said["gift_amount"] or 0)),
            word=said["word"],
        )

    @property
    def is_begun(self) -> bool:
        """So that the fold of it opens by itself."""
        return bool(self.errors) or any(self.data.get(name) for name in ("word", "gift"))

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def _say_price(self, price: Price) -> str:
        words = {
            Price.SOLIDARITY: _("Prix de solidarité : la caisse paie %(percent)s %%"),
            Price.FAIR: _("Prix juste"),
            Price.SUPPORT: _("Prix de soutien : j’ajoute %(percent)s %% pour la caisse"),
        }
        percent = {
            Price.SOLIDARITY: self.house.solidarity_percent,
            Price.SUPPORT: self.house.support_percent,
        }
        return words[price] % {"percent": percent.get(price, "")}


class GiftForm(forms.Form):
    """A gift without an order."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    amount = EurosField(label=gettext_lazy("Combien, en euros ?"), highest=MOST_EUROS)
    email = forms.EmailField(
        label=gettext_lazy("Votre adresse e-mail"),
        help_text=gettext_lazy("Pour le reçu seulement ; sans elle, le don est anonyme."),
        required=False,
    )

    def clean_amount(self) -> Decimal:
        amount: Decimal = self.cleaned_data["amount"]
        if amount < 1:
            raise forms.ValidationError(_("À partir d’un euro : la carte a ses frais."))
        return amount
