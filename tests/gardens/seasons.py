"""A garden's year for tests: its charter, its season, and a household in it."""

from datetime import UTC, date, datetime
from typing import Any

import factory

from gardens.models import Charter, Enrolment, FeeTier, Season, Signature, Tenancy
from tests.gardens.factories import GardenFactory, TenancyFactory

OPENED = datetime(2026, 2, 1, 9, 0, tzinfo=UTC)


class CharterFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Charter

    garden = factory.SubFactory(GardenFactory)
    in_force_on = date(2026, 1, 1)
    text = "<p>On garde l’eau, les allées et la bonne humeur.</p>"
    text_en = "<p>We keep the water, the paths and good humour.</p>"


class SeasonFactory(factory.django.DjangoModelFactory):
    """A year from March to February, with a free fee from 5 euros and a deposit of 20."""

    class Meta:
        model = Season

    garden = factory.SubFactory(GardenFactory)
    starts_on = date(2026, 3, 1)
    ends_on = date(2027, 2, 28)
    state = Season.State.OPEN
    charter = factory.SubFactory(CharterFactory, garden=factory.SelfAttribute("..garden"))
    fee = Season.Fee.CHOICE
    floor_cents = 500
    suggested_cents = 2000
    deposit_cents = 2000
    answer_by = date(2026, 2, 20)


def tiers_of(season: Season, *cents: int) -> None:
    for amount in cents:
        FeeTier.objects.create(
            season=season,
            words_fr=f"Palier {amount}",
            words_en=f"Tier {amount}",
            amount_cents=amount,
        )


class EnrolmentFactory(factory.django.DjangoModelFactory):
    """A household that stays, and owes 20 euros and a deposit of 20."""

    class Meta:
        model = Enrolment

    season = factory.SubFactory(SeasonFactory)
    tenancy = factory.LazyAttribute(
        lambda made: TenancyFactory(
            plot__garden=made.season.garden, name="Amina Diallo", email="amina@exemple.fr"
        )
    )
    state = Enrolment.State.STAYS
    asked_at = OPENED
    answered_at = OPENED
    fee_cents = 2000
    deposit_cents = 2000
    fee_state = Enrolment.Fee.DUE


def asked_to_stay(season: Season, **given: Any) -> Enrolment:
    """A household that has not answered yet."""
    return EnrolmentFactory(
        season=season,
        state=Enrolment.State.ASKED,
        answered_at=None,
        fee_cents=0,
        deposit_cents=0,
        fee_state=Enrolment.Fee.NONE,
        **given,
    )


def sign(tenancy: Tenancy) -> Signature:
    """A name under a charter of the tenancy's garden."""
    charter = CharterFactory(garden=tenancy.plot.garden, in_force_on=date(2025, 1, 1))
    return Signature.objects.create(
        charter=charter, tenancy=tenancy, name="Amina Diallo", signed_at=OPENED
    )
