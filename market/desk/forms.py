"""What the verbs of a market day ask."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from commons.cms.circulars import CircularForm
from commons.cms.spoken import say_day
from commons.places.models import Place
from market import rules
from market.models import MarketDay

REASON = forms.Textarea({"rows": 3})


class DayChoice(forms.ModelChoiceField):
    """A market day by its date, as people say it."""

    def label_from_instance(self, obj: MarketDay) -> str:
        # Ten times as quick as get_state_display(), which hashes every choice: a list may hold years of days.
        return f"{say_day(obj.date)} · {MarketDay.State(obj.state).label}"


class ReopenForm(forms.Form):
    until = forms.DateTimeField(
        label=_("Jusqu’à"),
        widget=AdminDateTimeInput,
        help_text=_("À l’heure de la halle, avant l’ouverture du marché."),
    )


class CallOffForm(forms.Form):
    """Asked twice: why, then a box that says it is meant."""

    reason = forms.CharField(
        label=_("Pourquoi ?"),
        max_length=300,
        widget=REASON,
        help_text=_("Écrit à chaque personne et sur la page du jour, tel quel."),
    )
    meant = forms.BooleanField(label=_("Oui, annuler ce marché et toutes ses commandes"))


class CopyForm(forms.Form):
    source = DayChoice(
        label=_("Quel jour reprendre ?"),
        queryset=MarketDay.objects.none(),
        help_text=_("Le dernier marché est proposé."),
    )

    def __init__(self, *args: Any, sources: QuerySet[MarketDay], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = sources  # type: ignore[attr-defined]
        self.fields["source"].initial = sources.first()


class PlanForm(forms.Form):
    """A pattern of dates, and what all its days have in common."""

    first = forms.DateField(
        label=_("Première date"),
        widget=AdminDateInput,
        help_text=_("Son jour de la semaine est celui de toutes les autres."),
    )
    until = forms.DateField(label=_("Jusqu’au"), widget=AdminDateInput)
    weeks = forms.IntegerField(
        label=_("Toutes les combien de semaines ?"), min_value=1, max_value=12, initial=1
    )
    skip_holidays = forms.BooleanField(
        label=_("Sauter les jours fériés"), required=False, initial=True
    )
    place = forms.ModelChoiceField(label=_("Lieu"), queryset=Place.objects.all())
    opens = forms.TimeField(label=_("Ouverture"), widget=AdminTimeInput)
    closes = forms.TimeField(label=_("Fermeture"), widget=AdminTimeInput)
    days_before = forms.IntegerField(
        label=_("Commandes ouvertes combien de jours avant ?"),
        min_value=0,
        max_value=60,
        initial=6,
    )
    orders_open = forms.TimeField(
        label=_("À quelle heure ?"), widget=AdminTimeInput, initial="08:00"
    )
    hours_before = forms.IntegerField(
        label=_("Closes combien d’heures avant l’ouverture ?"),
        min_value=0,
        max_value=24 * 14,
        initial=12,
        help_text=_("12 heures avant 8 h : la veille à 20 h."),
    )
    slot_minutes = forms.IntegerField(
        label=_("Un créneau de retrait toutes les … minutes"),
        min_value=10,
        max_value=240,
        initial=rules.SLOT // timedelta(minutes=1),
    )
    slot_capacity = forms.IntegerField(
        label=_("Commandes par créneau"), min_value=1, max_value=500, initial=rules.SLOT_CAPACITY
    )
    model_day = DayChoice(
        label=_("Étals repris du"),
        queryset=MarketDay.objects.order_by("-date"),
        required=False,
        help_text=_("Vide : sans étals. Les offres se reprennent ensuite, jour par jour."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, until = given.get("first"), given.get("until")
        if first and until and until < first:
            self.add_error("until", _("Après la première date."))
        if given.get("opens") and given.get("closes") and given["closes"] <= given["opens"]:
            self.add_error("closes", _("La fin doit venir après le début."))
        if not self.errors:
            hours = self.hours_of(first)
            if hours.orders_open_at >= hours.orders_close_at:
                self.add_error("hours_before", _("Les commandes seraient closes avant d’ouvrir."))
        return given

    def hours_of(self, day: Any) -> rules.Hours:
        given = self.cleaned_data
        return rules.hours_of(
            day,
            opens=given["opens"],
            closes=given["closes"],
            window=rules.Window(
                days_before=given["days_before"],
                at=given["orders_open"],
                hours_before=given["hours_before"],
            ),
        )


class MessageForm(CircularForm):
    """Its key is drawn with the form: sent twice, it is one message."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
