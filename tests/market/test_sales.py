"""Sales as files: whose name is where, what a spreadsheet must not run, and sums to the cent."""

import csv
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from commons.sheets.writing import BOM
from market.desk import exports
from market.models import Order
from tests.content.desk import person_in
from tests.market.factories import OfferFactory, ProductFactory, basket_of, order_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def order():
    offer = OfferFactory(product__name_fr="=1+1", product__vat_rate=Decimal("5.5"))
    other = OfferFactory(
        market_day=offer.market_day,
        price_cents=333,
        product=ProductFactory(producer=offer.product.producer, vat_rate=Decimal(20)),
    )
    return order_of(basket_of((offer, 2), (other, 3)), Order.PaymentMethod.AT_HALL)


def signed_in(client, role):
    client.force_login(person_in(role))
    return client


def file(client, name, kind="csv", **asked):
    return client.get(reverse("market_desk:download", args=[name, kind]), asked)


def rows(answer):
    text = answer.getvalue().decode().removeprefix(BOM)
    return list(csv.reader(StringIO(text), delimiter=";"))


def test_lines_name_nobody(client, order):
    titles, *lines = rows(file(signed_in(client, "Marché"), "lignes"))
    assert [line[titles.index("Quantité")] for line in lines] == ["2", "3"]
    assert [line[titles.index("Total (€)")] for line in lines] == ["5,20", "9,99"]
    assert all(order.number in line for line in lines)
    assert not any(order.name in line or order.email in line for line in lines)


def test_what_a_spreadsheet_would_run_is_text(client, order):
    Order.objects.update(name="+33 cmd")
    assert any("'=1+1" in line for line in rows(file(signed_in(client, "Marché"), "lignes")))
    assert rows(file(client, "commandes"))[1][3] == "'+33 cmd"


def test_vat_is_the_sum_of_its_lines(client, order):
    _titles, *lines = rows(file(signed_in(client, "Trésorerie"), "tva"))
    assert [line[2:] for line in lines] == [
        ["5,5", "5,20", "0,27", "1"],
        ["20", "9,99", "1,67", "1"],
    ]


def test_vat_leaves_out_what_does_not_stand(client, order):
    Order.objects.update(state=Order.State.CANCELLED)
    assert len(rows(file(signed_in(client, "Trésorerie"), "tva"))) == 1


@pytest.mark.parametrize(
    ("role", "name", "opens"),
    [
        ("Marché", "commandes", True),
        ("Marché", "lignes", True),
        ("Trésorerie", "commandes", False),
        ("Trésorerie", "lignes", True),
        ("Accueil", "lignes", False),
        ("Production", "tva", False),
    ],
)
def test_who_may_download_what(client, order, role, name, opens):
    answer = file(signed_in(client, role), name)
    assert (answer.status_code == 200) is opens


def test_a_day_or_a_period_narrows_them(client, order):
    signed_in(client, "Marché")
    day = order.market_day
    other = OfferFactory()
    order_of(basket_of((other, 1)), Order.PaymentMethod.AT_HALL)
    assert len(rows(file(client, "commandes"))) == 3
    assert rows(file(client, "commandes", market_day=day.pk))[1][0] == order.number
    first = last = day.date.isoformat()
    assert len(rows(file(client, "commandes", first=first, last=last))) == 2


def test_a_workbook_holds_the_same(client, order):
    answer = file(signed_in(client, "Marché"), "commandes", "xlsx")
    lines = list(load_workbook(BytesIO(answer.content)).active.values)
    assert lines[1][0] == order.number


def test_a_workbook_too_long_is_not_made(client, order, monkeypatch):
    monkeypatch.setattr(exports, "MOST_IN_A_WORKBOOK", 1)
    answer = file(signed_in(client, "Marché"), "lignes", "xlsx")
    assert answer.status_code == 302
    assert "Trop de lignes" in client.get(answer.url).content.decode()


def test_dates_that_nobody_can_read_come_back_with_the_form(client, order):
    answer = file(signed_in(client, "Marché"), "lignes", first="hier")
    assert "ne se lisent pas" in client.get(answer.url).content.decode()


def test_a_file_that_does_not_exist(client, order):
    assert file(signed_in(client, "Marché"), "recettes").status_code == 404
