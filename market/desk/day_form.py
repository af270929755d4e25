"""The form of a market day, with its stalls and its pick-up slots."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from commons.cms.spoken import say_hours
from market import timetable
from market.models import MarketDay, PickUpSlot, Pitch, Stall


@dataclass(frozen=True, kw_only=True)
class Hall:
    """What the stalls of a day choose from, read once for all of them."""

    place_id: Any = None
    choices: dict[str, list[Any]] = field(default_factory=dict)

    def offer(self, name: str, choice: Any) -> None:
        """Give a field its choices; Django would ask for them again in each row."""
        if name not in self.choices:
            self.choices[name] = list(choice.choices)
        choice.choices = self.choices[name]


class StallForm(WagtailAdminModelForm):
    """A stall of a day: only the pitches of that day's place can be chosen."""

    def __init__(self, *args: Any, hall: Hall | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hall = hall or Hall()
        pitches = Pitch.objects.select_related("place")
        if hall.place_id:
            pitches = pitches.filter(place=hall.place_id)
        self.fields["pitch"].queryset = pitches
        for name in ("producer", "pitch"):
            hall.offer(name, self.fields[name])

    class Meta:
        model = Stall
        fields = ["producer", "pitch"]


class SlotForm(WagtailAdminModelForm):
    """A slot of a day: it knows the day's hours, as they are in the form around it."""

    def __init__(self, *args: Any, day: MarketDay | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if day is not None:
            self.instance.market_day = day

    class Meta:
        model = PickUpSlot
        fields = ["starts_at", "ends_at", "capacity"]


class SlotRows(BaseChildFormSet):
    """The slots of a day: one that orders hold stays."""

    def clean(self, *args: Any, **kwargs: Any) -> None:
        super().clean(*args, **kwargs)
        leaving = [form.instance.pk for form in self.deleted_forms]
        held = PickUpSlot.objects.filter(pk__in=leaving, orders__isnull=False).distinct()
        if held:
            raise ValidationError([say_slot_is_held(slot) for slot in held])


def say_slot_is_held(slot: PickUpSlot) -> str:
    hours = say_hours(slot.starts_at, slot.ends_at)
    return _(
        "Le créneau de %(hours)s a des commandes : il reste. Pour n’y plus prendre personne, "
        "baissez son nombre de commandes."
    ) % {"hours": hours}


class MarketDayForm(WagtailAdminModelForm):
    """Tells its stalls the place: the one just chosen, else the one it had. A new day gets its slots."""

    @cached_property
    def hall(self) -> Hall:
        chosen = self.data.get(self.add_prefix("place")) if self.is_bound else None
        if chosen and chosen.isdecimal():
            return Hall(place_id=chosen)
        return Hall(place_id=self.instance.place_id)

    @property
    def day(self) -> MarketDay:
        day: MarketDay = self.instance
        return day

    def save(self, commit: bool = True) -> MarketDay:
        is_new = self.instance.pk is None
        day: MarketDay = super().save(commit=commit)
        if is_new and commit and not day.slots.exists():
            PickUpSlot.objects.bulk_create(timetable.cut(day))
        return day


class RowsPanel(InlinePanel):
    """Rows of a day, each in a form of ours that hears something of the day's."""

    def __init__(
        self,
        *args: Any,
        form: Any,
        hears: str,
        formset: type[BaseChildFormSet] = BaseChildFormSet,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.form, self.hears, self.formset = form, hears, formset

    def clone_kwargs(self) -> dict[str, Any]:
        own = {"form": self.form, "hears": self.hears, "formset": self.formset}
        return {**super().clone_kwargs(), **own}

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name] |= {
            "form": self.form,
            "formset": self.formset,
            "inherit_kwargs": [self.hears],
        }
        return options


def stalls_panel() -> RowsPanel:
    return RowsPanel(
        "stalls",
        form=StallForm,
        hears="hall",
        panels=[FieldPanel("producer"), FieldPanel("pitch")],
        heading=gettext_lazy("Étals"),
        label=gettext_lazy("Étal"),
    )


def slots_panel() -> RowsPanel:
    return RowsPanel(
        "slots",
        form=SlotForm,
        formset=SlotRows,
        hears="day",
        panels=[
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("capacity")])
        ],
        heading=gettext_lazy("Créneaux de retrait"),
        label=gettext_lazy("Créneau"),
        help_text=gettext_lazy(
            "Laissez vide à la création : un créneau par demi-heure, pour 20 commandes."
        ),
    )
