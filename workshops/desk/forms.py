"""What each verb asks."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from commons.cms.spoken import say_price
from commons.people.models import LONGEST_EMAIL
from commons.places.models import Place
from workshops.models import Cycle, Question, Session, Workshop
from workshops.rules import groups, prices

REASON = forms.Textarea({"rows": 3})


class DateForm(forms.Form):
    """A date of a session, with where it is."""

    starts_at = forms.DateTimeField(
        label=_("Début"), widget=AdminDateTimeInput, help_text=_("À l’heure de la halle.")
    )
    ends_at = forms.DateTimeField(label=_("Fin"), widget=AdminDateTimeInput)
    place = forms.ModelChoiceField(
        label=_("Lieu"),
        queryset=Place.objects.all(),
        required=False,
        help_text=_("Vide pour une séance seulement en ligne."),
    )


class MoveForm(DateForm):
    online_url = forms.URLField(
        label=_("Lien de la séance en ligne"),
        required=False,
        assume_scheme="https",
        help_text=_("Envoyé aux seules personnes inscrites."),
    )


class CapacityForm(forms.Form):
    capacity = forms.IntegerField(label=_("Places"), min_value=1)


class CancelForm(forms.Form):
    """Asked twice: why, then a box that says it is meant."""

    reason = forms.CharField(
        label=_("Pourquoi ?"),
        max_length=300,
        widget=REASON,
        help_text=_("Écrit à chaque personne et sur la page de la séance, tel quel."),
    )
    meant = forms.BooleanField(label=_("Oui, annuler cette séance pour tout le monde"))


class TurnForm(forms.Form):
    turn = forms.IntegerField(
        label=_("Nouveau rang"), min_value=1, help_text=_("1 : la prochaine place est pour elle.")
    )
    reason = forms.CharField(
        label=_("Pourquoi ?"),
        max_length=300,
        widget=REASON,
        help_text=_("Les personnes qui attendent pourront le lire : pas de nom, rien d’intime."),
    )


class BookForForm(forms.Form):
    """A booking for somebody who asked for it, by phone or at the desk."""

    name = forms.CharField(label=_("Prénom et nom"), max_length=120)
    seats = forms.IntegerField(
        label=_("Combien de places ?"),
        min_value=1,
        max_value=groups.MOST_SEATS_AT_ONCE,
        initial=1,
    )
    email = forms.EmailField(
        label=_("Adresse e-mail"),
        max_length=LONGEST_EMAIL,
        required=False,
        help_text=_("Vide si la personne n’en a pas : dites-lui vous-même ce qui change."),
    )
    phone = forms.CharField(label=_("Téléphone"), max_length=30, required=False)
    under_18 = forms.IntegerField(
        label=_("Dont moins de 18 ans"), min_value=0, initial=0, required=False
    )
    guardian = forms.CharField(
        label=_("Responsable légal·e"),
        max_length=120,
        required=False,
        help_text=_("Qui répond des moins de 18 ans."),
    )
    access_needs = forms.CharField(
        label=_("Pour bien l’accueillir"),
        max_length=300,
        required=False,
        help_text=_("Ce que la personne veut en dire. Effacé deux jours après."),
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions: list[Question] = list(session.workshop.questions.all())
        self._ask_price(session.workshop)
        for question in self.questions:
            self.fields[_field_of(question)] = forms.CharField(
                label=question.text, max_length=300, required=question.required
            )
        self.fields["agreed"] = forms.BooleanField(
            label=_("La personne me l’a demandé et est d’accord"),
            help_text=_("C’est noté au journal de la séance, avec votre nom."),
        )

    def _ask_price(self, workshop: Workshop) -> None:
        if workshop.price_kind == Workshop.PriceKind.TIERS:
            self.fields["price"] = forms.TypedChoiceField(
                label=_("Tarif choisi, par place"),
                coerce=int,
                choices=[
                    (tier.cents, f"{tier.name}, {say_price(tier.cents)}")
                    for tier in workshop.tiers.all()
                ],
                help_text=_("Le choix de la personne : personne ne demande pourquoi."),
            )
        elif workshop.price_kind == Workshop.PriceKind.FREE_CHOICE:
            self.fields["price"] = forms.DecimalField(
                label=_("Montant choisi, par place (€)"),
                min_value=0,
                max_value=prices.MOST_FREELY_GIVEN // 100,
                decimal_places=2,
                required=False,
                help_text=_("Vide : le montant conseillé."),
            )

    @property
    def chosen_cents(self) -> int | None:
        price = self.cleaned_data.get("price")
        if price is None or "price" not in self.fields:
            return None
        return price if isinstance(price, int) else int(price * 100)

    @property
    def answers(self) -> dict[int, str]:
        return {
            question.pk: self.cleaned_data.get(_field_of(question), "")
            for question in self.questions
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if (given.get("under_18") or 0) > (given.get("seats") or 0):
            self.add_error("under_18", _("Pas plus que de places."))
        return given


class PlanForm(forms.Form):
    """A pattern of dates, and what all its sessions have in common."""

    EVERY, NTH = "weeks", "month"

    workshop = forms.ModelChoiceField(label=_("Atelier"), queryset=Workshop.objects.all())
    cycle = forms.ModelChoiceField(
        label=_("Cycle"),
        queryset=Cycle.objects.select_related("workshop"),
        required=False,
        help_text=_("Vide pour des séances seules. Un cycle se crée dans le menu « Cycles »."),
    )
    first = forms.DateField(
        label=_("Première date"),
        widget=AdminDateInput,
        help_text=_("Son jour de la semaine est celui de toutes les autres."),
    )
    until = forms.DateField(label=_("Jusqu’au"), widget=AdminDateInput)
    starts = forms.TimeField(label=_("De"), widget=AdminTimeInput)
    ends = forms.TimeField(label=_("À"), widget=AdminTimeInput)
    pattern = forms.ChoiceField(
        label=_("Rythme"),
        choices=[
            (EVERY, _("toutes les une ou plusieurs semaines")),
            (NTH, _("chaque mois, au même rang : le 1er samedi, le dernier mardi")),
        ],
        widget=forms.RadioSelect,
        initial=EVERY,
    )
    weeks = forms.IntegerField(
        label=_("Toutes les combien de semaines ?"), min_value=1, max_value=12, initial=1
    )
    skip_holidays = forms.BooleanField(
        label=_("Sauter les jours fériés"), required=False, initial=True
    )
    place = forms.ModelChoiceField(
        label=_("Lieu"),
        queryset=Place.objects.all(),
        required=False,
        help_text=_("Vide pour des séances seulement en ligne."),
    )
    online_url = forms.URLField(
        label=_("Lien de la séance en ligne"), required=False, assume_scheme="https"
    )
    capacity = forms.IntegerField(label=_("Places"), min_value=1, initial=groups.LARGEST_GROUP)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, until, cycle = given.get("first"), given.get("until"), given.get("cycle")
        if first and until and until < first:
            self.add_error("until", _("Après la première date."))
        if given.get("starts") and given.get("ends") and given["ends"] <= given["starts"]:
            self.add_error("ends", _("La fin doit venir après le début."))
        if not given.get("place") and not given.get("online_url"):
            self.add_error("place", _("Une séance a un lieu, un lien, ou les deux."))
        if cycle and cycle.workshop != given.get("workshop"):
            self.add_error("cycle", _("Ce cycle est d’un autre atelier."))
        return given


def _field_of(question: Question) -> str:
    return f"question_{question.pk}"
