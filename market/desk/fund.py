"""The solidarity fund at the desk: its words, and its ledger. Nothing here says who took from it."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button, HeaderButton

from commons.cms.desk import DeskViewSet, IndexView, ReadOnlyPolicy, said
from commons.cms.spoken import say_day, say_price
from market import actions, desk_help, own
from market.models import FundEntry, FundWord
from market.money import fund


class WordForm(WagtailAdminModelForm):
    """The word itself is drawn: whoever reads it could not guess another."""

    instance: Any

    def save(self, commit: bool = True) -> FundWord:
        if self.instance.pk is None:
            given = {name: self.cleaned_data[name] for name in self.Meta.fields}
            self.instance = actions.make_word(**given)
            return self.instance
        kept: FundWord = super().save(commit=commit)
        return kept


def _left(word: FundWord) -> str:
    return gettext("%(left)d sur %(all)d") % {"left": word.left, "all": word.baskets}


class FundWordDesk(DeskViewSet):
    model = FundWord
    icon = "key"
    menu_label = _("Mots de la caisse")
    help_texts = desk_help.FUND_WORD
    list_display = [
        "word",
        "given_by",
        said("basket_cents", _("Panier, au plus"), say_price),
        Column("left", label=_("Restent"), accessor=_left),
        said("until", _("Jusqu’au"), say_day),
    ]
    search_fields = ["word", "given_by"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("given_by"),
            FieldRowPanel([FieldPanel("basket_cents"), FieldPanel("baskets")]),
            FieldPanel("until", widget=forms.DateInput({"type": "date"})),
        ],
        base_form_class=WordForm,
    )


class LedgerView(IndexView):
    def get_header_buttons(self) -> list[Button]:
        buttons: list[Button] = super().get_header_buttons()
        if self.request.user.has_perm(own.KEEP_THE_FUND):
            note = HeaderButton(
                gettext("Noter un mouvement"),
                url=reverse("market_desk:note_fund"),
                icon_name="plus",
            )
            buttons.append(note)
        return buttons

    def get_page_subtitle(self) -> str:
        return gettext("En caisse : %(amount)s") % {"amount": say_price(fund.balance())}


class FundEntryDesk(DeskViewSet):
    """What people gave and what was put right. What orders took is told by month, on the public page.

    A line by order would say whose it was: its sum could be found among the orders of the day.
    """

    model = FundEntry
    icon = "history"
    menu_label = _("Caisse de solidarité")
    index_view_class = LedgerView
    list_display = [
        said("at", _("Le"), say_day),
        "kind",
        said("cents", _("Somme"), say_price),
        "reason",
    ]
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)

    def get_queryset(self, _request: HttpRequest) -> Any:
        return FundEntry.objects.filter(order=None).only("at", "kind", "cents", "reason")
