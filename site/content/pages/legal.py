"""What the law asks to say, and every version of it."""

from datetime import date
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PagePermissionTester

from commons.cms.models import StoryPage

KEEPS_LEGAL_TEXTS = "content.change_legalversion"


class LegalPermissionTester(PagePermissionTester):
    """Rights over the pages above stop here, but for who keeps the legal texts."""

    def __init__(self, user: Any, page: Any) -> None:
        super().__init__(user, page)
        if not user.has_perm(KEEPS_LEGAL_TEXTS):
            self.permissions: set[str] = set()


class LegalPage(StoryPage):
    """A legal text; its dated versions are rows, and each stays readable at ``?version=2026-03-03``."""

    class Kind(models.TextChoices):
        NOTICE = "notice", _("mentions légales")
        PRIVACY = "privacy", _("vie privée")
        SALES = "sales", _("conditions de vente")
        ACCESSIBILITY = "accessibility", _("accessibilité")

    kind = models.CharField(
        _("texte"),
        max_length=20,
        choices=Kind.choices,
        help_text=_("Ce dont la page parle, en droit."),
    )

    content_panels = [*StoryPage.content_panels[:1], FieldPanel("kind"), FieldPanel("lead")]
    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    page_description = _("Un texte que la loi demande. Ses versions se datent au menu Rédaction.")

    class Meta:
        verbose_name = _("page légale")

    def permissions_for_user(self, user: Any) -> LegalPermissionTester:
        return LegalPermissionTester(user, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from content.models import LegalVersion

        context = super().get_context(request, *args, **kwargs)
        versions = list(LegalVersion.objects.in_force_by(timezone.localdate()).filter(page=self))
        asked = request.GET.get("version", "")
        shown = next((v for v in versions if asked in ("", _written(v.in_force_on))), None)
        if asked and not shown:
            raise Http404
        return {**context, "version": shown, "versions": versions}


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
