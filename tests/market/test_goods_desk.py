"""The desk's list of products says what each lacks; its forms refuse what must not be sold."""

import pytest
from django.urls import reverse

from commons.cms.pictures import Picture
from content.roles import MARKET_COORDINATORS, TREASURERS
from market.models import Collective, Offer, Product
from tests.content.desk import person_in
from tests.market.factories import MarketDayFactory, OfferFactory, ProductFactory

pytestmark = pytest.mark.usefixtures("site_pages")
DESK = "/gestion/snippets/market"


@pytest.fixture
def coordinator(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(person_in(MARKET_COORDINATORS))
    return client


def names(page):
    return {product.name_fr for product in page.context["object_list"]}


def test_the_list_says_what_is_missing_and_keeps_it_apart(coordinator):
    ready = ProductFactory()
    wanting = ProductFactory(allergen_codes=[], origin="")
    page = coordinator.get(f"{DESK}/product/")
    assert "le pays d’origine, les allergènes" in page.content.decode()
    assert names(coordinator.get(f"{DESK}/product/?lacks=some")) == {wanting.name_fr}
    assert names(coordinator.get(f"{DESK}/product/?lacks=none")) == {ready.name_fr}


def test_the_form_of_a_product_says_it_at_the_top(coordinator):
    wanting, ready = ProductFactory(allergen_codes=[]), ProductFactory()
    says = "Pas encore en vente possible"
    assert says in coordinator.get(f"{DESK}/product/edit/{wanting.pk}/").content.decode()
    assert says not in coordinator.get(f"{DESK}/product/edit/{ready.pk}/").content.decode()


def test_a_product_that_lacks_a_fact_gets_no_offer(coordinator):
    product = ProductFactory(allergen_codes=[])
    form = {
        "market_day": MarketDayFactory().pk,
        "product": product.pk,
        "price_cents": 320,
        "quantity": "8",
        "on_sale": "on",
    }
    answer = coordinator.post(f"{DESK}/offer/add/", form)
    assert "les allergènes" in str(answer.context["form"].errors["product"])
    assert not Offer.objects.exists()
    assert coordinator.post(f"{DESK}/offer/add/", form | {"on_sale": ""}).status_code == 302
    assert not Offer.objects.get().on_sale


def posted(product, **given):
    form = {
        name: getattr(product, name)
        for name in ("name_fr", "category", "unit", "step", "origin", "pack_size", "pack_unit")
    }
    return (
        form
        | {
            "producer": product.producer_id,
            "vat_rate": "5.50",
            "allergen_codes": ["aucun"],
            "perishable": "on",
        }
        | given
    )


def test_a_product_on_sale_loses_no_fact(coordinator):
    product = OfferFactory().product
    url = f"{DESK}/product/edit/{product.pk}/"
    answer = coordinator.post(url, posted(product, origin=""))
    assert "le pays d’origine" in answer.content.decode()
    product.refresh_from_db()
    assert product.origin == "France"
    assert coordinator.post(url, posted(product, origin_place="Drôme")).status_code == 302
    product.refresh_from_db()
    assert product.whence == "France, Drôme"


def test_taking_back_the_word_on_alcohol_closes_what_is_on_sale(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(person_in(TREASURERS))
    hall = Collective.load()
    hall.allows_alcohol = True
    hall.save()
    cider, leeks = OfferFactory(product__alcohol=True), OfferFactory()
    address = reverse("wagtailsettings:edit", args=["market", "collective", hall.pk])
    form = {"vat_regime": "liable", "email": "bonjour@exemple.fr"}
    client.post(address, form | {"allows_alcohol": "on"})
    assert Offer.objects.filter(on_sale=True).count() == 2
    client.post(address, form)
    assert set(Offer.objects.filter(on_sale=True)) == {leeks}
    assert not Offer.objects.get(pk=cider.pk).on_sale


def test_the_page_of_a_product_says_how_it_is_weighed_kept_and_returned(client):
    tomme = ProductFactory(
        unit="kg", pack_size=None, pack_unit="", weighed=True, storage_fr="Au frais, 4 °C au plus",
        origin_place="Ardèche", allergen_codes=["lait"],
    )  # fmt: skip
    cider = ProductFactory(alcohol=True, perishable=False)
    said = client.get(tomme.get_absolute_url()).content.decode()
    for words in (
        "le prix suit le poids réel",
        "4 °C au plus",
        "France, Ardèche",
        "ne peut pas le",
    ):
        assert words in said
    said = client.get(cider.get_absolute_url()).content.decode()
    for words in ("avec modération", "quatorze jours"):
        assert words in said


def test_aucun_is_ticked_alone(coordinator):
    product = ProductFactory()
    answer = coordinator.post(
        f"{DESK}/product/edit/{product.pk}/", posted(product, allergen_codes=["aucun", "lait"])
    )
    assert "se coche seul" in answer.content.decode()
    assert Product.objects.get(pk=product.pk).allergen_codes == ["aucun"]


def test_the_number_of_questions_does_not_grow(coordinator, django_assert_max_num_queries):
    for _row in range(3):
        ProductFactory()
    coordinator.get(f"{DESK}/product/")
    with django_assert_max_num_queries(12):
        coordinator.get(f"{DESK}/product/")
    for _row in range(15):
        ProductFactory(alcohol=True, allergen_codes=[])
    with django_assert_max_num_queries(12):
        coordinator.get(f"{DESK}/product/")


def test_a_photo_stands_in_for_the_pictogram(client, django_assert_max_num_queries, picture_file):
    day = MarketDayFactory()
    for rank in range(4):
        picture = Picture.objects.create(
            title=f"p{rank}", description="Des carottes.", file=picture_file(rank)
        )
        OfferFactory(market_day=day, product__picture=picture)
    address = day.get_absolute_url()
    said = client.get(address).content.decode()
    assert said.count('class="photo"') == 4
    with django_assert_max_num_queries(12):
        client.get(address)


@pytest.fixture
def picture_file():
    from io import BytesIO

    from django.core.files.base import ContentFile
    from PIL import Image

    def make(rank):
        file = BytesIO()
        Image.new("RGB", (640, 400), (200, 20 * rank, 40)).save(file, "PNG")
        return ContentFile(file.getvalue(), name=f"p{rank}.png")

    return make
