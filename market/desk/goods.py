"""Producers, their products, and what they offer on a day."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
)

from commons.cms.desk import DeskViewSet, said
from commons.cms.spoken import say_number, say_price
from market import desk_help, own, stalls, stock
from market.models import MarketDay, Offer, Producer, Product


def choose_among(field: Any, rows: QuerySet[Any]) -> None:
    """Ask for one of these rows in a plain list."""
    field.widget = forms.Select()
    field.queryset = rows


class OfferForm(WagtailAdminModelForm):
    """Changes an offer by the verb that respects what orders have reserved."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Plain lists: who keeps only their own goods has no screen of days to choose from.
        choose_among(self.fields["product"], own.products_of(self.for_user))
        choose_among(self.fields["market_day"], MarketDay.objects.all())
        if self.instance.pk:
            # Orders point here: another product or another day is another offer.
            self.fields["market_day"].disabled = True
            self.fields["product"].disabled = True

    def clean_quantity(self) -> Any:
        quantity = self.cleaned_data["quantity"]
        reserved = Offer.objects.filter(pk=self.instance.pk).values_list("reserved", flat=True)
        if reserved and quantity < reserved[0]:
            raise forms.ValidationError(
                _("Des commandes ont déjà réservé %(reserved)s : pas moins."),
                params={"reserved": reserved[0].normalize()},
            )
        return quantity

    def save(self, commit: bool = True) -> Any:
        stalls.answered(
            market_day_id=self.cleaned_data["market_day"].pk,
            producer_id=self.cleaned_data["product"].producer_id,
            now=timezone.now(),
        )
        if not self.instance.pk:
            return super().save(commit=commit)
        stock.change_offer(
            offer_id=self.instance.pk,
            price_cents=self.cleaned_data["price_cents"],
            quantity=self.cleaned_data["quantity"],
            on_sale=self.cleaned_data["on_sale"],
        )
        return self.instance


class OfferDesk(DeskViewSet):
    model = Offer
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


class ProductForm(WagtailAdminModelForm):
    """A product of a producer whose goods the person keeps."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        producers = own.producers_of(self.for_user)
        choose_among(self.fields["producer"], producers)
        if not self.instance.pk and producers.count() == 1:
            self.fields["producer"].initial = producers.first()


class ProductDesk(DeskViewSet):
    model = Product
    icon = "list-ul"
    menu_label = _("Produits")
    help_texts = desk_help.PRODUCT
    list_display = ["name_fr", "producer", "category", "unit", "origin"]
    list_filter = ["producer", "category", "organic"]
    search_fields = ["name_fr", "name_en", "producer__name"]
    search_backend_name = None  # its filters are not in the search index
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("producer"), FieldPanel("plant")]),
            FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")], heading=_("Nom")),
            FieldRowPanel([FieldPanel("category"), FieldPanel("pictogram"), FieldPanel("slug")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("unit"), FieldPanel("step")]),
                    FieldRowPanel([FieldPanel("pack_size"), FieldPanel("pack_unit")]),
                    FieldPanel("vat_rate"),
                ],
                heading=_("Vente"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [FieldPanel("origin"), FieldPanel("variety"), FieldPanel("grade")]
                    ),
                    FieldRowPanel([FieldPanel("allergens_fr"), FieldPanel("allergens_en")]),
                    FieldRowPanel(
                        [
                            FieldPanel("organic"),
                            FieldPanel("certifier"),
                            FieldPanel("certificate_until"),
                        ]
                    ),
                ],
                heading=_("Ce que la loi demande d’afficher"),
            ),
            FieldPanel("own_season"),
            FieldRowPanel([FieldPanel("description_fr"), FieldPanel("description_en")]),
        ],
        base_form_class=ProductForm,
    )

    def rows_of(self, person: Any) -> QuerySet[Product]:
        return own.products_of(person)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Product]:
        return self.rows_of(request.user).select_related("producer")


class ProducerForm(WagtailAdminModelForm):
    """A producer, with those who keep their goods: people whom a role lets change offers."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = own.who_may_keep(self.instance)


class ProducerDesk(DeskViewSet):
    model = Producer
    icon = "user"
    menu_label = _("Producteurs")
    help_texts = desk_help.PRODUCER
    list_display = ["name", "town", "distance_km", "settlement"]
    list_filter = ["settlement"]
    search_fields = ["name", "town", "legal_name"]
    search_backend_name = None  # its filters are not in the search index
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("slug"), FieldPanel("pictogram")]),
            FieldRowPanel([FieldPanel("town"), FieldPanel("distance_km")]),
            FieldRowPanel([FieldPanel("story_fr"), FieldPanel("story_en")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("legal_name"), FieldPanel("siret")]),
                    FieldRowPanel([FieldPanel("vat_regime"), FieldPanel("vat_mention")]),
                    FieldRowPanel([FieldPanel("settlement"), FieldPanel("account_ref")]),
                ],
                heading=_("Vente"),
            ),
            FieldPanel("people", widget=forms.CheckboxSelectMultiple),
        ],
        base_form_class=ProducerForm,
    )
