"""A household's word for a season, asked the same way of whoever accepts a plot and of whoever stays."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commons.cms.spoken import say_round_price
from commons.payments.asking import EurosField, typed_euros
from gardens.models import Charter, Season
from gardens.refusals import SignatureMissingError
from gardens.rules.fees import HIGHEST_FEE, FeeRefusedError


class EnrolForm(forms.Form):
    """A name under the charter, and what the household chooses to give.

    Only what the season asks is asked: nothing at all without a season. Its template is
    ``gardens/enrol_fields.html``; ``word`` is what the verbs of enrolling take.
    """

    def __init__(
        self,
        *args: Any,
        season: Season | None,
        must_sign: bool = True,
        with_deposit: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.season = season
        self.charter: Charter | None = season.charter if season and must_sign else None
        self.deposit_cents = season.deposit_cents if season and with_deposit else 0
        if self.charter:
            self.fields["signed_by"] = _signature()
        if season and season.fee != Season.Fee.NONE:
            self.fields["amount"] = _amount(season)

    @property
    def word(self) -> dict[str, Any]:
        """``signed_by`` and ``chosen_cents``, once the form is valid."""
        return {
            "signed_by": self.cleaned_data.get("signed_by", ""),
            "chosen_cents": self._chosen_cents(),
        }

    def refuse(self, refusal: FeeRefusedError | SignatureMissingError) -> None:
        """Say beside its field why a verb said no: the season changed while the form was open."""
        if isinstance(refusal, SignatureMissingError):
            self.add_error(
                None, _("La charte vient de changer : relisez-la, puis écrivez votre nom.")
            )
        else:
            self.add_error("amount" if "amount" in self.fields else None, _floor(refusal))

    def clean_signed_by(self) -> str:
        return " ".join(self.cleaned_data["signed_by"].split())

    def clean_amount(self) -> Any:
        """The floor is said with the amount that would do."""
        amount, season = self.cleaned_data["amount"], self.season
        if season and isinstance(amount, Decimal) and amount * 100 < season.floor_cents:
            raise forms.ValidationError(_floor(FeeRefusedError(floor_cents=season.floor_cents)))
        return amount

    def _chosen_cents(self) -> int | None:
        amount = self.cleaned_data.get("amount")
        if amount is None:
            return None
        return int(amount * 100) if isinstance(amount, Decimal) else int(amount)


def _signature() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Votre prénom et votre nom"),
        max_length=120,
        help_text=gettext_lazy("Écrits ici, ils signent la charte pour tout votre foyer."),
        error_messages={
            "required": gettext_lazy("Écrivez votre nom : c’est votre parole sous la charte.")
        },
        widget=forms.TextInput({"autocomplete": "name"}),
    )


def _amount(season: Season) -> forms.Field:
    missing = {"required": gettext_lazy("Choisissez un montant : personne ne demande pourquoi.")}
    if season.fee == Season.Fee.TIERS:
        return forms.ChoiceField(
            label=gettext_lazy("Votre cotisation pour la saison"),
            choices=[
                (str(tier.amount_cents), f"{tier.said} · {say_round_price(tier.amount_cents)}")
                for tier in season.tiers.all()
            ],
            widget=forms.RadioSelect,
            help_text=gettext_lazy("Vous choisissez, sans rien expliquer."),
            error_messages=missing,
        )
    field = EurosField(
        label=gettext_lazy("Votre cotisation pour la saison, en euros"),
        highest=HIGHEST_FEE // 100,
        initial=typed_euros(season.suggested_cents),
        help_text=_free_choice(season),
    )
    field.error_messages |= missing
    return field


def _free_choice(season: Season) -> str:
    given = {
        "floor": say_round_price(season.floor_cents),
        "suggested": say_round_price(season.suggested_cents),
    }
    if not season.floor_cents:
        return _("Libre. %(suggested)s aident le jardin à vivre.") % given
    return _("À partir de %(floor)s, selon vos moyens. %(suggested)s aident le jardin.") % given


def _floor(refusal: FeeRefusedError) -> str:
    return _(
        "Au moins %(floor)s. Si c’est trop, dites-le à l’équipe : personne ne reste dehors."
    ) % {"floor": say_round_price(refusal.floor_cents)}
