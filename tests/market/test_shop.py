"""The page of a market day: how it is grouped, narrowed and searched, and what a tap gets back."""

import re
from datetime import timedelta
from decimal import Decimal
from html import unescape

import pytest
from django.core.management import call_command
from django.http import QueryDict
from django.utils import timezone

from commons.plants.models import Plant
from market.models import BasketLine, MarketDay, Offer, Producer, Product
from market.shop import page as shop_page
from market.shop.facts import draw_facts
from market.wishes import Grouping, Wishes
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    PitchFactory,
    ProducerFactory,
    ProductFactory,
    StallFactory,
)

pytestmark = pytest.mark.django_db

HTMX = {"hx_request": "true"}


@pytest.fixture
def day():
    return MarketDayFactory()


def sell(day, name, *, pitch=None, producer=None, **facts):
    """An offer of that name, on a stall when it has a pitch."""
    producer = producer or ProducerFactory()
    if pitch:
        StallFactory(
            market_day=day, producer=producer, pitch=PitchFactory(place=day.place, number=pitch)
        )
    return OfferFactory(
        market_day=day,
        product=ProductFactory(producer=producer, name_fr=name, name_en="", **facts),
    )


def look(client, day, wishes="", **headers):
    answer = client.get(day.get_absolute_url() + wishes, headers=headers)
    assert answer.status_code == 200
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def names(page):
    """The products on the shelves, in their order."""
    return re.findall(r'<h3><a href="/marche/produits/[^"]*">([^<]*)</a>', page)


def heads(page):
    return re.findall(r'<h2 class="brushed"[^>]*>(?:<a [^>]*>)?([^<]*)', page)


class TestWishes:
    def test_an_address_says_them_and_is_said_by_them(self):
        address = "par=saison&q=pain+bis&rayon=pains&chez=le-four&bio=1&saison=1&km=20&sans=lait&sans=soja"
        wishes = Wishes.read(QueryDict(address))
        assert wishes == Wishes(
            grouping=Grouping.SEASON,
            words="pain bis",
            category="pains",
            producer="le-four",
            organic=True,
            in_season=True,
            within_km=20,
            without=("soja", "lait"),
        )
        assert Wishes.read(QueryDict(wishes.query()[1:])) == wishes

    @pytest.mark.parametrize(
        "nonsense",
        ["par=prix", "rayon=licornes", "km=loin", "km=-3", "km=99999", "sans=magie", "q=++"],
    )
    def test_nonsense_asks_for_nothing(self, nonsense):
        assert Wishes.read(QueryDict(nonsense)) == Wishes()

    def test_each_is_dropped_alone(self):
        wishes = Wishes(organic=True, without=("lait", "soja"))
        assert wishes.dropping("organic") == Wishes(without=("lait", "soja"))
        assert wishes.dropping("without", "lait") == Wishes(organic=True, without=("soja",))
        assert not Wishes(grouping=Grouping.CATEGORY).narrows


class TestFilters:
    def test_organic_is_what_a_valid_certificate_says(self, client, day):
        certified = {"organic": True, "certifier": "FR-BIO-99"}
        sell(day, "Blettes", certificate_until=day.date, **certified)
        sell(day, "Navets", certificate_until=day.date - timedelta(days=1), **certified)
        sell(day, "Panais")
        assert names(look(client, day, "?bio=1")) == ["Blettes"]

    @pytest.mark.parametrize(
        ("said", "kept"),
        [(["aucun"], True), (["gluten"], True), (["oeufs", "lait"], False), ([], False)],
    )
    def test_what_may_hold_an_allergen_is_left_out(self, client, day, said, kept):
        sell(day, "Galettes", allergen_codes=said)
        assert bool(names(look(client, day, "?sans=lait"))) is kept

    def test_several_allergens_are_all_left_out(self, client, day):
        for name, said in (("Pain", "gluten"), ("Flan", "lait"), ("Miel", "aucun")):
            sell(day, name, allergen_codes=[said])
        assert names(look(client, day, "?sans=lait&sans=gluten")) == ["Miel"]

    def test_by_producer_distance_and_season_together(self, client, day):
        near = ProducerFactory(distance_km=4, slug="pres")
        far = ProducerFactory(distance_km=40, slug="loin")
        month = day.date.month
        sell(day, "Choux", producer=near, own_season=[month])
        sell(day, "Fraises", producer=near, own_season=[month % 12 + 1])
        sell(day, "Endives", producer=far, own_season=[month])
        assert set(names(look(client, day, "?km=20"))) == {"Choux", "Fraises"}
        assert names(look(client, day, "?km=20&saison=1")) == ["Choux"]
        assert names(look(client, day, "?chez=loin")) == ["Endives"]
        assert names(look(client, day, "?chez=personne")) == []

    def test_a_plant_gives_its_season(self, client, day):
        plant = Plant.objects.create(
            name_fr="Kaki", name_en="Persimmon", slug="kaki", season=[day.date.month]
        )
        sell(day, "Kakis", plant=plant, own_season=[])
        sell(day, "Savon", own_season=[])
        assert names(look(client, day, "?saison=1")) == ["Kakis"]

    def test_results_are_counted_and_each_filter_can_be_taken_off(self, client, day):
        sell(day, "Choux")
        sell(day, "Miel", category="epicerie", allergen_codes=["lait"])
        page = look(client, day, "?rayon=legumes&sans=lait")
        assert "<b>1 produit</b>" in page
        assert 'href="?sans=lait#etals"' in page
        assert 'href="?rayon=legumes#etals"' in page
        assert "Sans lait" in page
        # A category says what it would show with the other wishes kept.
        assert re.search(r'href="\?rayon=epicerie&sans=lait"[^>]*>[^<]*<span[^>]*>0<', page)

    def test_nothing_found_says_which_filter_to_drop(self, client, day):
        sell(day, "Miel", category="epicerie", producer=ProducerFactory(distance_km=30))
        page = look(client, day, "?rayon=epicerie&bio=1")
        assert "Rien ne répond à tout cela" in page
        ways = page[page.index("ways-out") :]
        assert re.search(
            r'href="\?rayon=epicerie#etals">Sans le filtre «.Bio.»</a> 1 produit', ways
        )
        assert "Sans le filtre «\u202fMiels" not in ways
        hopeless = look(client, day, "?km=5&bio=1")
        assert "Retirez plusieurs filtres" in hopeless

    def test_an_empty_day_invites_to_come_back(self, client, day):
        assert "Les étals se remplissent" in look(client, day)


