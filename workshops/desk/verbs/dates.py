"""Another session made from this one: its twin, for those who wait, or the same again."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commons.calendars.patterns import a_week_later
from workshops import actions, own, queries
from workshops.desk.forms import DateForm
from workshops.desk.verbs.asking import VerbView
from workshops.models import Session


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
                "%(count)d place est attendue : la nouvelle date est proposée dans l’ordre de la"
                " liste.",
                "%(count)d places sont attendues : la nouvelle date est proposée dans l’ordre de"
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
        return [_("Même atelier, même nombre de places ; personne n’y est encore inscrit.")]

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
