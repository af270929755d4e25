from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshops.forms.booking import ContactForm
from workshops.rules.groups import MOST_SEATS_AT_ONCE


class WaitingForm(ContactForm):
    """A turn in the waiting list, for a whole party."""

    seats = forms.IntegerField(
        label=_("Pour combien de personnes ?"),
        min_value=1,
        max_value=MOST_SEATS_AT_ONCE,
        initial=1,
        help_text=_("Nous ne vous proposerons une place que s’il y en a une pour chacun·e."),
    )
    field_order = ("seats", "name", "email", "phone", "form_key")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].error_messages["required"] = _(
            "Dites-nous à quel nom garder votre tour."
        )
        email = self.fields["email"]
        email.help_text = _("Pour vous proposer une place dès qu’elle se libère.")
        email.error_messages["required"] = _("Il nous faut une adresse où vous écrire.")
