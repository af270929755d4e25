"""The pages of the producers, in both languages."""

from demo.collective.hall_plan import STANDS
from demo.collective.pages import publish
from market.models import Producer, ProducerIndexPage, ProducerPage

Drawing = ProducerPage.Illustration
DRAWINGS = {
    "ferme-des-lones": Drawing.GARDEN,
    "maraichage-du-moulin": Drawing.SEEDLINGS,
    "verger-des-trois-combes": Drawing.PRUNING,
    "fournil-du-lavoir": Drawing.KITCHEN,
}


def lay() -> None:
    """Each page once."""
    index = ProducerIndexPage.objects.get(locale__language_code="fr")
    for producer in Producer.objects.filter(slug__in=STANDS).order_by("pk"):
        publish(
            index,
            ProducerPage,
            words=f"producers/{producer.slug}",
            illustration=DRAWINGS.get(producer.slug, Drawing.NONE),
            producer=producer,
        )
