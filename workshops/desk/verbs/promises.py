"""What changes what people were promised: another date or place, other capacity, no session at all."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commons.cms.spoken import say_price
from workshops import actions, queries
from workshops.desk.forms import CancelForm, CapacityForm, MoveForm
from workshops.desk.verbs.asking import VerbView
from workshops.models import Session


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
        paid_back = _(
            "Qui ne peut pas venir est remboursé·e en rendant sa place dans les deux jours, même si"
            " la séance est proche."
        )
        return [
            self.all_are_told(),
            *([paid_back] if self.session.workshop.is_paid_online else []),
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
            self.all_are_told(),
            money,
            _("La liste d’attente se ferme. On ne revient pas en arrière."),
        ]

    def act(self, form: forms.Form) -> Session:
        return actions.cancel_session(
            session_id=self.session.pk,
            reason=form.cleaned_data["reason"],
            by=self.volunteer,
        )