class TestSearch:
    def test_it_forgives_accents_and_forms_and_keeps_to_the_day(self, client, day):
        sell(day, "Pâtissons")
        sell(day, "Miel")
        sell(MarketDayFactory(date=day.date + timedelta(days=7)), "Pâtisson blanc")
        call_command("update_index", verbosity=0)
        assert names(look(client, day, "?q=patisson")) == ["Pâtissons"]
        assert names(look(client, day, "?q=patisson&rayon=epicerie")) == []
        page = look(client, day, "?q=licorne")
        assert "Sans le filtre «\u202f«\u202flicorne" not in page
        assert 'value="licorne"' in page


class TestGroups:
    def test_by_stall_in_the_order_of_the_pitches(self, client, day):
        sell(day, "Miel", pitch=7, producer=ProducerFactory(name="Rucher"))
        sell(day, "Choux", pitch=2, producer=ProducerFactory(name="Ferme"))
        sell(day, "Savon", producer=ProducerFactory(name="Atelier"))
        assert heads(look(client, day)) == ["Ferme", "Rucher", "Atelier"]

    def test_by_category_each_card_names_its_stall(self, client, day):
        sell(day, "Pommes", category="fruits", pitch=1, producer=ProducerFactory(name="Verger"))
        sell(day, "Choux", pitch=2)
        page = look(client, day, "?par=rayon")
        assert heads(page) == ["Légumes", "Fruits"]
        assert re.search(r">Verger</a> · Étal 1", page)

    def test_by_moment_of_the_season(self, client, day):
        now = day.date.month
        before, after = (now - 2) % 12 + 1, now % 12 + 1
        for name, season in (
            ("Savon", []),
            ("Cerises", [after]),
            ("Choux", [before, now, after]),
            ("Kakis", [now, after]),
            ("Raisin", [before, now]),
        ):
            sell(day, name, own_season=season)
        page = look(client, day, "?par=saison")
        assert names(page) == ["Raisin", "Kakis", "Choux", "Savon", "Cerises"]
        assert heads(page) == [
            "Les derniers",
            "Les premiers",
            "En pleine saison",
            "Toute l’année",
            "Hors saison",
        ]


class TestPages:
    @pytest.fixture
    def long_day(self, day, monkeypatch):
        monkeypatch.setattr(shop_page, "OFFERS_PER_PAGE", 2)
        producer = ProducerFactory(name="Ferme", slug="ferme")
        sell(day, "Ail", pitch=1, producer=producer)
        for name in ("Blettes", "Choux"):
            sell(day, name, producer=producer)
        sell(day, "Miel", pitch=2, producer=ProducerFactory(name="Rucher", slug="rucher"))
        return day

    def test_without_a_script_the_next_ones_are_a_page(self, client, long_day):
        first = look(client, long_day, "?par=etal")
        assert names(first) == ["Ail", "Blettes"]
        assert "2 produits sur 4" in first
        assert 'href="?page=2#etals"' in first
        second = look(client, long_day, "?page=2")
        assert names(second) == ["Choux", "Miel"]
        assert "(suite)" in second
        assert "Revenir aux produits d’avant" in second
        assert "Voir la suite" not in second
        assert names(look(client, long_day, "?page=99")) == ["Choux", "Miel"]

    def test_to_htmx_it_gives_the_next_ones_alone(self, client, long_day):
        part = look(client, long_day, "?page=2", hx_request="true", hx_target="suite")
        assert names(part) == ["Choux", "Miel"]
        assert "<html" not in part
        assert part.count("autofocus") == 1
        assert 'id="etal-ferme-2"' in part

    def test_the_plan_leads_to_a_stall_of_another_page(self, client, long_day):
        page = look(client, long_day)
        assert 'href="#etal-ferme"' in page
        assert 'href="?chez=rucher#etal-rucher"' in page
        assert heads(look(client, long_day, "?chez=rucher")) == ["Rucher"]

    def test_the_list_of_prices_holds_all_of_them(self, client, long_day):
        page = look(client, long_day)
        address = f"{long_day.get_absolute_url()}liste/"
        assert address in page
        answer = client.get(address)
        printed = answer.content.decode()
        for word in ("Ferme", "Rucher", "Ail", "Choux", "Miel", "2,60"):
            assert word in printed
        assert client.get("/marche/2020-01-01/liste/").status_code == 404


