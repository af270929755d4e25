from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from commons.agenda import Audience
from commons.bilingual import BilingualName, in_the_readers_language
from workshops.rules import LARGEST_GROUP


class Workshop(index.Indexed, BilingualName):
    """What is taught or done; it has sessions. Its story is a page in each language."""

    facilitator = models.CharField(_("animateur·rice"), max_length=120, blank=True)
    usual_capacity = models.PositiveSmallIntegerField(
        _("places d’habitude"),
        default=LARGEST_GROUP,
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST_GROUP)],
        help_text=_("Moins de quinze personnes : c’est ainsi qu’on se parle."),
    )
    suggested_cents = models.PositiveIntegerField(
        _("participation conseillée (centimes)"),
        default=0,
        help_text=_("À prix libre, sur place. 0 : l’atelier est gratuit."),
    )
    audience = models.CharField(
        _("pensé pour"),
        max_length=20,
        choices=Audience.choices,
        default=Audience.ALL,
        help_text=_("L’agenda se filtre ainsi ; tout le monde peut venir quand même."),
    )
    bring = models.CharField(_("à apporter"), max_length=200, blank=True)
    bring_en = models.CharField(_("à apporter (anglais)"), max_length=200, blank=True)

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("facilitator"),
    ]

    class Meta:
        verbose_name = _("atelier")
        verbose_name_plural = _("ateliers")
        ordering = ["name_fr"]

    @property
    def what_to_bring(self) -> str:
        """In the reader's language, in French when there is no other."""
        return in_the_readers_language(self.bring, self.bring_en)
