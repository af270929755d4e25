"""Stalls and offers taken over from another day."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from market import actions, queries
from market.copying import Copied
from market.desk.forms import CopyForm
from market.desk.verbs.asking import DayVerb


class CopyView(DayVerb):
    form_class = CopyForm
    verb = gettext_lazy("Reprendre un autre jour")
    copied: Copied

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"sources": queries.days_to_copy(self.market_day)}

    def consequences(self) -> list[str]:
        return [
            _("Les étals reviennent sur leur emplacement s’il est libre, avec leurs offres."),
            _("Prix et quantités sont repris ; rien n’y est réservé."),
            _("Ce que ce jour a déjà ne change pas. Chaque ferme est à relancer : elle relit."),
        ]

    def act(self, form: forms.Form) -> None:
        self.copied = actions.copy_day(
            market_day_id=self.market_day.pk,
            from_day_id=form.cleaned_data["source"].pk,
            by=self.volunteer,
            now=timezone.now(),
        )

    @property
    def done(self) -> str:
        return _("%(stalls)d étals et %(offers)d offres sont repris.") % {
            "stalls": self.copied.stalls,
            "offers": self.copied.offers,
        }

    def form_valid(self, form: forms.Form) -> HttpResponse:
        answer = super().form_valid(form)
        if answer.status_code == 302:
            self._say_what_is_missing()
        return answer

    def _say_what_is_missing(self) -> None:
        products = ", ".join(str(product) for product in self.copied.not_for_sale)
        if products:
            words = _(
                "Pas repris, car il leur manque une mention que la loi demande : %(products)s."
            )
            messages.warning(self.request, words % {"products": products})
        producers = ", ".join(producer.name for producer in self.copied.without_pitch)
        if producers:
            words = _(
                "Sans étal, car leur emplacement est pris ou d’une autre halle : %(producers)s."
            )
            messages.warning(self.request, words % {"producers": producers})
