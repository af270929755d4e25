from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from commons.people.models import Person
from gardens.models import PlotRequest
from tests.gardens.factories import (
    FeatureFactory,
    GardenFactory,
    PlotFactory,
    TenancyFactory,
    ask,
)
from tests.gardens.growing_factories import SurplusFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(Person.objects.create_superuser("zoe@exemple.fr"))
    return client


@pytest.mark.parametrize("name", ["garden", "plot", "feature", "tenancy", "plotrequest", "surplus"])
def test_every_screen_opens(desk, name):
    plot = TenancyFactory(plot=PlotFactory()).plot
    FeatureFactory(garden=plot.garden)
    ask(plot.garden)
    SurplusFactory(tenancy=plot.tenancies.get())

    response = desk.get(reverse(f"wagtailsnippets_gardens_{name}:list"))

    assert response.status_code == 200


@pytest.mark.parametrize("rows", [1, 30])
def test_the_hall_reads_every_surplus_in_few_questions(desk, django_assert_max_num_queries, rows):
    tenancy = TenancyFactory(household__name="Foyer Diallo")
    SurplusFactory.create_batch(rows, tenancy=tenancy)

    with django_assert_max_num_queries(12):
        response = desk.get(reverse("wagtailsnippets_gardens_surplus:list"))

    assert response.status_code == 200
    assert "Radis" in response.content.decode()
    assert "Diallo" not in response.content.decode()


def test_the_waiting_list_shows_ranks_and_leaves_them_alone(desk):
    garden = GardenFactory()
    now = timezone.now()
    second = ask(garden, now=now)
    first = ask(garden, email="bo@exemple.fr", name="Bo", now=now - timedelta(days=3))

    response = desk.get(reverse("wagtailsnippets_gardens_plotrequest:list"))

    ranked = [(asked.rank, asked.pk) for asked in response.context["object_list"]]
    assert ranked == [(1, first.pk), (2, second.pk)]
    edit = reverse("wagtailsnippets_gardens_plotrequest:edit", args=[first.pk])
    assert desk.post(edit, {"name": "Ana"}).status_code in (302, 403)
    assert PlotRequest.objects.get(pk=first.pk).name == "Bo"


def test_the_ranks_do_not_follow_a_filter_of_the_screen(desk):
    garden = GardenFactory()
    ask(garden, wish="alone")
    last = ask(garden, email="bo@exemple.fr", wish="share")

    response = desk.get(reverse("wagtailsnippets_gardens_plotrequest:list"), {"wish": "share"})

    assert [(asked.rank, asked.pk) for asked in response.context["object_list"]] == [(2, last.pk)]


def test_a_taken_part_is_refused_with_a_sentence(desk):
    standing = TenancyFactory()

    response = desk.post(
        reverse("wagtailsnippets_gardens_tenancy:add"),
        {
            "plot": standing.plot_id,
            "part": 1,
            "household": TenancyFactory().household_id,
            "starts_on": "2026-09-01",
            "ends_on": "",
            "state": "trial",
        },
    )

    assert response.status_code == 200
    assert "Cette part est déjà attribuée à ces dates." in response.content.decode()
