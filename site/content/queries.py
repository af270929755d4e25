"""Reads for screens and frames."""

from datetime import date

from content.models import LegalPage, LegalVersion, Partner


def legal_links(*, language: str, on: date) -> list[dict[str, str]]:
    """Title and address of the legal pages that have a text in force, for the foot of the site."""
    in_force = LegalVersion.objects.in_force_by(on).values("page")
    pages = LegalPage.objects.live().filter(locale__language_code=language, pk__in=in_force)
    return [{"title": page.title, "url": page.get_url() or ""} for page in pages.order_by("path")]


def privacy_page(*, language: str, on: date) -> LegalPage | None:
    """What becomes of personal data, when the house has said it."""
    in_force = LegalVersion.objects.in_force_by(on).values("page")
    pages = LegalPage.objects.live().filter(
        locale__language_code=language, kind=LegalPage.Kind.PRIVACY, pk__in=in_force
    )
    page: LegalPage | None = pages.first()
    return page


def partner_shown(slug: str) -> Partner | None:
    """A partner of the directory, with what it helps with."""
    return Partner.objects.filter(is_shown=True, slug=slug).prefetch_related("needs").first()
