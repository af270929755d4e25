"""Gardens and plant sheets as search engines and shared links tell them."""

from django.utils.translation import gettext as _

from commons.cms import structured
from commons.cms.cards import Card
from commons.cms.sharing import Sharing
from commons.cms.spoken import say_months
from commons.cms.structured import Thing, absolute
from commons.plants.models import Plant
from gardens.models import Garden

KIND = "plante"


def garden(shown: Garden, *, path: str, description: str) -> Thing:
    """A garden is a place open to all: schema.org has no nearer word than a park."""
    return {
        **structured.place(shown.place),
        "@type": "Park",
        "name": shown.name,
        "description": description,
        "url": absolute(path),
        "isAccessibleForFree": True,
        "publicAccess": True,
    }


def sharing_of(plant: Plant) -> Sharing:
    """What a plant sheet says of itself."""
    return Sharing(title=plant.name.capitalize(), description=_describe(plant), card=card_of(plant))


def card_of(plant: Plant) -> Card:
    return Card(
        kind=KIND,
        key=plant.slug,
        title=plant.name.capitalize(),
        line=_season(plant),
        trade="gardens",
        pictogram=plant.slug,
    )


def load_card(key: str) -> Card | None:
    found = Plant.objects.filter(slug=key).first()
    return card_of(found) if found else None


def _describe(plant: Plant) -> str:
    told = _("Quand semer, planter et récolter : %(plant)s, mois par mois.") % {"plant": plant.name}
    return " ".join(filter(None, (told, _season(plant))))


def _season(plant: Plant) -> str:
    if not plant.season:
        return ""
    return _("De saison %(months)s.") % {"months": say_months(plant.season)}
