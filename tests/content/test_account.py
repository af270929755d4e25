"""The person's own page shows what each trade promised them, and nothing of anybody else."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from commons.people.models import Household, Person
from gardens.models import Tenancy
from market.models import Order
from tests.gardens import factories as gardens
from tests.market import factories as market
from tests.workshops import factories as workshops

pytestmark = pytest.mark.django_db

EMAIL = "amina@exemple.fr"


@pytest.fixture(autouse=True)
def _french_addresses():
    with translation.override("fr"):
        yield


@pytest.fixture
def amina():
    household = Household.objects.create(name="Diallo-Martin")
    return Person.objects.create_user(EMAIL, first_name="Amina", household=household)


def order(person=None, **line):
    """An order of four bunches for three days from now, paid at the hall."""
    offer = market.OfferFactory(**line)
    placed = market.order_of(market.basket_of((offer, 4)), Order.PaymentMethod.AT_HALL)
    if person:
        Order.objects.filter(pk=placed.pk).update(person=person)
    return placed


def account(client, person):
    client.force_login(person)
    response = client.get(reverse("people:account"))
    assert response.status_code == 200
    return response.content.decode()


def test_each_trade_shows_what_it_promised(client, amina):
    booking = workshops.book(workshops.SessionFactory(), person=amina, seats=2)
    placed = order(person=amina)
    asked = gardens.ask(gardens.GardenFactory(), person=amina)

    words = account(client, amina)

    assert booking.get_absolute_url() in words
    assert "2 places pour vous" in words
    assert f"Panier n° {placed.number}" in words
    assert "À payer au retrait" in words
    assert asked.get_absolute_url() in words
    assert "1er dans la liste" in words


def test_a_rank_counts_those_who_asked_before(client, amina):
    garden = gardens.GardenFactory()
    gardens.ask(garden, email="jo@exemple.fr")
    gardens.ask(garden, person=amina)
    assert "2e dans la liste" in account(client, amina)


def test_the_household_sees_its_plot_and_its_trial_season(client, amina):
    plot = gardens.PlotFactory(number=9, kind="shared")
    gardens.TenancyFactory(
        plot=plot, household=amina.household, starts_on=timezone.localdate(), ends_on=None
    )
    words = account(client, amina)
    assert "Parcelle 9, Jardin des Rails" in words
    assert "partagée en 2" in words
    assert "Saison d’essai" in words


def test_a_plot_left_behind_is_not_shown(client, amina):
    gardens.TenancyFactory(
        household=amina.household,
        starts_on=date(2020, 3, 1),
        ends_on=date(2021, 2, 28),
        state=Tenancy.State.CONFIRMED,
    )
    assert "Parcelle" not in account(client, amina)


def test_what_was_booked_before_there_was_an_account_is_found_by_its_address(client, amina):
    booking = workshops.book(workshops.SessionFactory(), email="Amina@Exemple.fr")
    assert booking.get_absolute_url() in account(client, amina)


def test_nothing_of_another_person_is_shown(client, amina):
    other = Person.objects.create_user("jo@exemple.fr")
    theirs = workshops.book(workshops.SessionFactory(), person=other)
    ask = gardens.ask(gardens.GardenFactory(), email="jo@exemple.fr")
    words = account(client, amina)
    assert theirs.get_absolute_url() not in words
    assert ask.get_absolute_url() not in words


def test_what_is_over_or_given_back_leaves_the_page(client, amina):
    over = workshops.SessionFactory(starts_at=timezone.now() + timedelta(minutes=5))
    workshops.book(over, person=amina)
    type(over).objects.filter(pk=over.pk).update(
        starts_at=timezone.now() - timedelta(hours=3), ends_at=timezone.now() - timedelta(hours=1)
    )
    cancelled = order(person=amina)
    Order.objects.filter(pk=cancelled.pk).update(state=Order.State.CANCELLED)
    words = account(client, amina)
    assert "Panier n°" not in words
    assert "place pour vous" not in words


def test_a_session_called_off_says_so(client, amina):
    session = workshops.SessionFactory()
    workshops.book(session, person=amina)
    type(session).objects.filter(pk=session.pk).update(state="cancelled")
    assert "Séance annulée" in account(client, amina)


def test_an_account_with_nothing_invites(client, amina):
    words = account(client, amina)
    assert words.count("promises__title") == 3
    assert "Voir les ateliers" in words
    assert "Voir le marché" in words
    assert "Voir les jardins" in words


@pytest.mark.parametrize("times", [1, 4])
def test_the_page_asks_few_questions(client, amina, django_assert_max_num_queries, times):
    for _ in range(times):
        workshops.book(workshops.SessionFactory(), person=amina)
        order(person=amina, quantity=Decimal(40))
        gardens.ask(gardens.GardenFactory(), person=amina)
        gardens.TenancyFactory(household=amina.household, starts_on=timezone.localdate())
    account(client, amina)
    with django_assert_max_num_queries(12):
        client.get(reverse("people:account"))
