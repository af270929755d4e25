from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from commons.people.asking import AddressField, NameField, PhoneField
from workshops.forms.seats import GUARDIAN_MISSING, SeatsForm
from workshops.models import Question

YES_NO = [("oui", _("Oui")), ("non", _("Non"))]


class ContactForm(forms.Form):
    """Whom to write to. ``form_key`` makes a double click harmless."""

    name = NameField(missing=_("Dites-nous à quel nom réserver."))
    email = AddressField(
        serves=_("Pour la confirmation et un rappel, rien d’autre."),
        missing=_("Il nous faut une adresse où envoyer la confirmation."),
    )
    phone = PhoneField(serves=_("Pour vous prévenir le jour même, si la séance change."))
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class NeedsForm(SeatsForm):
    """What helps to welcome a party, and the workshop's own questions; erased two days after."""

    access_needs = forms.CharField(
        label=_("Pour bien vous accueillir"),
        max_length=300,
        required=False,
        help_text=_(
            "Un fauteuil, une chaise, une allergie, une langue… Effacé deux jours après la séance."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._questions = list(self.workshop.questions.all())
        for question in self._questions:
            self.fields[_name_of(question)] = _field_of(question)

    def clean(self) -> dict[str, Any]:
        """The adult is asked for with whatever else is missing; the verb asks again."""
        typed = super().clean() or self.cleaned_data
        numbers = range(1, typed.get("seats", 0) + 1)
        if any(typed.get(f"under_18_{number}") for number in numbers) and not typed.get("guardian"):
            self.add_error("guardian", GUARDIAN_MISSING)
        return typed

    @property
    def question_fields(self) -> list[forms.BoundField]:
        return [self[_name_of(question)] for question in self._questions]

    def answers(self) -> dict[int, str]:
        """By question id, once the form is valid."""
        return {question.pk: self.cleaned_data[_name_of(question)] for question in self._questions}


class BookingForm(ContactForm, NeedsForm):
    """Seats in a session or in a whole cycle."""


class OfferForm(NeedsForm):
    """What the waiting list had not asked: who comes, and what helps to welcome them."""


class AddSeatsForm(SeatsForm):
    """More seats in a booking."""


class RenameForm(forms.Form):
    """Who comes in a seat."""

    name = forms.CharField(label=_("Prénom et nom"), max_length=120, required=False)


def _name_of(question: Question) -> str:
    return f"question_{question.pk}"


def _field_of(question: Question) -> forms.Field:
    if question.kind == Question.Kind.YES_NO:
        return forms.ChoiceField(
            label=question.text,
            choices=YES_NO,
            required=question.required,
            widget=forms.RadioSelect,
        )
    return forms.CharField(label=question.text, max_length=300, required=question.required)
