"""What is asked to order: as little as possible."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commons.people.asking import AddressField, NameField, PhoneField
from market.forms.slots import SlotField
from market.models import BasketLine, IfShort, Order, PickUpSlot, Producer


class CheckoutForm(forms.Form):
    """Who orders, when they come, what to do if a stall runs short, and how they pay."""

    name = NameField(missing=gettext_lazy("Dites-nous à quel nom préparer la commande."))
    email = AddressField(
        serves=gettext_lazy("Pour le reçu et les nouvelles de cette commande, rien d’autre."),
        missing=gettext_lazy("Il nous faut une adresse où envoyer le reçu."),
    )
    phone = PhoneField(serves=gettext_lazy("Pour vous prévenir le jour même si un produit manque."))
    slot = SlotField()
    is_adult = forms.BooleanField(
        label=gettext_lazy("J’ai 18 ans ou plus"),
        help_text=gettext_lazy(
            "La vente d’alcool est interdite aux mineur·es. L’abus d’alcool est dangereux pour la "
            "santé, à consommer avec modération."
        ),
        error_messages={
            "required": gettext_lazy(
                "Ce panier contient de l’alcool : il faut avoir 18 ans pour le commander."
            )
        },
    )
    payment_method = forms.ChoiceField(
        label=gettext_lazy("Comment payer ?"),
        choices=Order.PaymentMethod.choices,
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        *args: Any,
        lines: Sequence[BasketLine],
        slots: Sequence[PickUpSlot],
        methods: Sequence[Order.PaymentMethod],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if slots:
            self.propose_slots(slots)
        else:
            del self.fields["slot"]
        if not any(line.offer.product.alcohol for line in lines):
            del self.fields["is_adult"]
        self.lines = list(lines)
        self.producers = list(dict.fromkeys(line.offer.product.producer for line in lines))
        self._ask_wishes()
        self.propose_methods(methods)

    def propose_slots(self, slots: Sequence[PickUpSlot]) -> None:
        """Those of a day that has some, with the places each has left just now."""
        field = self.fields.get("slot")
        if isinstance(field, SlotField):
            field.propose(slots)

    def propose_methods(self, methods: Sequence[Order.PaymentMethod]) -> None:
        """The ways to pay what is to pay; without any, nothing is asked."""
        if not methods:
            self.fields.pop("payment_method", None)
            return
        field: Any = self.fields["payment_method"]
        field.choices = [(method.value, method.label) for method in methods]
        field.initial = methods[0].value

    @property
    def is_full(self) -> bool:
        """Nobody more can come that day: no order is asked for."""
        field = self.fields.get("slot")
        return isinstance(field, SlotField) and field.is_full

    @property
    def who(self) -> list[forms.BoundField]:
        return [self[name] for name in ("name", "email", "phone")]

    @property
    def agreement(self) -> list[forms.BoundField]:
        """What stands right above the button."""
        return [self[name] for name in ("is_adult", "payment_method") if name in self.fields]

    @property
    def wishes(self) -> list[tuple[Producer, list[forms.BoundField]]]:
        """By producer: what to do if a line runs short, then a word to them."""
        return [
            (
                producer,
                [
                    *(
                        self[_line_field(line)]
                        for line in self.lines
                        if line.offer.product.producer == producer
                    ),
                    self[_note_field(producer)],
                ],
            )
            for producer in self.producers
        ]

    @property
    def wishes_are_wrong(self) -> bool:
        """So that the fold they lie in opens by itself."""
        return any(field.errors for _producer, fields in self.wishes for field in fields)

    @property
    def if_short(self) -> dict[int, str]:
        return {
            line.pk: self.cleaned_data[_line_field(line)] or line.if_short for line in self.lines
        }

    @property
    def notes(self) -> dict[int, str]:
        return {p.pk: self.cleaned_data[_note_field(p)].strip() for p in self.producers}

    def _ask_wishes(self) -> None:
        for line in self.lines:
            self.fields[_line_field(line)] = forms.ChoiceField(
                label=_("Si « %(product)s » manque") % {"product": line.offer.product.name},
                choices=IfShort.choices,
                required=False,
                initial=line.if_short,
            )
        said = {note.producer_id: note.words for note in _notes_of(self.lines)}
        for producer in self.producers:
            self.fields[_note_field(producer)] = forms.CharField(
                label=_("Un mot à %(producer)s") % {"producer": producer.name},
                max_length=200,
                required=False,
                initial=said.get(producer.pk, ""),
            )


def _notes_of(lines: Sequence[BasketLine]) -> list[Any]:
    return list(lines[0].basket.notes.all()) if lines else []


def _line_field(line: BasketLine) -> str:
    return f"if_short-{line.pk}"


def _note_field(producer: Producer) -> str:
    return f"note-{producer.pk}"
