"""When to come: one button per pick-up slot. Those that are full stay in sight and cannot be chosen."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy, ngettext

from commons.cms.spoken import say_hours
from market.models import PickUpSlot

FEW = 3  # places: from here on, how many are left is worth saying


class SlotSelect(forms.RadioSelect):
    full: frozenset[int] = frozenset()

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if value in self.full:
            option["attrs"]["disabled"] = True
        return option


class SlotField(forms.ChoiceField):
    """Its choices come with ``propose``: slots that carry how many places each has ``left``."""

    widget = SlotSelect
    is_full = False  # no slot has any place left
    default_error_messages = {
        "required": gettext_lazy("Choisissez quand vous passerez."),
        "invalid_choice": gettext_lazy("Ce créneau vient de se remplir : choisissez-en un autre."),
    }

    def __init__(self) -> None:
        super().__init__(label=gettext_lazy("Votre créneau"))

    def propose(self, slots: Sequence[PickUpSlot]) -> None:
        self.choices = [(slot.pk, _say(slot)) for slot in slots]
        self.widget.full = frozenset(slot.pk for slot in slots if not _left(slot))
        self.is_full = len(self.widget.full) == len(slots)

    def valid_value(self, value: Any) -> bool:
        return super().valid_value(value) and int(value) not in self.widget.full


def _say(slot: PickUpSlot) -> str:
    hours, left = say_hours(slot.starts_at, slot.ends_at), _left(slot)
    if not left:
        return f"{hours} · {gettext('complet')}"
    if left <= FEW:
        places = ngettext("encore %(left)d place", "encore %(left)d places", left) % {"left": left}
        return f"{hours} · {places}"
    return hours


def _left(slot: PickUpSlot) -> int:
    left: int = slot.left  # type: ignore[attr-defined]
    return max(0, left)
