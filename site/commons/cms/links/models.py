"""What a page links to, and whether it still leads somewhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Link(models.Model):
    """One address on one page, as read from the published page; its health is looked up later."""

    class Problem(models.TextChoices):
        NONE = "", _("aucun")
        PAGE_GONE = "page-gone", _("La page a été supprimée")
        PAGE_UNPUBLISHED = "page-unpublished", _("La page n’est plus publiée")
        DOCUMENT_GONE = "document-gone", _("Le fichier a été supprimé")
        NOT_FOUND = "not-found", _("L’adresse n’existe pas, ou plus")
        REFUSED = "refused", _("Le site refuse, ou se dit en panne")
        SILENT = "silent", _("Le site ne répond pas")
        FORBIDDEN = "forbidden", _("L’adresse n’est pas publique : elle n’a pas été essayée")

    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    address = models.CharField(_("lien"), max_length=2000)
    problem = models.CharField(
        _("ce qui ne va pas"), max_length=20, choices=Problem.choices, blank=True
    )
    status = models.PositiveSmallIntegerField(_("code de réponse"), null=True, blank=True)
    checked_at = models.DateTimeField(_("essayé le"), null=True, blank=True)

    class Meta:
        verbose_name = _("lien")
        verbose_name_plural = _("liens")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "address"], name="one_link_per_page_and_address"
            )
        ]
        indexes = [models.Index(fields=["checked_at"], name="links_to_check")]

    def __str__(self) -> str:
        return self.address
