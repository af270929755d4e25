from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gardens.models.sharing import Match, Side
from gardens.models.tenancy import Tenancy


class AgreementQuerySet(models.QuerySet["SharingAgreement"]):
    def living(self) -> "AgreementQuerySet":
        return self.exclude(state=SharingAgreement.State.ENDED)

    def of(self, tenancy: Tenancy) -> "AgreementQuerySet":
        """Those in which a household shares, whichever of the two it is; the newest first."""
        return self.filter(Q(host=tenancy) | Q(guest=tenancy)).order_by("-written_at", "-pk")


class SharingAgreement(models.Model):
    """What two households agreed on: who has what, who does what, until when they try.

    It outlives the request that led to it, which is forgotten after a year.
    """

    class State(models.TextChoices):
        TRIAL = "trial", _("à l’essai")
        LASTING = "lasting", _("continue")
        ENDED = "ended", _("terminé")

    class WholePlot(models.TextChoices):
        ASKED = "asked", _("demandée en entier")
        GRANTED = "granted", _("accordée en entier")
        REFUSED = "refused", _("gardée en deux parts")

    match = models.OneToOneField(
        Match,
        verbose_name=_("rapprochement"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="agreement",
    )
    host = models.ForeignKey(
        Tenancy, verbose_name=_("accueille"), on_delete=models.PROTECT, related_name="+"
    )
    guest = models.ForeignKey(
        Tenancy, verbose_name=_("accueilli"), on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(_("état"), max_length=8, choices=State.choices, default=State.TRIAL)
    shares = models.TextField(_("qui cultive quoi"), max_length=1000)
    duties = models.TextField(_("qui fait quoi"), max_length=1000, blank=True)
    trial_until = models.DateField(_("à l’essai jusqu’au"))
    written_at = models.DateTimeField(_("écrit le"))
    host_stays_at = models.DateTimeField(_("qui accueille continue"), null=True, blank=True)
    guest_stays_at = models.DateTimeField(_("qui est accueilli continue"), null=True, blank=True)
    talk_asked_at = models.DateTimeField(_("l’équipe est appelée le"), null=True, blank=True)
    talk_words = models.TextField(_("ce dont il faut parler"), max_length=600, blank=True)
    ended_on = models.DateField(_("terminé le"), null=True, blank=True)
    left_by = models.ForeignKey(
        Tenancy,
        verbose_name=_("qui est parti"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    whole_plot = models.CharField(
        _("toute la parcelle"), max_length=8, choices=WholePlot.choices, blank=True
    )

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("accord de partage")
        verbose_name_plural = _("accords de partage")
        ordering = ["-written_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["host"], condition=~Q(state="ended"), name="agreement_one_per_host"
            ),
            models.UniqueConstraint(
                fields=["guest"], condition=~Q(state="ended"), name="agreement_one_per_guest"
            ),
            models.CheckConstraint(
                condition=Q(state="ended", ended_on__isnull=False)
                | (~Q(state="ended") & Q(ended_on=None)),
                name="agreement_ended_has_its_date",
            ),
            models.CheckConstraint(
                condition=~Q(state="lasting")
                | Q(host_stays_at__isnull=False, guest_stays_at__isnull=False),
                name="agreement_lasts_by_both",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.host.household} & {self.guest.household}"

    @property
    def is_living(self) -> bool:
        return self.state != self.State.ENDED

    def side_of(self, tenancy: Tenancy) -> Side:
        return Side.HOST if tenancy.pk == self.host_id else Side.GUEST

    def tenancy_of(self, side: Side) -> Tenancy:
        return self.host if side == Side.HOST else self.guest

    def partner_of(self, tenancy: Tenancy) -> Tenancy:
        """The other of the two."""
        return self.tenancy_of(self.side_of(tenancy).other)

    def stays(self, side: Side) -> bool:
        """Whether one of the two said that it goes on after the trial."""
        said = self.host_stays_at if side == Side.HOST else self.guest_stays_at
        return said is not None


class AgreementChange(models.Model):
    """New words for an agreement, by one of the two; they count once the other confirms them."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("à confirmer")
        CONFIRMED = "confirmed", _("confirmé")
        DROPPED = "dropped", _("abandonné")

    agreement = models.ForeignKey(
        SharingAgreement, on_delete=models.CASCADE, related_name="changes"
    )
    by = models.ForeignKey(Tenancy, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    shares = models.TextField(_("qui cultive quoi"), max_length=1000)
    duties = models.TextField(_("qui fait quoi"), max_length=1000, blank=True)
    proposed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("changement d’accord")
        verbose_name_plural = _("changements d’accord")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement"],
                condition=Q(state="proposed"),
                name="agreement_one_change_at_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.agreement} · {self.get_state_display()}"
