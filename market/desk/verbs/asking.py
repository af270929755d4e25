"""How each verb of a market day asks, and where it comes back to."""

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day
from commons.cms.verbs import VerbView
from market import own
from market.desk import words
from market.desk.days import board_of
from market.models import MarketDay


class DayVerb(VerbView):
    permission = own.CHANGE_DAYS
    header_icon = "date"
    refusals = words.REFUSALS
    market_day: MarketDay

    def load(self) -> None:
        days = MarketDay.objects.select_related("place")
        self.market_day = get_object_or_404(days, pk=self.kwargs["day_id"])

    def subject(self) -> str:
        return _("Marché du %(day)s") % {"day": say_day(self.market_day.date)}

    def back_url(self) -> str:
        return board_of(self.market_day)

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        words.say(refusal, form=form)
