"""The desk opens on what waits for whoever enters."""

import html

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content import roles
from tests.content.desk import draft_of, person_in
from tests.content.factories import tell_the_house
from tests.gardens.factories import GardenFactory, PlotFactory, ask
from tests.market.factories import OfferFactory, basket_of, order_of
from tests.workshops.factories import SessionFactory, book

pytestmark = pytest.mark.usefixtures("site_pages")
EVERY_ROLE = (
    roles.WRITERS, roles.REVIEWERS, roles.WORKSHOP_LEADS, roles.MARKET_COORDINATORS,
    roles.GARDEN_COORDINATORS, roles.PRODUCERS, roles.TREASURERS, roles.FRONT_DESK,
    roles.ADMINISTRATORS,
)  # fmt: skip
# Nine are Wagtail's, for any screen of the desk: session, person, rights, menu. Who rules sees every trade.
# Nine are the desk’s own; a role then asks one for each card it is shown.
MOST_QUERIES = {
    **dict.fromkeys(EVERY_ROLE, 14),
    roles.WORKSHOP_LEADS: 16,
    roles.GARDEN_COORDINATORS: 18,
    roles.ADMINISTRATORS: 25,
}


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def home_of(client, person):
    client.force_login(person)
    return html.unescape(client.get(reverse("wagtailadmin_home")).content.decode())


def a_busy_week():
    """Something waits in each trade, and in the pages."""
    from market.models import Order

    garden = GardenFactory()
    PlotFactory(garden=garden)
    ask(garden)
    book(SessionFactory())
    offer = OfferFactory()
    order_of(basket_of((offer, 4)), Order.PaymentMethod.AT_HALL)
    tell_the_house()
    writer = person_in(roles.WRITERS)
    page = draft_of(writer, title="Le gel est passé")
    page.get_workflow().start(page, writer)
    return writer, offer


def test_each_role_finds_what_waits_for_it_in_few_queries(client):
    writer, offer = a_busy_week()
    people = {name: writer if name == roles.WRITERS else person_in(name) for name in EVERY_ROLE}
    offer.product.producer.people.add(people[roles.PRODUCERS])
    expected = {
        roles.WRITERS: ["Vos brouillons", "Le gel est passé", "en relecture"],
        roles.REVIEWERS: ["À relire", "Le gel est passé", "Amina Diallo"],
        roles.WORKSHOP_LEADS: ["Séances de la semaine", "places prises\u202f: 1 sur 14"],
        roles.MARKET_COORDINATORS: ["1 commande à préparer", "commandes jusqu’au"],
        roles.GARDEN_COORDINATORS: ["1 foyer attend", "1 parcelle libre"],
        roles.PRODUCERS: ["À apporter au prochain marché", offer.product.name_fr, "4 à préparer"],
        roles.TREASURERS: ["1 commande à préparer"],
        roles.FRONT_DESK: [
            "Amina Diallo",
            "1 commande à préparer",
            "Séances de la semaine",
            "1 foyer attend",
        ],
        roles.ADMINISTRATORS: ["1 commande à préparer", "1 parcelle libre"],
    }
    missing, counted = {}, {}
    for name, person in people.items():
        home_of(client, person)
        with CaptureQueriesContext(connection) as queries:
            said = html.unescape(client.get(reverse("wagtailadmin_home")).content.decode())
        counted[name] = len(queries)
        missing[name] = [words for words in expected[name] if words not in said]
    assert {name: words for name, words in missing.items() if words} == {}
    over = {name: count for name, count in counted.items() if count > MOST_QUERIES[name]}
    assert over == {}


def test_nothing_of_wagtails_welcome_is_left(client):
    said = home_of(client, person_in(roles.REVIEWERS))
    assert "Bonjour" in said
    assert "w-summary" not in said
    assert "upgrade" not in said
