"""Letters to those who wait for a plot. Each is None when its reason no longer stands."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens import queries
from gardens.models import PlotOffer, PlotRequest
from gardens.words import say_rank


def request_received(message: Message) -> Letter | None:
    """Rank, reason and the link that withdraws; nothing once the request waits no more."""
    asked = _asked(message)
    place = queries.place_of(asked) if asked else None
    if asked is None or place is None:
        return None
    return _letter(
        asked,
        _("Votre demande de parcelle : %(garden)s"),
        "request_received",
        rank=say_rank(place),
        criteria=asked.garden.published_criteria,
    )


def still(message: Message) -> Letter | None:
    """The yearly question; nothing once it was answered."""
    asked = _asked(message)
    place = queries.place_of(asked) if asked else None
    if asked is None or place is None or asked.still_by is None:
        return None
    return _letter(
        asked,
        _("Attendez-vous toujours une parcelle ? %(garden)s"),
        "still",
        rank=say_rank(place),
        link=settings.SITE_URL + reverse("gardens:still", args=[asked.token]),
    )


def lapsed(message: Message) -> Letter | None:
    asked = _asked(message)
    if asked is None or asked.state != PlotRequest.State.LAPSED:
        return None
    return _letter(
        asked,
        _("Votre demande s’est éteinte : %(garden)s"),
        "lapsed",
        link=settings.SITE_URL + reverse("gardens:still", args=[asked.token]),
    )


def offered(message: Message) -> Letter | None:
    """A plot is held for them; nothing once they answered or the delay has passed."""
    return _offered(message, _("Une parcelle pour vous : %(garden)s"))


def offer_reminder(message: Message) -> Letter | None:
    return _offered(message, _("Votre réponse est attendue : %(garden)s"))


def _offered(message: Message, subject: str) -> Letter | None:
    offer = _offer(message)
    if not offer.is_alive(at=timezone.now()):
        return None
    return _letter(
        offer.request,
        subject,
        "offered",
        offer=offer,
        plot=offer.plot,
        link=settings.SITE_URL + offer.get_absolute_url(),
    )


def offer_expired(message: Message) -> Letter | None:
    """Unless they left, or were offered another plot meanwhile."""
    offer = _offer(message)
    is_waiting = offer.request.state == PlotRequest.State.WAITING
    if not is_waiting or offer.request.offers.alive(at=timezone.now()).exists():
        return None
    return _letter(
        offer.request,
        _("Sans réponse de votre part : %(garden)s"),
        "offer_expired",
        plot=offer.plot,
    )


def offer_revoked(message: Message) -> Letter:
    offer = _offer(message)
    return _letter(
        offer.request,
        _("La proposition est reprise : %(garden)s"),
        "offer_revoked",
        plot=offer.plot,
        because=offer.taken_back_because,
    )


def _asked(message: Message) -> PlotRequest | None:
    return PlotRequest.objects.select_related("garden").filter(pk=message.subject_id).first()


def _offer(message: Message) -> PlotOffer:
    offers = PlotOffer.objects.select_related("request__garden", "plot__garden")
    return offers.get(pk=message.subject_id)


def _letter(asked: PlotRequest, subject: str, name: str, **context: Any) -> Letter:
    """A letter whose subject names the garden; its button leads to the request unless ``link`` says else."""
    return Letter(
        subject=subject % {"garden": asked.garden.name},
        template=f"gardens/emails/{name}",
        context={
            "asked": asked,
            "garden": asked.garden,
            "link": settings.SITE_URL + asked.get_absolute_url(),
            **context,
        },
    )
