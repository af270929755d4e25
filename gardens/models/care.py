from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gardens.models.tenancy import Tenancy


class CareCase(models.Model):
    """A plot that seems left alone: from a visit to help, a notice, a delay, and the committee's decision.

    Its steps say where it stands; it ends when the plot lives again, or is released.
    """

    class State(models.TextChoices):
        VISITED = "visited", _("visitée")
        HELP = "help", _("aide proposée")
        NOTICE = "notice", _("avis donné")
        COMMITTEE = "committee", _("devant le comité")
        RELEASED = "released", _("parcelle libérée")
        CLOSED = "closed", _("tout va bien")

    OPEN = (State.VISITED, State.HELP, State.NOTICE, State.COMMITTEE)

    tenancy = models.ForeignKey(
        Tenancy, verbose_name=_("attribution"), on_delete=models.CASCADE, related_name="care_cases"
    )
    state = models.CharField(_("étape"), max_length=10, choices=State.choices)
    opened_at = models.DateTimeField(_("ouvert le"))
    next_from = models.DateField(
        _("étape suivante à partir du"), help_text="Before that day the next step is refused."
    )

    class Meta:
        verbose_name = _("parcelle délaissée")
        verbose_name_plural = _("parcelles délaissées")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenancy"],
                condition=~Q(state__in=["released", "closed"]),
                name="care_one_open_case",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tenancy} · {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        """Where the household reads the steps and answers."""
        return reverse("gardens:care", args=[self.tenancy.token, self.pk])

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN


class CareStep(models.Model):
    """One dated step of a case, said to the household in these words."""

    case = models.ForeignKey(CareCase, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(_("étape"), max_length=10, choices=CareCase.State.choices)
    at = models.DateTimeField(_("le"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("par"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    words = models.TextField(_("ce qui a été vu, ou dit"), max_length=1000)
    answer = models.TextField(_("réponse du foyer"), max_length=1000, blank=True)
    answered_at = models.DateTimeField(_("répondu le"), null=True, blank=True)
    answer_read_at = models.DateTimeField(
        _("réponse lue le"),
        null=True,
        blank=True,
        help_text="Until then the next step is refused.",
    )
    photo = models.ForeignKey(
        "cms.Picture",
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("étape")
        verbose_name_plural = _("étapes")
        ordering = ["case", "at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(answer="") & Q(answered_at=None))
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="care_answer_has_its_date",
            )
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def waits_for_a_reader(self) -> bool:
        return self.answered_at is not None and self.answer_read_at is None
