"""A season opens, households answer, it closes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from commons.notices.models import Message
from gardens import actions, queries
from gardens.models import Enrolment, LogLine, PlotOffer, Season, Tenancy
from gardens.refusals import (
    CharterDraftError,
    PlaceGoneError,
    PromiseStandsError,
    ReasonMissingError,
    SeasonClosedError,
    SeasonsOverlapError,
    TooSoonError,
)
from gardens.rules.seasons import last_day_of_leaver
from gardens.terms import Terms, Tier
from tests.gardens.factories import GardenFactory, PlotFactory, TenancyFactory, ask
from tests.gardens.seasons import (
    CharterFactory,
    EnrolmentFactory,
    SeasonFactory,
    asked_to_stay,
)

pytestmark = pytest.mark.django_db

FEBRUARY = datetime(2027, 1, 20, 10, 0, tzinfo=UTC)
TERMS = Terms(
    starts_on=date(2027, 3, 1),
    ends_on=date(2028, 2, 29),
    answer_by=date(2027, 2, 15),
    fee=Season.Fee.CHOICE,
    floor_cents=500,
    suggested_cents=2000,
)


def settled(garden=None, **given):
    """Three households: one that goes on, one that ends before, one that was cancelled."""
    garden = garden or GardenFactory()
    plots = [PlotFactory(garden=garden) for _n in range(3)]
    stays = TenancyFactory(plot=plots[0], email="amina@exemple.fr", name="Amina", **given)
    TenancyFactory(plot=plots[1], email="bo@exemple.fr", ends_on=date(2027, 2, 1))
    TenancyFactory(plot=plots[2], email="cy@exemple.fr", state=Tenancy.State.CANCELLED)
    return stays


def test_opening_asks_whoever_holds_a_plot_on_its_first_day_and_once():
    tenancy = settled()
    garden = tenancy.plot.garden

    season = actions.open_season(garden_id=garden.pk, terms=TERMS, by=None, now=FEBRUARY)
    again = actions.open_season(garden_id=garden.pk, terms=TERMS, by=None, now=FEBRUARY)

    assert again == season
    assert [enrolment.tenancy for enrolment in season.enrolments.all()] == [tenancy]
    due = Message.objects.order_by("due_at").values_list("to", "kind", "due_at__date")
    assert list(due) == [
        ("amina@exemple.fr", "gardens.stay-asked", timezone.localdate()),
        ("amina@exemple.fr", "gardens.stay-reminder", date(2027, 2, 1)),
        ("amina@exemple.fr", "gardens.stay-reminder", date(2027, 2, 12)),
    ]
    assert LogLine.objects.filter(kind=LogLine.Kind.SEASON).count() == 1


def test_a_season_brings_its_tiers_and_takes_up_what_was_prepared():
    garden = GardenFactory()
    prepared = SeasonFactory(
        garden=garden, starts_on=TERMS.starts_on, ends_on=TERMS.ends_on, state="prepared"
    )
    tiers = (Tier(words_fr="Petit", words_en="Small", amount_cents=500),)
    terms = Terms(**(vars(TERMS) | {"fee": "tiers", "tiers": tiers}))
    season = actions.open_season(garden_id=garden.pk, terms=terms, by=None, now=FEBRUARY)
    assert season == prepared
    assert [tier.amount_cents for tier in season.tiers.all()] == [500]


def test_two_seasons_of_a_garden_never_run_at_once():
    season = SeasonFactory()
    terms = Terms(**(vars(TERMS) | {"starts_on": date(2027, 2, 20)}))
    with pytest.raises(SeasonsOverlapError):
        actions.open_season(garden_id=season.garden_id, terms=terms, by=None, now=FEBRUARY)


@pytest.mark.parametrize("in_force_on", [None, date(2027, 4, 1)])
def test_a_season_leans_on_no_draft(in_force_on):
    charter = CharterFactory(in_force_on=in_force_on)
    terms = Terms(**(vars(TERMS) | {"charter": charter}))
    with pytest.raises(CharterDraftError):
        actions.open_season(garden_id=charter.garden_id, terms=terms, by=None, now=FEBRUARY)


def test_staying_signs_owes_and_drops_the_reminders():
    tenancy = settled()
    charter = CharterFactory(garden=tenancy.plot.garden)
    terms = Terms(**(vars(TERMS) | {"charter": charter, "deposit_cents": 3000}))
    season = actions.open_season(
        garden_id=tenancy.plot.garden_id, terms=terms, by=None, now=FEBRUARY
    )
    enrolment = season.enrolments.get()

    for _time in range(2):
        enrolment = actions.stay(
            enrolment_id=enrolment.pk, signed_by="Amina", chosen_cents=1000, now=FEBRUARY
        )

    assert (enrolment.state, enrolment.due_cents) == (Enrolment.State.STAYS, 4000)
    assert tenancy.signatures.get().name == "Amina"
    left = Message.objects.filter(state=Message.State.DUE).values_list("kind", flat=True)
    assert list(left) == ["gardens.stays"]


def test_a_deposit_is_asked_once_for_all_seasons():
    known = EnrolmentFactory(fee_state=Enrolment.Fee.PAID, paid_at=FEBRUARY)
    terms = Terms(**(vars(TERMS) | {"deposit_cents": 3000}))
    season = actions.open_season(
        garden_id=known.season.garden_id, terms=terms, by=None, now=FEBRUARY
    )
    said = actions.stay(enrolment_id=season.enrolments.get().pk, chosen_cents=700, now=FEBRUARY)
    assert (said.fee_cents, said.deposit_cents) == (700, 0)


def test_what_is_paid_is_not_chosen_again():
    paid = EnrolmentFactory(fee_state=Enrolment.Fee.PAID, paid_at=FEBRUARY)
    before = datetime(2026, 2, 10, tzinfo=UTC)
    said = actions.stay(enrolment_id=paid.pk, chosen_cents=900, now=before)
    assert (said.fee_state, said.fee_cents) == (Enrolment.Fee.PAID, 2000)


def test_leaving_gives_the_plot_back_on_the_eve_and_a_partner_keeps_its_part():
    plot = PlotFactory(kind="shared")
    partner = TenancyFactory(plot=plot, part=2)
    season = SeasonFactory(garden=plot.garden)
    leaver = asked_to_stay(
        season,
        tenancy=TenancyFactory(plot=plot, email="amina@exemple.fr", starts_on=date(2025, 3, 1)),
    )

    actions.leave(enrolment_id=leaver.pk, now=datetime(2026, 2, 10, tzinfo=UTC))

    leaver.refresh_from_db()
    partner.refresh_from_db()
    assert (leaver.state, leaver.tenancy.ends_on) == ("leaves", date(2026, 2, 28))
    assert partner.ends_on is None
    assert Message.objects.get().kind == "gardens.leaves"


def test_leaving_owes_nothing_any_more():
    enrolment = EnrolmentFactory()
    actions.leave(enrolment_id=enrolment.pk, now=datetime(2026, 2, 10, tzinfo=UTC))
    enrolment.refresh_from_db()
    assert (enrolment.due_cents, enrolment.fee_state) == (0, Enrolment.Fee.NONE)


def test_who_changes_their_mind_comes_back_while_the_plot_is_nobody_s():
    tenancy = TenancyFactory(starts_on=date(2025, 3, 1))
    season = SeasonFactory(garden=tenancy.plot.garden, charter=None, fee="none", deposit_cents=0)
    enrolment = asked_to_stay(season, tenancy=tenancy)
    before = datetime(2026, 2, 10, tzinfo=UTC)
    actions.leave(enrolment_id=enrolment.pk, now=before)
    actions.stay(enrolment_id=enrolment.pk, now=before)
    tenancy.refresh_from_db()
    assert tenancy.ends_on is None

    actions.leave(enrolment_id=enrolment.pk, now=before)
    PlotOffer.objects.create(
        request=ask(season.garden),
        plot=tenancy.plot,
        starts_on=date(2026, 3, 1),
        offered_at=before,
        expires_at=before + timedelta(days=10),
        rank=1,
    )
    with pytest.raises(PlaceGoneError):
        actions.stay(enrolment_id=enrolment.pk, now=before)


def test_a_closed_season_takes_no_answer():
    enrolment = asked_to_stay(SeasonFactory(state=Season.State.CLOSED))
    with pytest.raises(SeasonClosedError):
        actions.leave(enrolment_id=enrolment.pk, now=FEBRUARY)


def test_whoever_answers_for_another_says_how_they_know(django_user_model):
    enrolment = asked_to_stay(SeasonFactory(charter=None, deposit_cents=0))
    zoe = django_user_model.objects.create_user("zoe@exemple.fr")
    before = datetime(2026, 2, 10, tzinfo=UTC)
    with pytest.raises(ReasonMissingError):
        actions.stay(enrolment_id=enrolment.pk, chosen_cents=500, by=zoe, now=before)
    actions.stay(
        enrolment_id=enrolment.pk, chosen_cents=500, by=zoe, reason="Au téléphone.", now=before
    )
    assert "Au téléphone." in LogLine.objects.get().words


def test_nobody_who_answered_loses_a_confirmed_plot():
    enrolment = EnrolmentFactory()
    Tenancy.objects.update(state=Tenancy.State.CONFIRMED)
    with pytest.raises(PromiseStandsError):
        actions.end_tenancy(
            tenancy_id=enrolment.tenancy_id,
            last_day=date(2027, 1, 1),
            reason="Parce que",
            by=None,
            now=datetime(2026, 5, 1, tzinfo=UTC),
        )


def test_silence_is_ended_by_a_decision_with_a_reason_and_a_delay():
    enrolment = asked_to_stay(SeasonFactory())
    Tenancy.objects.update(state=Tenancy.State.CONFIRMED, starts_on=date(2025, 3, 1))
    march = datetime(2026, 3, 10, tzinfo=UTC)
    ending = {"tenancy_id": enrolment.tenancy_id, "by": None, "now": march}
    with pytest.raises(ReasonMissingError):
        actions.end_tenancy(last_day=date(2026, 6, 1), reason="", **ending)
    with pytest.raises(TooSoonError):
        actions.end_tenancy(last_day=date(2026, 3, 20), reason="Quatre appels.", **ending)

    actions.end_tenancy(last_day=date(2026, 4, 30), reason="Quatre appels.", **ending)

    tenancy = Tenancy.objects.get()
    assert (tenancy.ends_on, tenancy.ended_because) == (date(2026, 4, 30), "Quatre appels.")
    assert Message.objects.get().kind == "gardens.ended"


def test_who_joined_while_the_season_ran_is_not_silent():
    enrolment = asked_to_stay(SeasonFactory())
    Tenancy.objects.update(state=Tenancy.State.CONFIRMED, starts_on=date(2026, 5, 1))
    with pytest.raises(PromiseStandsError):
        actions.end_tenancy(
            tenancy_id=enrolment.tenancy_id,
            last_day=date(2026, 8, 1),
            reason="Sans nouvelles.",
            by=None,
            now=datetime(2026, 6, 1, tzinfo=UTC),
        )


def test_closing_confirms_trials_but_those_the_committee_keeps_on_trial():
    season = SeasonFactory()
    garden = season.garden
    sure, not_yet = (
        TenancyFactory(plot=PlotFactory(garden=garden), email=f"{n}@exemple.fr") for n in range(2)
    )
    with pytest.raises(TooSoonError):
        actions.close_season(season_id=season.pk, by=None, now=datetime(2027, 2, 27, tzinfo=UTC))

    for _time in range(2):
        actions.close_season(
            season_id=season.pk,
            by=None,
            still_on_trial=[not_yet.pk],
            now=datetime(2027, 2, 28, 12, tzinfo=UTC),
        )

    sure.refresh_from_db()
    not_yet.refresh_from_db()
    assert (sure.state, not_yet.state) == (Tenancy.State.CONFIRMED, Tenancy.State.TRIAL)
    assert Message.objects.get().to == "0@exemple.fr"


@pytest.mark.parametrize(
    ("had_said_yes", "on", "last"),
    [
        (True, date(2026, 2, 1), date(2026, 2, 28)),
        (False, date(2026, 2, 1), date(2026, 2, 28)),
        (True, date(2026, 5, 1), date(2027, 2, 28)),
        (False, date(2026, 3, 9), date(2026, 3, 9)),
    ],
)
def test_the_last_day_of_who_leaves(had_said_yes, on, last):
    season = {"starts_on": date(2026, 3, 1), "ends_on": date(2027, 2, 28)}
    assert last_day_of_leaver(had_said_yes=had_said_yes, on=on, **season) == last


@pytest.fixture
def asked(client: Client):
    """A household asked today about a season that begins in a month."""
    today = timezone.localdate()
    season = SeasonFactory(
        starts_on=today + timedelta(days=30),
        ends_on=today + timedelta(days=390),
        answer_by=today + timedelta(days=20),
        charter__in_force_on=today,
    )
    return asked_to_stay(season)


def test_the_page_says_yes_in_one_form_and_leads_to_the_fee(client: Client, asked):
    page = client.get(asked.get_renewal_url()).content.decode()
    assert "bonne humeur" in page
    assert client.post(asked.get_renewal_url(), {"amount": "3"}).status_code == 422

    answer = client.post(asked.get_renewal_url(), {"signed_by": "Amina", "amount": "8"})

    assert answer.url == asked.get_absolute_url()
    asked.refresh_from_db()
    assert (asked.state, asked.fee_cents) == ("stays", 800)
    assert "Vous continuez" in client.get(asked.get_renewal_url()).content.decode()


def test_the_page_that_gives_back_says_until_when_first(client: Client, asked):
    leave = reverse("gardens:leave", args=[asked.tenancy.token, asked.season.pk])
    assert client.get(leave).status_code == 200
    asked.refresh_from_db()
    assert asked.state == "asked"
    client.post(leave)
    asked.refresh_from_db()
    assert asked.state == "leaves"
    assert "J’ai changé d’avis" in client.get(asked.tenancy.get_absolute_url()).content.decode()


def test_the_page_of_the_plot_shows_what_waits(client: Client, asked, django_assert_num_queries):
    EnrolmentFactory(
        tenancy=asked.tenancy,
        season=SeasonFactory(
            garden=asked.season.garden,
            starts_on=timezone.localdate() - timedelta(days=300),
            ends_on=timezone.localdate() + timedelta(days=20),
        ),
    )
    with django_assert_num_queries(1):
        shown = queries.enrolments_to_show(asked.tenancy, on=timezone.localdate())
    assert len(shown) == 2
    page = client.get(asked.tenancy.get_absolute_url()).content.decode()
    assert "Continuer ou s’arrêter" in page
    assert "Payer ma cotisation" in page


def test_the_charter_and_its_earlier_versions_are_public(client: Client):
    charter = CharterFactory(in_force_on=date(2025, 1, 1), text="<p>La nouvelle.</p>")
    CharterFactory(garden=charter.garden, in_force_on=date(2024, 1, 1), text="<p>L’ancienne.</p>")
    CharterFactory(garden=charter.garden, in_force_on=None, text="<p>Le brouillon.</p>")
    page = client.get(reverse("gardens:charter", args=[charter.garden.slug])).content.decode()
    assert page.index("La nouvelle.") < page.index("L’ancienne.")
    assert "Le brouillon." not in page
