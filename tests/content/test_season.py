"""The season page: a month at the market and in the gardens."""

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.test.utils import WagtailPageTestCase

from commons.plants.models import Plant
from content import season
from content.models import HomePage, SeasonPage
from tests.market.factories import MarketDayFactory, OfferFactory, ProductFactory, StallFactory

QUERIES_AT_MOST = 12


class PageTree(WagtailPageTestCase):
    def test_it_stands_under_home_and_holds_nothing(self):
        self.assertAllowedParentPageTypes(SeasonPage, {HomePage})
        self.assertAllowedSubpageTypes(SeasonPage, {})


@pytest.fixture
def plants(site_pages):
    call_command("load_plants", verbosity=0)


def page_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("text", "month"),
    [("11", 11), ("1", 1), ("0", 0), ("13", 0), ("", 0), ("mai", 0), ("9" * 5000, 0), ("²", 0)],
)
def test_the_month_of_an_address(text, month):
    assert season.month_of(text) == month


@pytest.mark.parametrize(
    ("path", "title"), [("/saison/", "De saison"), ("/en/saison/", "In season")]
)
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_page(client, plants, path, title, month):
    words = page_of(client, f"{path}?mois={month}")
    assert title in words
    assert f'<a href="?mois={month}" aria-current="page"' in words


def test_the_months_around_the_new_year_follow(plants):
    december = season.read({"mois": "12"}, now=timezone.now())
    assert (december.before.number, december.after.number) == (11, 1)
    january = season.read({"mois": "1"}, now=timezone.now())
    assert (january.before.number, january.after.number) == (12, 2)


def test_a_crate_of_the_next_market_day_gives_its_stall_and_its_price(client, plants):
    day = MarketDayFactory()
    leek = Plant.objects.get(slug="poireau")
    leek.season = list(range(1, 13))
    leek.save()
    product = ProductFactory(plant=leek)
    StallFactory(market_day=day, producer=product.producer, pitch__number=7)
    offer = OfferFactory(market_day=day, product=product, price_cents=340)

    words = page_of(client, f"/saison/?mois={day.date.month}")

    assert offer.get_absolute_url() in words
    assert "3,40" in words
    assert "Étal 7" in words
    other = day.date.month % 12 + 1
    assert f"#offre-{offer.pk}" not in page_of(client, f"/saison/?mois={other}")


def test_what_is_sold_out_is_only_in_season(plants):
    day = MarketDayFactory()
    leek = Plant.objects.get(slug="poireau")
    Plant.objects.filter(pk=leek.pk).update(season=list(range(1, 13)))
    OfferFactory(market_day=day, product=ProductFactory(plant=leek), quantity=0)

    month = season.read({"mois": str(day.date.month)}, now=timezone.now())

    assert leek in month.also
    assert not month.on_stalls


def test_what_ends_and_what_comes_is_told_once(plants):
    for number in range(1, 13):
        month = season.read({"mois": str(number)}, now=timezone.now())
        assert set(month.ending) <= {*month.also, *(crate.plant for crate in month.on_stalls)}
        assert not set(month.coming) & set(month.also)
        assert all(work.plants for work in month.works)


@pytest.mark.parametrize("offers", [2, 20])
def test_it_asks_few_questions_however_full_the_stalls(
    client, plants, django_assert_max_num_queries, offers
):
    day = MarketDayFactory()
    for plant in Plant.objects.all()[:offers]:
        OfferFactory(market_day=day, product=ProductFactory(plant=plant))
    client.get("/saison/")
    with django_assert_max_num_queries(QUERIES_AT_MOST):
        client.get("/saison/")


def test_home_leads_to_it(client, plants):
    assert 'href="/saison/"' in page_of(client, "/")
