"""What gardens write to people. Composed when the mail leaves, so that it tells how things stand then."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from commons.notices.actions import write_message
from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens import queries
from gardens.models import PlotRequest
from gardens.words import say_rank

REQUEST_RECEIVED = "gardens.request_received"


def write_received(asked: PlotRequest, *, on: date) -> None:
    """Write the acknowledgement down. Asking again gets it again, on another day only."""
    write_message(
        key=f"plot-request:{asked.pk}:received:{on:%Y-%m-%d}",
        kind=REQUEST_RECEIVED,
        subject_id=asked.pk,
        to=asked.email,
        language=asked.language,
    )


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
