"""What the committee is asked about seasons, fees and answers."""

from datetime import timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from commons.payments.asking import EurosField, typed_euros
from gardens.models import Charter, Garden, Season, Tenancy
from gardens.rules.fees import HIGHEST_FEE
from gardens.rules.seasons import NOTICE_OF_END
from gardens.terms import Terms, Tier

WORDS = forms.Textarea({"rows": 4})
MOST_TIERS = 4
HIGHEST = HIGHEST_FEE // 100


def _euros(label: Any, help_text: Any) -> EurosField:
    return EurosField(label=label, help_text=help_text, highest=HIGHEST, required=False)


class CharterChoice(forms.ModelChoiceField):
    """The versions of one garden's charter, by their days."""

    def label_from_instance(self, obj: Charter) -> str:
        day = obj.in_force_on
        return (
            gettext("Version du %(day)s") % {"day": date_format(day, "j F Y")} if day else str(obj)
        )


class OpenSeasonForm(forms.Form):
    """A season in one screen: its dates, its charter, its money, and when answers are awaited."""

    starts_on = forms.DateField(label=_("Premier jour"), widget=AdminDateInput)
    ends_on = forms.DateField(label=_("Dernier jour"), widget=AdminDateInput)
    answer_by = forms.DateField(
        label=_("Réponse attendue avant le"),
        widget=AdminDateInput,
        help_text=_("Un rappel part 14 jours avant, un autre 3 jours avant."),
    )
    charter = CharterChoice(
        label=_("Charte"),
        queryset=Charter.objects.none(),
        required=False,
        help_text=_("Qui a déjà signé cette version n’a rien à signer."),
    )
    fee = forms.ChoiceField(
        label=_("Cotisation"), choices=Season.Fee.choices, widget=forms.RadioSelect
    )
    floor = _euros(_("Plancher (€)"), _("Pour une cotisation libre : le moins que l’on donne."))
    suggested = _euros(_("Montant proposé (€)"), _("Écrit d’avance dans le formulaire du foyer."))
    deposit = _euros(
        _("Caution (€)"), _("Demandée une fois par foyer, gardée à part. Vide : sans caution.")
    )

    def __init__(self, *args: Any, garden: Garden, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        charters = garden.charters.exclude(in_force_on=None)
        self.fields["charter"].queryset = charters  # type: ignore[attr-defined]
        for number in range(1, MOST_TIERS + 1):
            self._add_tier(number)

    def _add_tier(self, number: int) -> None:
        self.fields[f"tier_{number}"] = forms.CharField(
            label=_("Palier %(number)d") % {"number": number},
            max_length=80,
            required=False,
            help_text=_("Par exemple « petit budget ». Vide : pas de palier."),
        )
        self.fields[f"tier_{number}_en"] = forms.CharField(
            label=_("Palier %(number)d en anglais") % {"number": number},
            max_length=80,
            required=False,
            help_text=_("Vide : les mots français."),
        )
        self.fields[f"tier_{number}_amount"] = _euros(
            _("Palier %(number)d, montant (€)") % {"number": number}, ""
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        starts_on, ends_on = given.get("starts_on"), given.get("ends_on")
        if starts_on and ends_on and ends_on <= starts_on:
            self.add_error("ends_on", _("Après le premier jour."))
        if given.get("answer_by") and given["answer_by"] < timezone.localdate():
            self.add_error("answer_by", _("Un jour à venir : il faut le temps de répondre."))
        if self._cents("suggested") < self._cents("floor"):
            self.add_error("suggested", _("Pas sous le plancher."))
        if given.get("fee") == Season.Fee.TIERS and not self._tiers():
            self.add_error("tier_1", _("Au moins un palier, avec son montant."))
        return given

    def terms(self) -> Terms:
        """What the season asks, once the form is valid."""
        given = self.cleaned_data
        is_free = given["fee"] == Season.Fee.CHOICE
        return Terms(
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            answer_by=given["answer_by"],
            charter=given["charter"],
            fee=given["fee"],
            floor_cents=self._cents("floor") if is_free else 0,
            suggested_cents=self._cents("suggested") if is_free else 0,
            deposit_cents=self._cents("deposit"),
            tiers=self._tiers(),
        )

    def _cents(self, name: str) -> int:
        return int((self.cleaned_data.get(name) or 0) * 100)

    def _tiers(self) -> tuple[Tier, ...]:
        given = self.cleaned_data
        return tuple(
            Tier(
                words_fr=given[f"tier_{number}"],
                words_en=given.get(f"tier_{number}_en", ""),
                amount_cents=self._cents(f"tier_{number}_amount"),
            )
            for number in range(1, MOST_TIERS + 1)
            if given.get(f"tier_{number}") and given.get(f"tier_{number}_amount") is not None
        )


def next_after(garden: Garden, last: Season | None) -> dict[str, Any]:
    """The season that follows the last one, on the same terms; a year from today for a first one."""
    today = timezone.localdate()
    charter = garden.charters.in_force(on=today).first()
    if last is None:
        return {
            "starts_on": today + timedelta(days=30),
            "ends_on": today + timedelta(days=394),
            "answer_by": today + timedelta(days=21),
            "charter": charter,
            "fee": Season.Fee.CHOICE,
        }
    starts_on = last.ends_on + timedelta(days=1)
    tiers: dict[str, Any] = {}
    for number, tier in enumerate(last.tiers.all()[:MOST_TIERS], start=1):
        tiers[f"tier_{number}"] = tier.words_fr
        tiers[f"tier_{number}_en"] = tier.words_en
        tiers[f"tier_{number}_amount"] = typed_euros(tier.amount_cents)
    return {
        "starts_on": starts_on,
        "ends_on": starts_on + relativedelta(years=1) - timedelta(days=1),
        "answer_by": max(starts_on - timedelta(days=14), today + timedelta(days=21)),
        "charter": charter,
        "fee": last.fee,
        "floor": typed_euros(last.floor_cents),
        "suggested": typed_euros(last.suggested_cents),
        "deposit": typed_euros(last.deposit_cents) if last.deposit_cents else "",
        **tiers,
    }


class CloseSeasonForm(forms.Form):
    still_on_trial = forms.TypedMultipleChoiceField(
        label=_("Restent à l’essai une saison de plus"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Les autres foyers à l’essai sont confirmés, et l’apprennent par un message."),
    )

    def __init__(self, *args: Any, trials: list[Tenancy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["still_on_trial"].choices = [  # type: ignore[attr-defined]
            (tenancy.pk, str(tenancy)) for tenancy in trials
        ]


class WhyForm(forms.Form):
    """A reason for the log alone."""

    reason = forms.CharField(
        label=_("Pourquoi ?"),
        max_length=400,
        widget=WORDS,
        help_text=_("Gardé au journal du jardin, que seul le comité lit."),
    )


class WaiveForm(WhyForm):
    reason = forms.CharField(
        label=_("Pourquoi ?"),
        max_length=400,
        widget=WORDS,
        help_text=_("En deux mots, sans rien d’intime : « décidé en réunion le 3 mars »."),
    )


class TakenDownForm(forms.Form):
    """An answer given by telephone or on paper."""

    reason = forms.CharField(
        label=_("Comment le savez-vous ?"),
        max_length=400,
        widget=WORDS,
        help_text=_("« Au téléphone le 3 mars » : c’est gardé au journal, avec votre nom."),
    )


class EndForm(forms.Form):
    last_day = forms.DateField(label=_("Dernier jour"), widget=AdminDateInput)
    reason = forms.CharField(
        label=_("Pourquoi ?"),
        max_length=1000,
        widget=WORDS,
        help_text=_("Le foyer le lira tel quel. Gardé au journal."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        earliest = timezone.localdate() + NOTICE_OF_END
        self.fields["last_day"].initial = earliest
        self.fields["last_day"].help_text = _("Un mois au moins : le temps de récolter.")


class DepositForm(forms.Form):
    how = forms.ChoiceField(
        label=_("Rendue comment ?"),
        choices=[("hand", _("en main propre")), ("card", _("sur la carte qui l’a payée"))],
        widget=forms.RadioSelect,
        initial="hand",
    )
