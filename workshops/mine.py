"""The seats somebody holds."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_hours
from commons.people.mine import Promise, Promises, whose
from commons.people.models import Person
from workshops.models import Booking, Session


def bookings_of(*, person: Person, now: datetime) -> Promises:
    """Their coming sessions, the nearest first, called-off ones included: they must know."""
    bookings = (
        Booking.objects.filter(
            whose(person), state=Booking.State.CONFIRMED, session__ends_at__gt=now
        )
        .select_related("session__workshop", "session__place")
        .annotate(seats_held=Count("seats", filter=Q(seats__released_at=None)))
        .order_by("session__starts_at", "pk")
    )
    return Promises(
        trade="workshops",
        title=_("Vos ateliers"),
        promises=[_promise(booking) for booking in bookings],
        invitation=_("Aucune place réservée pour l’instant. Il y a sûrement une séance pour vous."),
        url=reverse("wagtail_serve", args=["ateliers/"]),
        label=_("Voir les ateliers"),
    )


def _promise(booking: Any) -> Promise:
    session = booking.session
    called_off = session.state == Session.State.CANCELLED
    seats = ngettext("%(count)d place pour vous", "%(count)d places pour vous", booking.seats_held)
    return Promise(
        title=session.workshop.name,
        url=booking.get_absolute_url(),
        at=session.starts_at,
        notes=[
            f"{say_hours(session.starts_at, session.ends_at)} · {session.where_short}",
            seats % {"count": booking.seats_held},
        ],
        tag=_("Séance annulée") if called_off else "",
    )
