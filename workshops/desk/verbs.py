"""What is done to a session: each verb asks, says what follows, calls its action, and comes back."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView

from commons.cms.spoken import say_price
from workshops import actions, own, queries
from workshops.desk import words
from workshops.desk.board import screen_of
from workshops.desk.forms import (
    BookForForm,
    CancelForm,
    CapacityForm,
    DateForm,
    MoveForm,
    TurnForm,
)
from workshops.desk.screen import OneSession
from workshops.models import Session, WaitingEntry
from workshops.parties import Contact, SeatWish
from workshops.rules.patterns import a_week_later


class VerbView(OneSession, FormView):
    """A form that says what follows before it is sent; a refusal comes back beside its field."""

    template_name = "workshops/desk/verb.html"
    permission = own.CHANGE_SESSIONS
    form_class: type[forms.Form] = forms.Form
    verb: Any = ""
    done: Any = ""
    is_grave = False

    def act(self, form: forms.Form) -> Session:
        """Call the action; the session whose screen comes next."""
        raise NotImplementedError

    def consequences(self) -> list[str]:
        """What follows, in sentences."""
        return []

    def get_page_subtitle(self) -> str:
        return str(self.verb)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": str(self.verb)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs,
            verb=self.verb,
            consequences=self.consequences(),
            is_grave=self.is_grave,
            back_url=screen_of(self.session),
        )

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            session = self.act(form)
        except words.REFUSALS as refusal:
            words.say(refusal, form=form)
            return self.form_invalid(form)
        messages.success(self.request, str(self.done))
        return redirect(screen_of(session))

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    @cached_property
    def households(self) -> int:
        return queries.called_off_at_what_cost(self.session)[0]

    def _all_are_told(self) -> str:
        return ngettext(
            "%(count)d foyer inscrit reçoit un message.",
            "%(count)d foyers inscrits reçoivent un message.",
            self.households,
        ) % {"count": self.households}


class MoveView(VerbView):
    form_class = MoveForm
    verb = gettext_lazy("Déplacer")
    done = gettext_lazy("La séance est déplacée, et chaque personne prévenue.")

    def get_initial(self) -> dict[str, Any]:
        session = self.session
        return {
            "starts_at": session.starts_at,
            "ends_at": session.ends_at,
            "place": session.place_id,
            "online_url": session.online_url,
        }

    def consequences(self) -> list[str]:
        return [
            self._all_are_told(),
            _("Leurs places restent à eux, et peuvent être rendues ; les rappels suivent."),
            _("Un lieu plus petit baisse le nombre de places, jamais sous celles promises."),
        ]

    def act(self, form: forms.Form) -> Session:
        return actions.move_session(
            session_id=self.session.pk, by=self.volunteer, **form.cleaned_data
        )


class CapacityView(VerbView):
    form_class = CapacityForm
    verb = gettext_lazy("Changer le nombre de places")
    done = gettext_lazy("Le nombre de places est changé.")

    def get_initial(self) -> dict[str, Any]:
        return {"capacity": self.session.capacity}

    def consequences(self) -> list[str]:
        taken = self.session.seats_taken
        return [
            ngettext(
                "%(taken)d place est prise : pas moins.",
                "%(taken)d places sont prises : pas moins.",
                taken,
            )
            % {"taken": taken},
            _("Les places gagnées sont proposées aussitôt à qui attend, dans l’ordre."),
        ]

    def act(self, form: forms.Form) -> Session:
        return actions.change_capacity(
            session_id=self.session.pk, by=self.volunteer, **form.cleaned_data
        )


class CancelView(VerbView):
    form_class = CancelForm
    verb = gettext_lazy("Annuler la séance")
    done = gettext_lazy("La séance est annulée. Les messages et les remboursements partent.")
    is_grave = True

    def consequences(self) -> list[str]:
        _households, cents = queries.called_off_at_what_cost(self.session)
        money = (
            _("%(amount)s sont remboursés, en entier, sans rien demander.")
            % {"amount": say_price(cents)}
            if cents
            else _("Rien n’a été payé en ligne : rien à rembourser.")
        )
        return [
            self._all_are_told(),
            money,
            _("La liste d’attente se ferme. On ne revient pas en arrière."),
        ]

    def act(self, form: forms.Form) -> Session:
        return actions.cancel_session(
            session_id=self.session.pk,
            reason=form.cleaned_data["reason"],
            by=self.volunteer,
        )


class AnotherDate(VerbView):
    """A new session made from this one, the same weekday of the next week that is free."""

    form_class = DateForm

    def get_initial(self) -> dict[str, Any]:
        weeks = queries.free_week_after(self.session)
        return {
            "starts_at": a_week_later(self.session.starts_at, weeks=weeks),
            "ends_at": a_week_later(self.session.ends_at, weeks=weeks),
            "place": self.session.place_id,
        }


class TwinView(AnotherDate):
    verb = gettext_lazy("Ouvrir une jumelle")
    done = gettext_lazy("La jumelle est ouverte, et proposée à qui attend.")

    def consequences(self) -> list[str]:
        return [
            ngettext(
                "%(count)d place est attendue : la nouvelle date est proposée dans l’ordre de la"
                " liste.",
                "%(count)d places sont attendues : la nouvelle date est proposée dans l’ordre de"
                " la liste.",
                self.session.seats_waited_for,
            )
            % {"count": self.session.seats_waited_for},
            _("Qui ne peut pas ce jour-là garde son rang ici."),
        ]

    def act(self, form: forms.Form) -> Session:
        return actions.open_twin(session_id=self.session.pk, by=self.volunteer, **form.cleaned_data)


class DuplicateView(AnotherDate):
    permission = own.ADD_SESSIONS
    verb = gettext_lazy("Dupliquer")
    done = gettext_lazy("La nouvelle séance est ouverte aux inscriptions.")

    def consequences(self) -> list[str]:
        return [_("Même atelier, même nombre de places ; personne n’y est encore inscrit.")]

    def act(self, form: forms.Form) -> Session:
        this, given = self.session, form.cleaned_data
        made = actions.plan_sessions(
            workshop=this.workshop,
            spans=[(given["starts_at"], given["ends_at"])],
            place=given["place"],
            capacity=this.capacity,
            online_url=this.online_url,
            zone=this.zone,
            cycle=this.cycle,
        )
        return made[0]


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
