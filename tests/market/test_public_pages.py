"""A producer and a product, each on their own page: what it says, where it leads, what it costs the database."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Locale

from market.farms import clear_angle, radius_of, rings_to
from market.models import (
    BasketLine,
    Collective,
    Landmark,
    MarketDay,
    Producer,
    ProducerIndexPage,
    ProducerPage,
    Product,
    VatRegime,
)
from market.sellers import seller_of
from market.slugs import free_slug, slug_of
from market.ware import shares_of
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    PitchFactory,
    ProducerFactory,
    ProductFactory,
    StallFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    stall = StallFactory(producer__name="Ferme des Buis", pitch__number=4)
    product = ProductFactory(producer=stall.producer, name_fr="Poireaux", pack_size=Decimal("0.8"))
    return OfferFactory(market_day=stall.market_day, product=product)


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def page_of(client, what, **data):
    return client.get(what.get_absolute_url(), data)


def write_about(producer, language="fr"):
    index = ProducerIndexPage.objects.get(locale__language_code=language)
    page = ProducerPage(title="Les Buis", lead="Une haie, deux mains.", producer=producer)
    page.locale = Locale.objects.get(language_code=language)
    return index.add_child(instance=page)


class TestProduct:
    def test_it_says_all_that_the_law_and_a_greengrocer_say(self, client, offer):
        page = text(page_of(client, offer.product))
        for fact in (
            "Poireaux", "2,60", "3,25", "le kg", "France", "Allergènes", "aucun", "Étal 4",
            "Ferme des Buis", "18 km", "EARL Ferme des Buis", "SIRET 12345678900011", "Reste 12",
            "Vente directe",
        ):  # fmt: skip
            assert fact in page

    def test_its_certificate_is_shown_with_its_date(self, client, offer):
        Product.objects.update(
            organic=True, certifier="FR-BIO-99", certificate_until=offer.market_day.date
        )
        assert "certifié par FR-BIO-99, jusqu’au" in text(page_of(client, offer.product))
        Product.objects.update(certificate_until=timezone.localdate() - timedelta(days=1))
        assert "FR-BIO-99" not in text(page_of(client, offer.product))

    def test_it_goes_into_the_basket_without_a_script(self, client, offer):
        address = offer.product.get_absolute_url()
        answer = client.post(address, {"offer": offer.pk, "quantity": "2"})
        assert (answer.status_code, answer.url) == (303, f"{address}#offre-{offer.pk}")
        assert BasketLine.objects.get().quantity == 2
        assert "Voir mon panier" in text(client.get(address))
        refused = client.post(address, {"offer": offer.pk, "quantity": "40"})
        assert refused.status_code == 422
        assert "il ne reste que 12" in text(refused)

    def test_out_of_sale_it_says_so_and_when_its_season_is(self, client, offer):
        MarketDay.objects.update(state=MarketDay.State.DRAFT)
        page = text(page_of(client, offer.product))
        assert "Pas en vente ces prochains jours" in page
        assert "De saison de septembre à mars" in page
        assert "Où va le prix" not in page

    def test_the_price_is_shared_between_the_seller_and_the_state(self, offer):
        shares = shares_of(offer, seller=seller_of(offer.product.producer, collective=Collective()))
        assert (shares.seller_cents, shares.vat_cents) == (246, 14)
        offer.product.producer.vat_regime = VatRegime.FRANCHISE
        shares = shares_of(offer, seller=seller_of(offer.product.producer, collective=Collective()))
        assert (shares.seller_cents, shares.vat_cents, shares.seller_percent) == (260, 0, 100)

    def test_what_is_resold_names_the_collective_and_invents_no_share(self, client, offer):
        Producer.objects.update(settlement=Producer.Settlement.RESOLD)
        Collective.objects.create(legal_name="Association des Lônes", siret="999")
        page = text(page_of(client, offer.product))
        assert "à Association des Lônes, qui vous le vend" in page
        assert "Ce prix d’achat ne se lit pas ici" in page

    def test_a_product_nobody_knows_is_not_found(self, client):
        assert client.get("/marche/produits/licorne/").status_code == 404

    def test_it_speaks_english(self, client, offer):
        assert offer.product.name_en in text(client.get(f"/en{offer.product.get_absolute_url()}"))


class TestItsAddress:
    def test_it_is_made_of_the_name_once(self, offer):
        product = ProductFactory.build(
            producer=offer.product.producer, name_fr="Chou frisé", slug=""
        )
        product.clean()
        assert product.slug == "chou-frise"
        product.name_fr = "Chou plat"
        product.clean()
        assert product.slug == "chou-frise"

    def test_a_taken_name_takes_the_producers_too_then_a_number(self):
        assert slug_of("Œufs, la boîte de 6") == "oeufs-la-boite-de-6"
        taken = {"poires", "poires-buis", "poires-buis-2"}
        assert free_slug("Poires", beside="buis", taken=taken.__contains__) == "poires-buis-3"

    def test_two_products_never_share_one(self, offer):
        with pytest.raises(ValidationError, match="existe déjà"):
            ProductFactory.build(
                producer=offer.product.producer, name_fr="Autre", slug=offer.product.slug
            ).full_clean()


class TestProducer:
    def test_without_a_written_page_the_rows_are_enough(self, client, offer):
        page = text(page_of(client, offer.product.producer))
        for fact in (
            "Ferme des Buis", "Saint-Clair", "Poireaux", "Où me trouver", "étal 4",
            "EARL Ferme des Buis", "SIRET 12345678900011", "le prestataire de paiement lui verse",
        ):  # fmt: skip
            assert fact in page
        assert offer.product.get_absolute_url() in page

    def test_each_stall_of_the_plan_is_a_link_with_a_name(self, client, offer):
        neighbour = StallFactory(market_day=offer.market_day, producer__name="Les Cabris")
        PitchFactory(place=offer.market_day.place)
        page = page_of(client, offer.product.producer).content.decode()
        links = re.findall(r'<a class="stand[^"]*" href="([^"]+)" aria-label="([^"]+)"', page)
        assert {words.partition(", ")[2] for _url, words in links} == {
            "Ferme des Buis",
            "Les Cabris",
        }
        assert neighbour.producer.get_absolute_url() in dict(links)
        assert page.count("stand--empty") == len(links) / 2

    @pytest.mark.usefixtures("site_pages")
    def test_a_written_page_tells_the_story_above_the_same_facts(self, client, offer):
        producer = offer.product.producer
        page = write_about(producer)
        assert page.url == producer.get_absolute_url()
        assert client.get(f"/producteurs/{page.slug}/").url == page.url
        told = text(page_of(client, producer))
        for fact in ("Les Buis", "Une haie, deux mains.", "Poireaux", "étal 4"):
            assert fact in told
        # Nobody has told it in English yet: the rows speak.
        assert "Les Buis" not in text(client.get(f"/en{producer.get_absolute_url()}"))
        assert page.make_preview_request().status_code == 200
        page.unpublish()
        assert "Une haie" not in text(page_of(client, producer))

    @pytest.mark.usefixtures("site_pages")
    def test_the_list_goes_from_the_nearest_to_the_farthest(self, client, offer):
        ProducerFactory(name="Le Plus Près", distance_km=2)
        page = text(client.get("/producteurs/"))
        assert page.index("Le Plus Près</a></h2>") < page.index("Ferme des Buis</a></h2>")
        assert "18 km" in page
        assert "étal 4" in page
        assert "Légumes" in page

    def test_the_sketch_keeps_the_order_of_distances(self):
        radii = [radius_of(km, farthest=40) for km in (0, 1, 5, 20, 40)]
        assert radii == sorted(set(radii))
        assert [ring.km for ring in rings_to(34, farms=8)] == [10, 20, 30]
        assert rings_to(0, farms=0) == []
        assert clear_angle([0, 90, 180]) == 270


@pytest.mark.usefixtures("site_pages")
@pytest.mark.parametrize("many", [1, 30])
def test_public_pages_ask_little_however_much_there_is(client, many, django_assert_max_num_queries):
    days = [MarketDayFactory() for _ in range(3)]
    Landmark.objects.create(place=days[0].place, kind="roof", x=0, y=0, width=300, height=200)
    for number in range(1, many + 1):
        stall = StallFactory(market_day=days[0], pitch__number=number)
        write_about(stall.producer) if number % 2 else None
        product = ProductFactory(producer=stall.producer)
        for day in days:
            OfferFactory(market_day=day, product=product)
    address = product.get_absolute_url()
    client.post(address, {"offer": product.offers.first().pk, "quantity": "1"})
    told = ProducerPage.objects.first().producer.get_absolute_url()
    for url in (address, "/producteurs/", told, f"/en{product.producer.get_absolute_url()}"):
        client.get(url)  # the foot of the page and the site are remembered, in each language
        with django_assert_max_num_queries(12):
            assert client.get(url).status_code == 200
