"""A mail to everybody in a session: read once more before it leaves."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commons.cms.circulars import ReadAgain
from workshops import actions, queries
from workshops.desk.verbs import VerbView
from workshops.models import Session


class CircularView(ReadAgain, VerbView):
    template_name = "workshops/desk/circular.html"
    verb = gettext_lazy("Écrire à toutes les personnes inscrites")
    done = gettext_lazy("Le message part, à chaque foyer séparément.")

    def consequences(self) -> list[str]:
        count = queries.reachable_bookings(self.session).count()
        unreachable = self.households - count
        told = [
            ngettext(
                "%(count)d foyer le recevra, sans voir d’autre adresse que la sienne.",
                "%(count)d foyers le recevront, sans voir d’autre adresse que la leur.",
                count,
            )
            % {"count": count}
        ]
        if unreachable:
            told.append(
                ngettext(
                    "%(count)d foyer n’a pas d’adresse e-mail : appelez-le.",
                    "%(count)d foyers n’ont pas d’adresse e-mail : appelez-les.",
                    unreachable,
                )
                % {"count": unreachable}
            )
        return [*told, _("Il reste au journal de la séance.")]

    def act(self, form: forms.Form) -> Session:
        actions.send_circular(session_id=self.session.pk, by=self.volunteer, **form.cleaned_data)
        return self.session
