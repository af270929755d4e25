"""What is asked of whoever shares something, and of whoever needs it."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.cms.picture_form import PictureFileField
from gardens.models import Thing
from gardens.rules.rota import moment
from gardens.rules.things import BOOKED_AHEAD, LONGEST_LOAN


class OfferThingForm(forms.Form):
    """What, how, and a picture if one likes."""

    way = forms.ChoiceField(
        label=_("Vous voulez"),
        choices=[(Thing.Way.LEND, _("le prêter")), (Thing.Way.GIVE, _("le donner"))],
        initial=Thing.Way.LEND,
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(
        label=_("C’est"),
        choices=Thing.Kind.choices,
        initial=Thing.Kind.TOOL,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("Quoi ?"),
        max_length=80,
        error_messages={"required": _("Dites en deux mots ce que c’est.")},
        help_text=_("« Sécateur », « Graines de courge butternut »."),
    )
    words = forms.CharField(
        label=_("À savoir"),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("L’état, comment s’en servir. Pas d’adresse ni de téléphone."),
    )
    quantity = forms.IntegerField(
        label=_("Combien à donner ?"),
        min_value=1,
        max_value=200,
        initial=1,
        required=False,
        help_text=_("Des sachets, des plants. Un outil prêté compte pour un."),
    )
    picture = PictureFileField(label=_("Une photo"), required=False)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("way") == Thing.Way.LEND or not given.get("quantity"):
            given["quantity"] = 1
        given["picture"] = given.get("picture") or ""
        return given


class AskThingForm(forms.Form):
    """How many of what is given; from when to when of what is lent. A day and an hour are two fields."""

    day = forms.DateField(
        label=_("Quel jour ?"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    starts = forms.TimeField(
        label=_("De"), widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    last = forms.DateField(
        label=_("Rapporté quel jour ?"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Vide : le même jour."),
    )
    ends = forms.TimeField(label=_("À"), widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    quantity = forms.IntegerField(label=_("Combien ?"), min_value=1, initial=1)
    words = forms.CharField(
        label=_("Un mot pour qui vous le passe"),
        max_length=300,
        required=False,
        help_text=_("« Samedi matin au jardin, ça vous va ? »"),
    )

    def __init__(self, *args: Any, thing: Thing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_lent = thing.is_lent
        for name in ("quantity",) if thing.is_lent else ("day", "starts", "last", "ends"):
            del self.fields[name]
        if thing.owner_id is None:
            del self.fields["words"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.is_lent or self.errors:
            return given
        last = given.pop("last") or given["day"]
        starts_at = moment(given.pop("day"), given.pop("starts"))
        ends_at = moment(last, given.pop("ends"))
        self._refuse_impossible(starts_at, ends_at)
        return given | {"starts_at": starts_at, "ends_at": ends_at}

    def _refuse_impossible(self, starts_at: datetime, ends_at: datetime) -> None:
        now = timezone.now()
        if ends_at <= starts_at:
            self.add_error("ends", _("La fin doit venir après le début."))
        elif ends_at <= now or starts_at < now - timedelta(hours=12):
            self.add_error("day", _("Cette date est passée : choisissez-en une à venir."))
        elif ends_at - starts_at > LONGEST_LOAN:
            self.add_error("last", _("Deux semaines au plus, pour que chacun en profite."))
        elif starts_at > now + BOOKED_AHEAD:
            self.add_error("day", _("On réserve quatre mois à l’avance au plus."))