class TestOneTap:
    def post(self, client, day, offer, quantity=1, **data):
        given = {"offer": offer.pk, "quantity": quantity, **data}
        answer = client.post(day.get_absolute_url(), given, headers=HTMX)
        assert answer.status_code == 200
        return unescape(re.sub(r"\s+", " ", answer.content.decode()))

    def test_the_answer_is_the_choice_and_the_basket_alone(self, client, day):
        offer = sell(day, "Choux")
        part = self.post(client, day, offer, 2)
        assert "<html" not in part
        assert part.index(f'id="choix-{offer.pk}"') < part.index('id="barre-panier"')
        assert "2\xa0bottes" in part or "2 bottes" in part
        assert re.search(r'innerHTML:#annonce">Choux.: 2.bottes dans le panier. Total.: 5,20', part)
        assert 'class="tool__count">1<' in part

    def test_it_sets_and_never_adds(self, client, day):
        offer = sell(day, "Choux")
        for _tap in range(2):
            self.post(client, day, offer, 2)
        assert BasketLine.objects.get().quantity == 2
        assert "retiré du panier" in self.post(client, day, offer, 0)
        assert not BasketLine.objects.exists()

    def test_what_is_refused_is_said_in_the_card(self, client, day):
        offer = sell(day, "Choux")
        part = self.post(client, day, offer, 13)
        assert re.search(r'role="alert">Choux.: il ne reste que 12', part)
        assert 'innerHTML:#annonce"></div>' in part

    def test_a_window_that_closed_meanwhile_is_said_too(self, client, day):
        offer = sell(day, "Choux")
        MarketDay.objects.update(
            orders_open_at=timezone.now() - timedelta(days=3), orders_close_at=timezone.now()
        )
        part = self.post(client, day, offer)
        assert "Les commandes sont closes" in part
        assert "<form" not in part

    def test_the_product_page_answers_in_the_same_way(self, client, day):
        offer = sell(day, "Choux")
        address = offer.product.get_absolute_url()
        given = {"offer": offer.pk, "quantity": 1}
        part = client.post(address, given, headers=HTMX).content.decode()
        assert f'id="choix-{offer.pk}"' in part
        assert 'id="barre-panier"' in part
        assert "<html" not in part

    def test_without_a_script_the_form_comes_back_to_its_offer(self, client, day):
        offer = sell(day, "Choux")
        page = look(client, day)
        assert f'action="#offre-{offer.pk}"' in page
        address = f"{day.get_absolute_url()}?par=rayon&page=1"
        answer = client.post(address, {"offer": offer.pk, "quantity": 1})
        assert answer.url == f"{address}#offre-{offer.pk}"


class TestWhatIsKept:
    def test_a_crate_is_drawn_again_when_a_word_of_it_changes(self, client, day):
        offer = sell(day, "Choux", producer=ProducerFactory(name="Ferme"))
        assert "2,60" in look(client, day)
        Offer.objects.update(price_cents=310)
        assert "3,10" in look(client, day)
        Product.objects.update(origin="Italie")
        assert "Italie" in look(client, day)
        Producer.objects.update(name="La Grande Ferme")
        assert "La Grande Ferme" in look(client, day, "?par=rayon")
        offer.refresh_from_db()
        assert "Reste" not in draw_facts(offer, day=day.date, names_the_stall=False)

    def test_stock_is_never_kept(self, client, day):
        sell(day, "Choux")
        assert "Reste 12" in look(client, day)
        Offer.objects.update(reserved=Decimal(10))
        assert "Plus que 2" in look(client, day)
        Offer.objects.update(reserved=Decimal(12))
        assert "Épuisé" in look(client, day)


@pytest.mark.parametrize("many", [1, 30])
@pytest.mark.parametrize(
    "wishes", ["", "?par=rayon&bio=1&sans=lait&km=30&saison=1", "?q=choux", "liste/"]
)
def test_a_day_asks_the_database_little_however_much_there_is(
    client, day, many, wishes, django_assert_max_num_queries
):
    for number in range(many):
        offer = sell(day, f"Choux {number}", pitch=number + 1)
    client.post(day.get_absolute_url(), {"offer": offer.pk, "quantity": 1})
    with django_assert_max_num_queries(12):
        client.get(day.get_absolute_url() + wishes)
    with django_assert_max_num_queries(20):  # the half of them to write one line safely
        client.post(day.get_absolute_url(), {"offer": offer.pk, "quantity": 2}, headers=HTMX)
