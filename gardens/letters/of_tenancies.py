"""Letters to those who hold a plot."""

from django.conf import settings
from django.utils.translation import gettext as _

from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens.models import Tenancy


def welcome(message: Message) -> Letter | None:
    """The link of the household's page; nothing if the tenancy was cancelled meanwhile."""
    tenancy = Tenancy.objects.select_related("plot__garden__place").get(pk=message.subject_id)
    if tenancy.state == Tenancy.State.CANCELLED:
        return None
    return Letter(
        subject=_("Bienvenue au jardin : parcelle %(number)d, %(garden)s")
        % {"number": tenancy.plot.number, "garden": tenancy.plot.garden.name},
        template="gardens/emails/welcome",
        context={
            "tenancy": tenancy,
            "plot": tenancy.plot,
            "garden": tenancy.plot.garden,
            "link": settings.SITE_URL + tenancy.get_absolute_url(),
        },
    )
