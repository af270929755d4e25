"""Letters to those who wait for a plot. Each is None when its reason no longer stands."""

from django.conf import settings
from django.utils.translation import gettext as _

from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens import queries
from gardens.models import PlotRequest
from gardens.words import say_rank


def request_received(message: Message) -> Letter | None:
    """Rank, reason and the link that withdraws; nothing once the request waits no more."""
    asked = PlotRequest.objects.select_related("garden").filter(pk=message.subject_id).first()
    place = queries.place_of(asked) if asked else None
    if asked is None or place is None:
        return None
    return Letter(
        subject=_("Votre demande de parcelle : %(garden)s") % {"garden": asked.garden.name},
        template="gardens/emails/request_received",
        context={
            "asked": asked,
            "rank": say_rank(place),
            "criteria": asked.garden.published_criteria,
            "link": settings.SITE_URL + asked.get_absolute_url(),
        },
    )
