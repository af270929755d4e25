"""One sheet for what is written to a household that holds a plot: a title, what happens, one link."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext as _

from commons.notices.letters import Letter
from gardens.models import Tenancy


def letter_to(
    tenancy: Tenancy,
    *,
    subject: str,
    title: str,
    says: Sequence[str],
    path: str = "",
    label: str = "",
    lines: Sequence[str] = (),
    quoted: str = "",
) -> Letter:
    """``says`` are its paragraphs (empty ones are left out), ``lines`` a block of facts, ``quoted`` words that
    somebody wrote; without a ``path`` the link opens the page of the plot."""
    return Letter(
        subject=subject,
        template="gardens/emails/to_household",
        context={
            "title": title,
            "paragraphs": [paragraph for paragraph in says if paragraph],
            "lines": lines,
            "quoted": quoted,
            "link": settings.SITE_URL + (path or tenancy.get_absolute_url()),
            "label": label or _("Ouvrir ma parcelle"),
        },
    )
