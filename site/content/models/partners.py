"""Who can help with what, around the hall."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from commons.bilingual import in_the_readers_language
from commons.people.models import LONGEST_EMAIL
from content.models.words import Word

MONDAY, SUNDAY = 1, 7  # as date.isoweekday() counts


class Need(Word):
    """What somebody may look for: « trouver des outils », « le numérique », « le logement »."""

    class Meta(Word.Meta):
        abstract = False
        verbose_name = _("besoin")
        verbose_name_plural = _("besoins")


class Partner(models.Model):
    """A neighbour of the house that helps with something.

    A row and not a page: one form tells it in both languages, and ``relay_email``, which must never be
    shown, stays out of drafts, previews and revisions.
    """

    name = models.CharField(_("nom"), max_length=120, unique=True)
    slug = models.SlugField(_("mot de l’adresse"), unique=True)
    pictogram = models.SlugField(
        _("pictogramme"), blank=True, help_text=_("Par exemple « velo » ou « compost ».")
    )
    needs = models.ManyToManyField(Need, verbose_name=_("besoins"), related_name="partners")
    help_fr = models.TextField(
        _("ce que l’on y trouve"), max_length=600, help_text=_("Deux ou trois phrases simples.")
    )
    help_en = models.TextField(_("ce que l’on y trouve, en anglais"), max_length=600, blank=True)
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    town = models.CharField(_("ville"), max_length=80)
    days = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name=_("jours"),
        default=list,
        blank=True,
        help_text=_("Les jours où l’on peut venir sans prévenir."),
    )
    hours_fr = models.CharField(
        _("horaires"), max_length=160, blank=True, help_text=_("« Mardi, de 14 h à 17 h ».")
    )
    hours_en = models.CharField(_("horaires en anglais"), max_length=160, blank=True)
    website = models.URLField(_("site"), blank=True)
    phone = models.CharField(_("téléphone"), max_length=30, blank=True)
    relay_email = models.EmailField(
        _("adresse e-mail privée"),
        max_length=LONGEST_EMAIL,
        blank=True,
        help_text=_(
            "Jamais montrée : un formulaire y fait suivre les messages. Vide : pas de message."
        ),
    )
    is_shown = models.BooleanField(_("dans l’annuaire"), default=True)

    class Meta:
        verbose_name = _("partenaire")
        verbose_name_plural = _("partenaires")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days__contained_by=list(range(MONDAY, SUNDAY + 1))),
                name="partner_days_are_days",
                violation_error_message=_("Les jours vont de 1, lundi, à 7, dimanche."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("content:partner", args=[self.slug])

    @property
    def help(self) -> str:
        """In the reader's language, in French when there is no other."""
        return in_the_readers_language(self.help_fr, self.help_en)

    @property
    def hours(self) -> str:
        """In the reader's language, in French when there is no other."""
        return in_the_readers_language(self.hours_fr, self.hours_en)

    @property
    def day_names(self) -> list[str]:
        """ "lundi", "jeudi": in the order of the week."""
        return [str(WEEKDAYS[day - 1]) for day in sorted(self.days)]
