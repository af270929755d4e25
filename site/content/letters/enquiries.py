"""What content writes to people: a message that came in, and its acknowledgement."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from commons.notices.actions import write_message
from commons.notices.letters import Letter
from commons.notices.models import Message
from commons.places.models import House
from content.models import Enquiry

ENQUIRY = "content.enquiry"
RECEIVED = "content.received"
RELAYED = "content.relayed"
COPY = "content.copy"

VOLUNTEERS_LANGUAGE = "fr"


def write(enquiry: Enquiry) -> None:
    """Write the two mails of a message down: one to whoever answers, one to its sender."""
    to, forward, back = _route(enquiry)
    if to:  # else it waits at the desk
        _write(enquiry, forward, to=to, language=VOLUNTEERS_LANGUAGE)
    _write(enquiry, back, to=enquiry.email, language=enquiry.language)


def enquiry_received(message: Message) -> Letter | None:
    """To the volunteers who answer."""
    if (enquiry := _enquiry(message)) is None:
        return None
    return Letter(
        subject=_("Message de %(name)s : %(reason)s")
        % {"name": enquiry.name, "reason": enquiry.reason},
        template="content/emails/enquiry",
        context={**_context(enquiry), "link": _desk_link(enquiry)},
        reply_to=enquiry.email,
    )


def enquiry_acknowledged(message: Message) -> Letter | None:
    """To the sender. Their words are not repeated: a stranger's address could have been typed."""
    if (enquiry := _enquiry(message)) is None:
        return None
    return Letter(
        subject=_("Nous avons bien reçu votre message"),
        template="content/emails/received",
        context=_context(enquiry),
    )


def enquiry_relayed(message: Message) -> Letter | None:
    """To the partner, who answers the sender directly."""
    if (enquiry := _enquiry(message)) is None:
        return None
    return Letter(
        subject=_("%(name)s vous écrit par l’annuaire de la halle") % {"name": enquiry.name},
        template="content/emails/relayed",
        context=_context(enquiry),
        reply_to=enquiry.email,
    )


def enquiry_copied(message: Message) -> Letter | None:
    """To the sender, what was passed on to the partner."""
    if (enquiry := _enquiry(message)) is None:
        return None
    return Letter(
        subject=_("Copie de votre message à %(partner)s") % {"partner": enquiry.partner},
        template="content/emails/copy",
        context=_context(enquiry),
    )


def _route(enquiry: Enquiry) -> tuple[str, str, str]:
    """Who gets it, and the kinds of both mails."""
    if enquiry.partner:
        return enquiry.partner.relay_email, RELAYED, COPY
    reason_email = enquiry.reason.email if enquiry.reason else ""
    return reason_email or House.load().email, ENQUIRY, RECEIVED


def _write(enquiry: Enquiry, kind: str, *, to: str, language: str) -> None:
    write_message(
        key=f"enquiry:{enquiry.pk}:{kind.rpartition('.')[2]}",
        kind=kind,
        subject_id=enquiry.pk,
        to=to,
        language=language,
    )


def _enquiry(message: Message) -> Enquiry | None:
    """None once it is forgotten: nothing is left to say."""
    return Enquiry.objects.select_related("reason", "partner").filter(pk=message.subject_id).first()


def _context(enquiry: Enquiry) -> dict[str, object]:
    return {"enquiry": enquiry}


def _desk_link(enquiry: Enquiry) -> str:
    return settings.SITE_URL + reverse("wagtailsnippets_content_enquiry:edit", args=[enquiry.pk])
