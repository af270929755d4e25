"""Who sells, and who keeps their goods at the desk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from commons.cms.desk import DeskViewSet
from market import desk_help, own
from market.models import Producer


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
