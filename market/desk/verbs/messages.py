"""A mail to those who ordered for a day: all of them, those of a producer, or those of a slot."""

from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commons.cms.circulars import ReadAgain
from commons.cms.spoken import say_hours
from market import actions, people
from market.desk.forms import MessageForm
from market.desk.verbs.asking import DayVerb
from market.models import Producer


class MessageView(ReadAgain, DayVerb):
    """``?producer=`` or ``?slot=`` says who reads it; everybody without."""

    form_class = MessageForm
    verb = gettext_lazy("Écrire aux personnes qui ont commandé")
    done = gettext_lazy("Le message part, à chaque personne séparément.")
    header_icon = "mail"

    def load(self) -> None:
        super().load()
        asked = self.request.GET
        self.producer = _row(Producer.objects.all(), asked.get("producer"))
        self.slot = _row(self.market_day.slots.all(), asked.get("slot"))
        self.circle = people.Circle(
            producer_id=self.producer.pk if self.producer else None,
            slot_id=self.slot.pk if self.slot else None,
        )

    def get_initial(self) -> dict[str, Any]:
        return {"form_key": uuid4()}

    def subject(self) -> str:
        parts = [super().subject()]
        if self.producer:
            parts.append(self.producer.name)
        if self.slot:
            parts.append(say_hours(self.slot.starts_at, self.slot.ends_at))
        return ", ".join(parts)

    def consequences(self) -> list[str]:
        reached, unreached = people.how_many(self.market_day, self.circle)
        told = [
            ngettext(
                "%(count)d personne le recevra, sans voir d’autre adresse que la sienne.",
                "%(count)d personnes le recevront, sans voir d’autre adresse que la leur.",
                reached,
            )
            % {"count": reached}
        ]
        if unreached:
            told.append(
                ngettext(
                    "%(count)d commande n’a pas d’adresse e-mail : appelez.",
                    "%(count)d commandes n’ont pas d’adresse e-mail : appelez.",
                    unreached,
                )
                % {"count": unreached}
            )
        return [*told, _("Il reste au journal du jour.")]

    def act(self, form: forms.Form) -> None:
        actions.write_to_shoppers(
            market_day_id=self.market_day.pk,
            to=self.circle,
            by=self.volunteer,
            now=timezone.now(),
            **form.cleaned_data,
        )


def _row(rows: Any, asked: str | None) -> Any:
    """The row of a number in the address; None without one. Raises Http404 for one that is not there."""
    if not asked:
        return None
    found = rows.filter(pk=asked).first() if asked.isdecimal() else None
    if found is None:
        raise Http404
    return found
