"""Somebody of « Production » keeps the goods of their own producers, whichever screen they try."""

import pytest
from django.urls import reverse

from content.roles import PRODUCERS
from market.models import Offer, Product
from tests.content.desk import person_in
from tests.market.factories import OfferFactory

pytestmark = pytest.mark.usefixtures("site_pages")


@pytest.fixture
def farmer(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    person = person_in(PRODUCERS)
    client.force_login(person)
    return person


@pytest.fixture
def mine(farmer):
    offer = OfferFactory()
    offer.product.producer.people.add(farmer)
    return offer


@pytest.fixture
def anothers():
    return OfferFactory()


def url(row, view, *args):
    return reverse(row.snippet_viewset.get_url_name(view), args=args)


def refused(answer):
    return answer.status_code == 302 and answer.url == reverse("wagtailadmin_home")


def test_lists_hold_their_own_goods_only(client, mine, anothers):
    for mine_, other in ((mine, anothers), (mine.product, anothers.product)):
        for view in ("list", "list_results"):
            page = client.get(url(mine_, view))
            said = page.content.decode()
            assert mine.product.name_fr in said
            assert anothers.product.name_fr not in said
            assert f"/{other.pk}/" not in said or other.pk == mine_.pk


@pytest.mark.parametrize("view", ["edit", "delete", "usage", "history", "copy"])
def test_anothers_rows_open_nowhere(client, mine, anothers, view):
    for mine_, other in ((mine, anothers), (mine.product, anothers.product)):
        if view == "copy" and isinstance(other, Offer):
            continue
        assert refused(client.get(url(other, view, other.pk))), other
        if view != "delete":
            assert client.get(url(mine_, view, mine_.pk)).status_code == 200


def test_choosers_offer_their_own_goods_only(client, mine, anothers):
    chooser = Product.snippet_viewset.chooser_viewset
    for view in ("choose", "choose_results"):
        said = client.get(reverse(chooser.get_url_name(view))).content.decode()
        assert mine.product.name_fr in said
        assert anothers.product.name_fr not in said
    chosen = chooser.get_url_name("chosen")
    assert client.get(reverse(chosen, args=[mine.product.pk])).status_code == 200
    assert client.get(reverse(chosen, args=[anothers.product.pk])).status_code == 404


def test_a_search_finds_their_own_goods_only(client, mine, anothers):
    said = client.get(url(mine.product, "list"), {"q": "Poireaux"}).content.decode()
    assert mine.product.name_fr in said
    assert anothers.product.name_fr not in said


def test_a_selection_cannot_delete_anothers_goods(client, mine, anothers):
    client.post(f"/gestion/bulk/market/product/delete/?id={anothers.product.pk}")
    assert Product.objects.filter(pk=anothers.product.pk).exists()


def test_goods_are_not_put_under_anothers_name(client, mine, anothers):
    form = {
        "market_day": anothers.market_day_id,
        "product": anothers.product_id,
        "price_cents": 100,
        "quantity": "1",
    }
    before = Offer.objects.count()
    answer = client.post(url(mine, "add"), {**form, "market_day": mine.market_day_id})
    assert "product" in answer.context["form"].errors
    assert Offer.objects.count() == before
