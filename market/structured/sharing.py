"""What each page of the market says of itself to whoever shares it."""

from collections.abc import Sequence

from commons.cms.sharing import Sharing
from commons.places.models import House
from market.models import Collective, MarketDay, Offer, Producer, ProducerPage, Product
from market.structured.cards import card_of_day, card_of_producer, card_of_product
from market.structured.things import market_day, producer, product
from market.structured.words import title_of_day, where_from, where_it_is, words_of_day


def sharing_of_day(shown: MarketDay, *, house: House) -> Sharing:
    """What the page of a day says of itself."""
    return Sharing(
        title=title_of_day(shown),
        description=words_of_day(shown),
        card=card_of_day(shown),
        things=(market_day(shown, house=house),),
    )


def sharing_of_product(
    shown: Product, *, offers: Sequence[Offer], collective: Collective, path: str
) -> Sharing:
    """What the page of a product says of itself."""
    return Sharing(
        title=f"{shown.name}, {shown.producer.name}",
        description=shown.description or where_from(shown),
        card=card_of_product(shown),
        things=(product(shown, offers=offers, collective=collective, path=path),),
    )


def sharing_of_producer(shown: Producer, *, story: ProducerPage | None) -> Sharing:
    """What the page of a producer says of itself; the editors' words go before the row's."""
    told = (story.search_description or story.lead) if story else ""
    description = told or shown.story or where_it_is(shown)
    return Sharing(
        title=(story.seo_title or story.title) if story else shown.name,
        description=description,
        card=card_of_producer(shown),
        things=(producer(shown, description=description),),
    )
