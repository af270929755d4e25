"""Products, with what each still lacks before it may be sold."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
)
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views import snippets

from commons.cms.desk import DeskViewSet, IndexView
from market import desk_help, offering, own, rules, words
from market.desk.countries import CountryInput
from market.desk.offers import choose_among
from market.models import Producer, Product


class ProductForm(WagtailAdminModelForm):
    """A product of a producer whose goods the person keeps."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["origin"].widget = CountryInput()
        producers = own.producers_of(self.for_user)
        choose_among(self.fields["producer"], producers)
        if not self.instance.pk and producers.count() == 1:
            self.fields["producer"].initial = producers.first()

    def _post_clean(self) -> None:
        """Only here does the instance hold what was typed."""
        super()._post_clean()
        if not self.instance.pk or self.errors:
            return
        if broken := offering.broken_sale(self.instance, now=timezone.now()):
            self.add_error(None, words.say_breaks_sale(broken.day, broken.lacks))


class LacksPanel(Panel):
    """Says, above the fields, what keeps this product off the stalls; nothing when it lacks nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "market/desk/lacks.html"

        @property
        def lacks(self) -> list[rules.Lack]:
            # As it is stored: what is being typed is said beside each field.
            if self.instance.pk is None:
                return []
            stored = Product.objects.select_related("plant").filter(pk=self.instance.pk).first()
            return offering.lacks_of(stored, on=timezone.localdate()) if stored else []

        def is_shown(self) -> bool:
            return bool(self.lacks)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"said": words.say_lacks(self.lacks)}


class LacksColumn(Column):
    """What each product of the list lacks today."""

    def get_value(self, instance: Product) -> str:
        return words.say_lacks(instance.lacks) or gettext("rien")


class ProductFilters(WagtailFilterSet):
    lacks = django_filters.ChoiceFilter(
        label=_("Ce qui manque"),
        choices=[("some", _("il manque quelque chose")), ("none", _("prêts à vendre"))],
        empty_label=_("tous"),
        method="keep_lacking",
        widget=forms.RadioSelect,
    )
    producer = django_filters.ModelChoiceFilter(
        label=_("producteur·rice"), queryset=Producer.objects.all(), empty_label=_("tous")
    )
    category = django_filters.ChoiceFilter(
        label=_("rayon"), choices=Product.Category.choices, empty_label=_("tous")
    )
    organic = django_filters.BooleanFilter(label=_("bio"))
    weighed = django_filters.BooleanFilter(label=_("pesé à la halle"))

    class Meta:
        model = Product
        fields = ["lacks", "producer", "category", "organic", "weighed"]

    def keep_lacking(
        self, queryset: QuerySet[Product], _name: str, value: str
    ) -> QuerySet[Product]:
        """By the rule itself, so that list and law never part."""
        lacking = offering.lacking_among(queryset.select_related("plant"), on=timezone.localdate())
        if value == "some":
            return queryset.filter(pk__in=lacking)
        return queryset.exclude(pk__in=lacking)


class ProductsView(IndexView):
    """The list, with what each product lacks and the ways in and out by a file."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        shown = context["object_list"]
        lacking = offering.lacking_among(shown, on=timezone.localdate())
        for product in shown:
            product.lacks = lacking.get(product.pk, [])
        return context

    def get_header_buttons(self) -> list[Button]:
        return [
            *super().get_header_buttons(),
            HeaderButton(
                label=gettext("Importer, exporter"),
                url=reverse("market_goods:import"),
                icon_name="table",
            ),
        ]


class ProductDesk(DeskViewSet):
    model = Product
    index_view_class: type[snippets.IndexView] = ProductsView
    icon = "list-ul"
    menu_label = _("Produits")
    help_texts = desk_help.PRODUCT
    list_display = [
        "name_fr",
        "producer",
        "category",
        "unit",
        LacksColumn("lacks", label=_("Ce qui manque")),
    ]
    filterset_class = ProductFilters
    search_fields = ["name_fr", "name_en", "producer__name"]
    search_backend_name = None  # its filters are not in the search index
    edit_handler = ObjectList(
        [
            LacksPanel(),
            FieldRowPanel([FieldPanel("producer"), FieldPanel("plant")]),
            FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")], heading=_("Nom")),
            FieldRowPanel([FieldPanel("category"), FieldPanel("pictogram"), FieldPanel("slug")]),
            FieldPanel("picture"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("unit"), FieldPanel("step")]),
                    FieldRowPanel([FieldPanel("pack_size"), FieldPanel("pack_unit")]),
                    FieldPanel("weighed"),
                    FieldPanel("vat_rate"),
                ],
                heading=_("Vente"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("origin"), FieldPanel("origin_place")]),
                    FieldRowPanel([FieldPanel("variety"), FieldPanel("grade")]),
                    FieldPanel("allergen_codes"),
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
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("storage_fr"), FieldPanel("storage_en")]),
                    FieldRowPanel([FieldPanel("perishable"), FieldPanel("alcohol")]),
                ],
                heading=_("Conservation"),
            ),
            FieldPanel("own_season"),
            FieldRowPanel([FieldPanel("description_fr"), FieldPanel("description_en")]),
        ],
        base_form_class=ProductForm,
    )

    def rows_of(self, person: Any) -> QuerySet[Product]:
        return own.products_of(person)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Product]:
        return self.rows_of(request.user).select_related("producer", "plant")
