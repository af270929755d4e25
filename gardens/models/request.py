from functools import partial
from secrets import token_urlsafe

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gardens.models.garden import Garden
from gardens.rules.gardening import Experience, Generation, Hours, Size
from gardens.rules.line import LARGEST_HOUSEHOLD


class PlotRequestQuerySet(models.QuerySet["PlotRequest"]):
    def waiting(self) -> "PlotRequestQuerySet":
        """Those in line, the first first; the order of ``rules.line.Turn``."""
        return self.filter(state=PlotRequest.State.WAITING).order_by("counted_from", "pk")

    def with_rank(self) -> "PlotRequestQuerySet":
        """Adds ``rank``, the one of ``rules.line.ranks``, whatever a screen filters or leaves to its next page."""
        earlier = Q(counted_from__lt=OuterRef("counted_from")) | Q(
            counted_from=OuterRef("counted_from"), pk__lt=OuterRef("pk")
        )
        ahead = (
            PlotRequest.objects.filter(earlier, garden=OuterRef("garden"), state="waiting")
            .values("garden")
            .annotate(n=Count("pk"))
            .order_by()
        )
        return self.annotate(rank=Coalesce(Subquery(ahead.values("n")), 0) + 1)


class PlotRequest(models.Model):
    """A household's request for a plot, in its garden's dated waiting list.

    No account is needed: the token in the mail is the key to it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("en attente")
        WITHDRAWN = "withdrawn", _("retirée")
        LAPSED = "lapsed", _("éteinte")
        GRANTED = "granted", _("satisfaite")

    class Wish(models.TextChoices):
        EITHER = "either", _("Les deux me vont")
        SHARE = "share", _("Partager une parcelle")
        ALONE = "alone", _("Une parcelle pour mon foyer")

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.PROTECT, related_name="requests"
    )
    token = models.CharField(max_length=43, unique=True, default=partial(token_urlsafe, 24))
    form_key = models.UUIDField(
        help_text="Made with the form: a double click sends the same one twice."
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("personne"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="plot_requests",
    )
    name = models.CharField(_("nom"), max_length=120)
    email = models.EmailField(_("adresse e-mail"))
    phone = models.CharField(_("téléphone"), max_length=30, blank=True)
    language = models.CharField(max_length=5, default="fr")
    household_size = models.PositiveSmallIntegerField(
        _("personnes dans le foyer"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST_HOUSEHOLD)],
    )
    wish = models.CharField(_("souhait"), max_length=8, choices=Wish.choices, default=Wish.EITHER)
    raised_bed = models.BooleanField(_("souhaite un bac surélevé"), default=False)
    size = models.CharField(
        _("surface souhaitée"), max_length=8, choices=Size.choices, default=Size.ANY
    )
    hours = ArrayField(
        models.CharField(max_length=16, choices=Hours.choices),
        verbose_name=_("quand vous jardinez"),
        default=list,
        blank=True,
    )
    experience = models.CharField(
        _("expérience"), max_length=12, choices=Experience.choices, blank=True
    )
    mixes_generations = models.BooleanField(_("souhaite mêler les générations"), default=False)
    generation = models.CharField(
        _("génération"), max_length=8, choices=Generation.choices, blank=True
    )
    no_outdoors = models.BooleanField(_("ni jardin, ni balcon, ni cour"), default=False)
    lives_nearby = models.BooleanField(_("habite à moins de quinze minutes à pied"), default=False)
    note = models.TextField(_("message"), max_length=600, blank=True)
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.WAITING)
    asked_at = models.DateTimeField(_("demandée le"))
    counted_from = models.DateTimeField(
        _("comptée depuis le"),
        help_text="When it was asked, less the head starts of the garden's criteria: the order of the line.",
    )
    still_at = models.DateTimeField(
        _("toujours intéressé, dit le"),
        null=True,
        blank=True,
        help_text="The last yes to the yearly question.",
    )
    still_by = models.DateField(
        _("réponse attendue avant le"),
        null=True,
        blank=True,
        help_text="Set while the yearly question waits for its answer; then the request lapses.",
    )
    closed_at = models.DateTimeField(_("close le"), null=True, blank=True)

    objects = PlotRequestQuerySet.as_manager()
    rank: int  # only after with_rank()

    class Meta:
        verbose_name = _("demande de parcelle")
        verbose_name_plural = _("demandes de parcelle")
        ordering = ["counted_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                "garden",
                Lower("email"),
                condition=Q(state="waiting"),
                name="request_waits_once_per_garden",
                violation_error_message=_("Cette adresse attend déjà une parcelle dans ce jardin."),
            ),
            models.UniqueConstraint(fields=["garden", "form_key"], name="request_once_per_form"),
            models.CheckConstraint(
                condition=Q(household_size__gte=1, household_size__lte=LARGEST_HOUSEHOLD),
                name="request_household_size",
            ),
            models.CheckConstraint(
                condition=Q(counted_from__lte=F("asked_at")), name="request_head_start_is_forward"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", closed_at=None)
                | (~Q(state="waiting") & Q(closed_at__isnull=False)),
                name="request_closed_has_its_date",
            ),
        ]
        indexes = [
            models.Index(
                fields=["garden", "counted_from", "id"],
                condition=Q(state="waiting"),
                name="request_line",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.garden}"

    def get_absolute_url(self) -> str:
        return reverse("gardens:standing", args=[self.token])
