"""What is done for one household: a booking in their name, another turn in the list."""

from typing import Any, cast

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from workshops import actions, own, queries
from workshops.desk.forms import BookForForm, TurnForm
from workshops.desk.verbs.asking import VerbView
from workshops.models import Session, WaitingEntry
from workshops.parties import Contact, SeatWish


class TurnView(VerbView):
    form_class = TurnForm
    verb = gettext_lazy("Changer un rang")
    done = gettext_lazy("Le rang est changé, et noté au journal avec sa raison.")

    @cached_property
    def entry(self) -> WaitingEntry:
        entry: WaitingEntry = get_object_or_404(
            self.session.waiting.filter(state__in=WaitingEntry.IN_LIST),
            pk=self.kwargs["entry_id"],
        )
        return entry

    def get_initial(self) -> dict[str, Any]:
        return {"turn": queries.rank_of(self.entry)}

    def consequences(self) -> list[str]:
        return [
            _("%(name)s attend pour %(seats)d place(s) et a le rang %(rank)d.")
            % {
                "name": self.entry.name,
                "seats": self.entry.seats,
                "rank": queries.rank_of(self.entry),
            },
            _("La règle est l’ordre d’arrivée. La raison d’y déroger est gardée, et lue."),
        ]

    def act(self, form: forms.Form) -> Session:
        actions.change_turn(entry_id=self.entry.pk, by=self.volunteer, **form.cleaned_data)
        return self.session


class BookForView(VerbView):
    permission = own.BOOK_FOR_OTHERS
    form_class = BookForForm
    verb = gettext_lazy("Inscrire quelqu’un")
    done = gettext_lazy("C’est réservé. Sans adresse e-mail, dites-le-lui vous-même.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"session": self.session}

    def consequences(self) -> list[str]:
        left = self.session.seats_left
        told = [
            ngettext("Il reste %(left)d place.", "Il reste %(left)d places.", left) % {"left": left}
        ]
        if self.session.workshop.is_paid_online:
            told.append(_("La place est ferme tout de suite : elle se règle sur place."))
        return told

    def act(self, form: forms.Form) -> Session:
        asked = cast(BookForForm, form)
        given = asked.cleaned_data
        actions.book_seats(
            session_id=self.session.pk,
            form_key=given["form_key"],
            contact=Contact(
                name=given["name"],
                email=given["email"].strip().lower(),
                phone=given["phone"],
                guardian=given["guardian"],
                access_needs=given["access_needs"],
                answers=asked.answers,
                made_by=self.volunteer,
            ),
            party=_party(given["seats"], given.get("under_18") or 0, asked.chosen_cents),
        )
        return self.session


def _party(seats: int, under_18: int, chosen_cents: int | None) -> list[SeatWish]:
    """The grown-ups first: the booker is participant 1."""
    return [
        SeatWish(under_18=rank >= seats - under_18, chosen_cents=chosen_cents)
        for rank in range(seats)
    ]
