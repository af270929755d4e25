"""How long the pages of garden logs take after ten years of 200 plots."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from commons.plants.models import Plant
from gardens.models import Garden, Growing, Harvest, Plot, Tenancy
from gardens.rules.growing import Way
from tests.gardens.factories import GardenFactory, HouseholdFactory, PlotFactory
from tests.load.test_search_time import P95_AT_MOST_MS, p95_of

pytestmark = [pytest.mark.load, pytest.mark.django_db]

PLOTS, YEARS, LINES_A_YEAR = 200, 10, 30


@pytest.fixture
def old_gardens():
    call_command("load_plants", verbosity=0)
    garden = GardenFactory()
    today = timezone.localdate()
    plots = Plot.objects.bulk_create(
        PlotFactory.build(garden=garden, number=number + 1) for number in range(PLOTS)
    )
    tenancies = Tenancy.objects.bulk_create(
        Tenancy(plot=plot, household=HouseholdFactory(), starts_on=today - timedelta(days=3700))
        for plot in plots
    )
    plants = list(Plant.objects.exclude(family=""))
    for model, more in ((Growing, {"way": Way.OPEN, "bed": "Rang"}), (Harvest, {"grams": 900})):
        model.objects.bulk_create(
            (
                model(
                    plot_id=tenancy.plot_id,
                    part=1,
                    tenancy=tenancy,
                    plant=plants[line % len(plants)],
                    on=today - timedelta(days=line * 12),
                    form_key=uuid4(),
                    **more,
                )
                for tenancy in tenancies
                for line in range(YEARS * LINES_A_YEAR)
            ),
            batch_size=5000,
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return garden


def test_ninety_five_pages_of_a_hundred_come_in_time(client, old_gardens: Garden):
    tenancy = Tenancy.objects.filter(plot__garden=old_gardens)[PLOTS // 2]
    line = Growing.objects.filter(tenancy=tenancy).first()
    addresses = (
        tenancy.get_absolute_url(),
        reverse("gardens:note", args=[tenancy.token, "seme"]),
        reverse("gardens:log", args=[tenancy.token]),
        reverse("gardens:log_line", args=[tenancy.token, "culture", line.pk]),
        reverse("gardens:this_month", args=[old_gardens.slug]),
    )
    took = {address: p95_of(client, address) for address in addresses}
    assert max(took.values()) < P95_AT_MOST_MS, took
