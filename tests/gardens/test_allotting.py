"""The committee's screen: what is free, whom the rules propose, and why others are passed by."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from content.roles import FRONT_DESK, GARDEN_COORDINATORS
from gardens.models import Criterion, PlotOffer
from tests.content.desk import person_in
from tests.gardens.factories import GardenFactory, PlotFactory, TenancyFactory, ask

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12 + 9  # ours, and those of Wagtail's own menu and session


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def committee(client):
    client.force_login(person_in(GARDEN_COORDINATORS))
    return client


def screen(garden):
    return f"{reverse('gardens_desk:allotting')}?garden={garden.pk}"


def plain(response):
    return response.content.decode().replace("\u202f", " ")


def test_the_screen_proposes_and_says_why_others_are_passed(committee):
    garden = GardenFactory()
    PlotFactory(garden=garden)
    TenancyFactory(plot=PlotFactory(garden=garden))
    ask(garden, name="Bo", wish="share", now=timezone.now() - timedelta(days=3))
    ask(garden, email="amina2@exemple.fr", name="Amina")
    page = plain(committee.get(screen(garden)))
    assert "<strong>Amina</strong>" in page
    assert "Bo : souhaite partager une parcelle" in page


def test_a_plot_is_offered_from_the_screen_and_taken_back(committee):
    plot = PlotFactory()
    asked = ask(plot.garden)
    url = reverse("gardens_desk:offer", args=[plot.pk])
    assert committee.get(url).status_code == 200
    said = {"request": asked.pk, "starts_on": "2027-03-01", "reason": ""}
    assert committee.post(url, said).url == screen(plot.garden)
    offer = PlotOffer.objects.get()
    assert offer.decided_by is not None
    again = committee.post(url, said)
    assert again.status_code == 422
    assert "a déjà une proposition" in plain(again)
    revoke = reverse("gardens_desk:revoke", args=[offer.pk])
    committee.post(revoke, {"reason": "Dégât des eaux"})
    offer.refresh_from_db()
    assert offer.state == PlotOffer.State.REVOKED
    assert "Dégât des eaux" in plain(committee.get(screen(plot.garden)))


def test_another_than_the_first_needs_its_reason(committee):
    plot = PlotFactory()
    ask(plot.garden, now=timezone.now() - timedelta(days=3))
    second = ask(plot.garden, email="bo@exemple.fr")
    url = reverse("gardens_desk:offer", args=[plot.pk])
    said = {"request": second.pk, "starts_on": "2027-03-01", "reason": ""}
    answer = committee.post(url, said)
    assert answer.status_code == 422
    assert "Dites pourquoi" in plain(answer)
    committee.post(url, said | {"reason": "Sa voisine l’attend pour partager"})
    assert PlotOffer.objects.get().rank == 2


def test_criteria_change_with_a_reason(committee):
    garden = GardenFactory()
    url = reverse("gardens_desk:criteria", args=[garden.pk])
    assert committee.post(url, {"no-outdoors": 90, "reason": ""}).status_code == 422
    committee.post(url, {"no-outdoors": 90, "shares": 0, "reason": "Assemblée de mars"})
    assert list(Criterion.objects.values_list("kind", "days")) == [("no-outdoors", 90)]
    assert "90 jours d’avance" in plain(committee.get(screen(garden)))


def test_only_the_committee_opens_it(client):
    client.force_login(person_in(FRONT_DESK))
    assert client.get(reverse("gardens_desk:allotting")).url == reverse("wagtailadmin_home")


@pytest.mark.parametrize("many", [2, 25])
def test_the_screen_asks_as_few_questions_with_many_as_with_few(
    committee, django_assert_max_num_queries, many
):
    garden = GardenFactory()
    for number in range(many):
        PlotFactory(garden=garden, number=number + 1)
        ask(garden, email=f"{number}@exemple.fr")
    committee.get(screen(garden))
    with django_assert_max_num_queries(MOST_QUERIES):
        committee.get(screen(garden))
