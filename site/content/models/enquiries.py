"""What visitors write to the house, or through it to a partner."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from commons.bilingual import BilingualName
from commons.people.models import LONGEST_EMAIL
from content.models.partners import Partner

LONGEST_WORDS = 4000  # characters


class ContactReason(BilingualName):
    """Why somebody writes, and who among the volunteers answers."""

    email = models.EmailField(
        _("adresse qui répond"),
        max_length=LONGEST_EMAIL,
        blank=True,
        help_text=_("Jamais montrée. Vide : l’adresse du pied de page."),
    )
    position = models.PositiveSmallIntegerField(
        _("rang"), default=0, help_text=_("Le plus petit vient en premier.")
    )
    is_offered = models.BooleanField(
        _("proposé"),
        default=True,
        help_text=_("Décoché : on garde ses messages, on ne le propose plus."),
    )

    class Meta:
        verbose_name = _("raison d’écrire")
        verbose_name_plural = _("raisons d’écrire")
        ordering = ["position", "name_fr"]


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    def to_the_house(self) -> "EnquiryQuerySet":
        """Those that a volunteer answers; a partner's are between them and their sender."""
        return self.filter(partner=None)

    def to_answer(self) -> "EnquiryQuerySet":
        return self.to_the_house().filter(state=Enquiry.State.TO_ANSWER)


class Enquiry(models.Model):
    """One message: to the house for a reason, or to a partner. Kept as long as ``rules`` says, no longer."""

    class State(models.TextChoices):
        TO_ANSWER = "to-answer", _("à répondre")
        ANSWERED = "answered", _("répondu")

    reason = models.ForeignKey(
        ContactReason, verbose_name=_("raison"), on_delete=models.PROTECT, null=True, blank=True
    )
    partner = models.ForeignKey(
        Partner, verbose_name=_("partenaire"), on_delete=models.CASCADE, null=True, blank=True
    )
    form_key = models.UUIDField(unique=True, editable=False)
    name = models.CharField(_("nom"), max_length=120)
    email = models.EmailField(_("adresse e-mail"), max_length=LONGEST_EMAIL)
    words = models.TextField(_("message"), max_length=LONGEST_WORDS)
    language = models.CharField(_("langue"), max_length=5, default="fr")
    state = models.CharField(
        _("état"), max_length=10, choices=State.choices, default=State.TO_ANSWER
    )
    created_at = models.DateTimeField(_("reçu le"))

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("message reçu")
        verbose_name_plural = _("messages reçus")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["email", "created_at"], name="enquiry_by_sender")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reason__isnull=False, partner__isnull=True)
                | models.Q(reason__isnull=True, partner__isnull=False),
                name="enquiry_to_the_house_or_to_a_partner",
            )
        ]

    def __str__(self) -> str:
        return self.name
