"""What is asked of whoever wants a plot: as little as possible."""

from collections.abc import Collection
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from commons.people.asking import AddressField, NameField, PhoneField
from gardens.models import Criterion, PlotRequest
from gardens.rules.gardening import Experience, Generation, Hours, Size
from gardens.rules.line import LARGEST_HOUSEHOLD

# A fact is asked only where the garden's list counts it.
FACTS = {"no_outdoors": Criterion.Kind.NO_OUTDOORS, "lives_nearby": Criterion.Kind.NEARBY}


class WishesForm(forms.Form):
    """The household and what it wishes; may be changed as long as it waits."""

    household_size = forms.IntegerField(
        label=_("Combien de personnes dans le foyer ?"),
        min_value=1,
        max_value=LARGEST_HOUSEHOLD,
        initial=1,
    )
    wish = forms.ChoiceField(
        label=_("Que souhaitez-vous ?"),
        choices=PlotRequest.Wish.choices,
        initial=PlotRequest.Wish.EITHER,
        widget=forms.RadioSelect,
        help_text=_("À plusieurs, l’attente est souvent plus courte."),
    )
    size = forms.ChoiceField(label=_("Quelle surface ?"), choices=Size.choices, initial=Size.ANY)
    raised_bed = forms.BooleanField(
        label=_("Un bac surélevé m’aiderait, pour jardiner debout ou assis"), required=False
    )
    hours = forms.MultipleChoiceField(
        label=_("Quand viendriez-vous ?"),
        choices=Hours.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Pour vous rapprocher d’un foyer qui vient aux mêmes heures."),
    )
    experience = forms.ChoiceField(
        label=_("Avez-vous déjà jardiné ?"),
        choices=[("", _("Sans réponse")), *Experience.choices],
        required=False,
    )
    mixes_generations = forms.BooleanField(
        label=_("J’aimerais partager avec une autre génération que la mienne"), required=False
    )
    generation = forms.ChoiceField(
        label=_("Votre âge, si vous avez coché la ligne d’avant"),
        choices=[("", _("Sans réponse")), *Generation.choices],
        required=False,
    )
    no_outdoors = forms.BooleanField(
        label=_("Je n’ai ni jardin, ni balcon, ni cour"), required=False
    )
    lives_nearby = forms.BooleanField(
        label=_("J’habite à moins de quinze minutes à pied"), required=False
    )
    note = forms.CharField(
        label=_("Un mot pour l’équipe"),
        max_length=600,
        required=False,
        help_text=_("Ce que vous savez faire, ou voulez apprendre."),
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, criteria: Collection[str], **kwargs: Any) -> None:
        """``criteria``: the kinds that the garden's list counts."""
        super().__init__(*args, **kwargs)
        for fact, kind in FACTS.items():
            if kind not in criteria:
                del self.fields[fact]

    def clean(self) -> dict[str, Any]:
        """An age is kept only from who wishes to mix generations."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("mixes_generations"):
            cleaned["generation"] = ""
        return cleaned


class PlotRequestForm(WishesForm):
    """Who asks, how many they are, what they wish. ``form_key`` makes a double click harmless."""

    name = NameField(missing=_("Dites-nous à quel nom garder votre rang."))
    email = AddressField(
        serves=_("Pour vous dire votre rang, puis vous proposer une parcelle."),
        missing=_("Il nous faut une adresse où vous écrire."),
    )
    phone = PhoneField()
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    field_order = ["name", "email", "phone"]
