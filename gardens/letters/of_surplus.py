"""A letter to the hall: a garden has something for the solidarity baskets. It names no household."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from commons.notices.actions import write_message
from commons.notices.letters import Letter
from commons.notices.models import Message
from commons.places.models import House
from gardens.letters.kinds import SURPLUS_ANNOUNCED
from gardens.models import Surplus

THE_HALLS_LANGUAGE = "fr"


def write_surplus(surplus: Surplus) -> None:
    """Write the announcement down; a house without an address reads it at the desk."""
    house = House.load()
    if house.email:
        write_message(
            key=f"surplus:{surplus.pk}:announced",
            kind=SURPLUS_ANNOUNCED,
            subject_id=surplus.pk,
            to=house.email,
            language=THE_HALLS_LANGUAGE,
        )


def surplus_announced(message: Message) -> Letter | None:
    """What, how much, when and from which garden; nothing once it is brought or withdrawn."""
    announced = Surplus.objects.filter(state=Surplus.State.ANNOUNCED)
    surplus = (
        announced.select_related("plant", "plot__garden").filter(pk=message.subject_id).first()
    )
    if surplus is None:
        return None
    return Letter(
        subject=_("Pour les paniers solidaires : %(plant)s, %(how_much)s")
        % {"plant": surplus.name, "how_much": surplus.how_much},
        template="gardens/emails/surplus_announced",
        context={
            "surplus": surplus,
            "garden": surplus.plot.garden,
            "link": settings.SITE_URL + reverse("wagtailsnippets_gardens_surplus:list"),
        },
    )
