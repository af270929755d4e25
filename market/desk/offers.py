"""What is offered on a day: changed by the verbs that respect what orders have reserved."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views import snippets

from commons.cms.desk import DeskViewSet, EditView, IndexView, refuse, said
from commons.cms.spoken import say_number, say_price
from market import desk_help, offering, own, words
from market.models import MarketDay, Offer
from market.refusals import OfferRefusedError


def choose_among(field: Any, rows: QuerySet[Any]) -> None:
    """Ask for one of these rows in a plain list."""
    field.widget = forms.Select()
    field.queryset = rows


class OfferForm(WagtailAdminModelForm):
    """Writes an offer by the rules of every door; Wagtail's view holds the transaction."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Plain lists: who keeps only their own goods has no screen of days to choose from.
        choose_among(
            self.fields["product"], own.products_of(self.for_user).select_related("producer")
        )
        choose_among(self.fields["market_day"], MarketDay.objects.all())
        if self.instance.pk:
            # Orders point here: another product or another day is another offer.
            self.fields["market_day"].disabled = True
            self.fields["product"].disabled = True

    def clean_quantity(self) -> Any:
        quantity = self.cleaned_data["quantity"]
        now = Offer.objects.filter(pk=self.instance.pk, reserved__gt=quantity)
        for offer in now.select_related("product"):
            raise forms.ValidationError(words.say_under_reserved(offer))
        return quantity

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        was_on_sale = bool(self.instance.pk) and self.initial["on_sale"]
        if given.get("on_sale") and not was_on_sale and {"product", "market_day"} <= given.keys():
            try:
                offering.check_sellable(given["product"], on=given["market_day"].date)
            except OfferRefusedError as refusal:
                self.add_error("product" if not self.instance.pk else None, words.say(refusal))
        return given

    def save(self, commit: bool = True) -> Any:
        wished = {name: self.cleaned_data[name] for name in ("price_cents", "quantity", "on_sale")}
        if not self.instance.pk:
            return offering.create(
                market_day=self.cleaned_data["market_day"],
                product=self.cleaned_data["product"],
                **wished,
            )
        stored = offering.with_goods().get(pk=self.instance.pk)
        offering.change(stored, **wished)
        return self.instance


class AsVerb:
    """Saves by the verb's rules: what they refuse meanwhile is said on the form."""

    def form_valid(self, form: Any) -> Any:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except OfferRefusedError as refusal:
            return refuse(self, form, words.say(refusal))


class OfferCreateView(AsVerb, snippets.CreateView):
    pass


class OfferEditView(AsVerb, EditView):
    pass


class OffersView(IndexView):
    """With the way to the quick screen, made for a phone at the stall."""

    def get_header_buttons(self) -> list[Button]:
        quick = HeaderButton(
            label=_("Mes offres d’un jour"),
            url=reverse("market:own_offers"),
            icon_name="mobile-alt",
        )
        return [*super().get_header_buttons(), quick]


class OfferDesk(DeskViewSet):
    model = Offer
    index_view_class: type[snippets.IndexView] = OffersView
    add_view_class = OfferCreateView
    edit_view_class = OfferEditView
    icon = "tag"
    menu_label = _("Offres")
    help_texts = desk_help.OFFER
    list_display = [
        "product",
        "market_day",
        said("price_cents", _("Prix"), say_price),
        said("quantity", _("Quantité"), say_number),
        said("reserved", _("Réservé"), say_number),
        "on_sale",
    ]
    list_filter = ["market_day", "product__producer", "on_sale"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("market_day"), FieldPanel("product")]),
            FieldRowPanel([FieldPanel("price_cents"), FieldPanel("quantity")]),
            FieldPanel("on_sale"),
        ],
        base_form_class=OfferForm,
    )

    def rows_of(self, person: Any) -> QuerySet[Offer]:
        return own.offers_of(person)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Offer]:
        return (
            self.rows_of(request.user)
            .select_related("market_day", "product__producer")
            .order_by("-market_day__date", "product__producer__name", "product__name_fr")
        )
