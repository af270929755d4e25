"""Bare numbers become pitches, and back: no stall changes its place, no product loses its address."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BARE = [("market", "0001_market_days_offers_orders")]


@pytest.fixture
def walk(transactional_db):
    """Goes to a point of the past; comes back to the present at the end."""

    def go(target):
        executor = MigrationExecutor(connection)
        executor.migrate(target)
        return executor.loader.project_state(target).apps

    now = [
        key for key in MigrationExecutor(connection).loader.graph.leaf_nodes() if key[0] == "market"
    ]
    yield go, now
    go(now)


def a_day(apps, place, date):
    hours = {
        "orders_open_at": f"{date}T06:00Z", "orders_close_at": f"{date}T07:00Z",
        "opens_at": f"{date}T08:00Z", "closes_at": f"{date}T12:00Z",
    }  # fmt: skip
    return apps.get_model("market", "MarketDay").objects.create(date=date, place=place, **hours)


def test_stalls_keep_their_number_and_products_get_an_address(walk):
    go, now = walk
    apps = go(BARE)
    place, other = (
        apps.get_model("places", "Place").objects.create(name=name) for name in ("Halle", "Quai")
    )
    farms = [
        apps.get_model("market", "Producer").objects.create(
            name=name, slug=name.lower(), town="Ici", distance_km=3
        )
        for name in ("Buis", "Lin")
    ]
    first, second = a_day(apps, place, "2026-03-07"), a_day(apps, place, "2026-03-14")
    elsewhere = a_day(apps, other, "2026-03-21")
    stalls = apps.get_model("market", "Stall").objects
    products = apps.get_model("market", "Product").objects
    wanted = [
        (first, farms[0], 7),
        (first, farms[1], 2),
        (second, farms[0], 2),
        (elsewhere, farms[1], 7),
    ]
    for day, farm, number in wanted:
        stalls.create(market_day=day, producer=farm, pitch=number)
    for farm in farms:
        products.create(producer=farm, name_fr="Œufs", category="oeufs", unit="piece")

    apps = go(now)

    stalls = apps.get_model("market", "Stall").objects.select_related("pitch").order_by("pk")
    assert [stall.pitch.number for stall in stalls] == [7, 2, 2, 7]
    assert apps.get_model("market", "Pitch").objects.count() == 3
    products = apps.get_model("market", "Product").objects.order_by("pk")
    assert [product.slug for product in products] == ["oeufs", "oeufs-lin"]

    apps = go(BARE)

    stalls = apps.get_model("market", "Stall").objects.order_by("pk")
    assert [stall.pitch for stall in stalls] == [7, 2, 2, 7]
    for name in ("Stall", "Product", "MarketDay", "Producer"):
        apps.get_model("market", name).objects.all().delete()
    apps.get_model("places", "Place").objects.all().delete()
