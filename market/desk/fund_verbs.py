"""What is noted in the solidarity fund by hand: the box of the hall, and corrections."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commons.cms.spoken import say_price
from commons.cms.verbs import VerbView
from market import actions, own
from market.models import FundEntry
from market.money import fund

BY_HAND = (FundEntry.Kind.CASH, FundEntry.Kind.CORRECTION)


class NoteForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("Quoi ?"),
        choices=[(kind.value, kind.label) for kind in BY_HAND],
        widget=forms.RadioSelect,
        initial=FundEntry.Kind.CASH,
        help_text=gettext_lazy("Un don de la boîte, ou ce qui fut mal noté."),
    )
    euros = forms.DecimalField(
        label=gettext_lazy("Somme, en euros"),
        max_digits=8,
        decimal_places=2,
        localize=True,
        help_text=gettext_lazy("Une correction peut être négative : −5."),
    )
    reason = forms.CharField(
        label=gettext_lazy("D’où vient-elle ?"),
        max_length=200,
        help_text=gettext_lazy(
            "« Boîte du marché de samedi ». Jamais le nom de qui a pris un panier."
        ),
    )

    def clean(self) -> dict[str, object]:
        said = super().clean() or self.cleaned_data
        euros = said.get("euros")
        if euros is not None and (
            not euros or (euros < 0 and said.get("kind") == FundEntry.Kind.CASH)
        ):
            self.add_error("euros", _("Un don est au-dessus de zéro."))
        return said


class NoteView(VerbView):
    permission = own.KEEP_THE_FUND
    header_icon = "history"
    form_class = NoteForm
    verb = gettext_lazy("Noter un mouvement")
    done = gettext_lazy("C’est noté.")
    refusals = (actions.FundShortError,)

    def load(self) -> None:
        """The fund is one."""

    def subject(self) -> str:
        return _("Caisse de solidarité")

    def back_url(self) -> str:
        return reverse("wagtailsnippets_market_fundentry:list")

    def consequences(self) -> list[str]:
        return [
            _("En caisse : %(amount)s.") % {"amount": say_price(fund.balance())},
            _("La ligne reste au registre avec votre nom ; elle se corrige par une autre."),
        ]

    def act(self, form: forms.Form) -> None:
        said = form.cleaned_data
        verb = actions.note_cash if said["kind"] == FundEntry.Kind.CASH else actions.correct_fund
        verb(cents=int(100 * said["euros"]), by=self.volunteer, reason=said["reason"])

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        form.add_error("euros", _("La caisse n’a pas autant."))
