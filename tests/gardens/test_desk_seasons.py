"""The committee's board, its seasons, its fees and its path of care."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from commons.notices.models import Message
from commons.people.models import Person
from gardens import actions
from gardens.board import Mark, board_of
from gardens.models import CareCase, Corner, Enrolment, Season, Tenancy
from tests.gardens.factories import GardenFactory, PlotFactory, TenancyFactory, ask
from tests.gardens.seasons import (
    CharterFactory,
    EnrolmentFactory,
    SeasonFactory,
    asked_to_stay,
    sign,
)

pytestmark = pytest.mark.django_db

DESK_S_OWN = 7  # who asks, what they may do, and their menu


@pytest.fixture
def desk(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(Person.objects.create_superuser("zoe@exemple.fr"))
    return client


def board(garden):
    return f"{reverse('gardens_desk:board')}?garden={garden.pk}"


def this_season(garden, **given):
    today = timezone.localdate()
    dates = {
        "starts_on": today - timedelta(days=100),
        "ends_on": today + timedelta(days=200),
        "answer_by": today - timedelta(days=110),
    }
    return SeasonFactory(garden=garden, **(dates | given))


def test_the_board_says_what_each_plot_is_and_waits_for():
    garden, now = GardenFactory(), timezone.now()
    season = this_season(garden)
    free = PlotFactory(garden=garden)
    offered = PlotFactory(garden=garden)
    actions.offer_plot(
        request_id=ask(garden).pk,
        plot_id=offered.pk,
        starts_on=timezone.localdate(),
        by=None,
        reason="Parce que",
    )
    shared = TenancyFactory(plot=PlotFactory(garden=garden, kind="shared"), state="confirmed")
    silent = asked_to_stay(season, tenancy=TenancyFactory(plot=PlotFactory(garden=garden)))
    leaving = TenancyFactory(
        plot=PlotFactory(garden=garden),
        ends_on=timezone.localdate() + timedelta(days=9),
    )
    EnrolmentFactory(
        season=season, tenancy=leaving, fee_state=Enrolment.Fee.PAID, paid_at=timezone.now()
    )
    cared = EnrolmentFactory(
        season=season, tenancy=TenancyFactory(plot=PlotFactory(garden=garden))
    ).tenancy
    actions.note_visit(tenancy_id=cared.pk, words="Sec", by=None)
    corner = TenancyFactory(plot=PlotFactory(garden=garden), state="confirmed")
    Corner.objects.create(tenancy=corner, surface_m2=4, opened_at=now)

    marks = {row.plot: row.marks for row in board_of(garden, now=now)}

    assert marks[free] == [Mark.FREE]
    assert marks[offered] == [Mark.OFFERED]
    assert marks[shared.plot] == [Mark.HELD, Mark.CORNER]
    assert marks[silent.tenancy.plot] == [Mark.TRIAL, Mark.SILENT]
    assert marks[leaving.plot] == [Mark.TRIAL, Mark.LEAVING, Mark.DEPOSIT]
    assert marks[cared.plot] == [Mark.TRIAL, Mark.FEE_DUE, Mark.CARE]
    assert marks[corner.plot] == [Mark.HELD, Mark.CORNER]


@pytest.mark.parametrize("plots", [2, 200])
def test_the_board_asks_six_questions_of_its_own(plots, django_assert_num_queries):
    garden = GardenFactory()
    season = this_season(garden)
    for _n in range(plots):
        asked_to_stay(season, tenancy=TenancyFactory(plot=PlotFactory(garden=garden)))
    with django_assert_num_queries(6):
        assert len(board_of(garden, now=timezone.now())) == plots


def test_the_board_filters_and_leads_to_the_household(desk, django_assert_max_num_queries):
    garden = GardenFactory()
    tenancy = TenancyFactory(plot=PlotFactory(garden=garden))
    PlotFactory(garden=garden)
    desk.get(board(garden))
    with django_assert_max_num_queries(DESK_S_OWN + 7):
        page = desk.get(board(garden))
    household = reverse("gardens_desk:household", args=[tenancy.pk])
    assert household in page.text
    assert household not in desk.get(f"{board(garden)}&mark=free").text


def test_the_file_of_the_board_runs_no_formula(desk):
    garden = GardenFactory()
    TenancyFactory(plot=PlotFactory(garden=garden), household__name="=1+1", phone="+33 1")
    text = desk.get(reverse("gardens_desk:board_csv", args=[garden.pk])).getvalue().decode()
    assert "'=1+1" in text
    assert "'+33 1" in text


def test_the_screen_of_a_household_offers_its_verbs(desk):
    enrolment = asked_to_stay(this_season(GardenFactory()))
    sign(enrolment.tenancy)
    page = desk.get(reverse("gardens_desk:household", args=[enrolment.tenancy_id])).text
    for name, of in (
        ("confirm", enrolment.tenancy_id),
        ("end", enrolment.tenancy_id),
        ("visit", enrolment.tenancy_id),
        ("stay_for", enrolment.pk),
        ("leave_for", enrolment.pk),
    ):
        address = reverse(f"gardens_desk:{name}", args=[of])
        assert address in page
        assert desk.get(address).status_code == 200


def season_form(**given):
    today = timezone.localdate()
    return {
        "starts_on": today + timedelta(days=40),
        "ends_on": today + timedelta(days=400),
        "answer_by": today + timedelta(days=25),
        "charter": "",
        "fee": "choice",
        "floor": "5",
        "suggested": "12,50",
    } | given


def test_a_season_opens_in_one_screen_after_its_preview(desk):
    garden = GardenFactory()
    tenancy = TenancyFactory(plot=PlotFactory(garden=garden), email="amina@exemple.fr")
    silent = TenancyFactory(plot=PlotFactory(garden=garden))
    address = reverse("gardens_desk:open_season", args=[garden.pk])

    first = desk.get(address).text
    preview = desk.post(address, season_form(preview="1")).text

    assert "Une nouvelle saison s’ouvre" in first
    assert "écrire à 2 foyers" in preview
    assert silent.household.name in preview
    assert not Season.objects.exists()

    answer = desk.post(address, season_form())
    season = Season.objects.get()
    assert answer.url == reverse("gardens_desk:season", args=[season.pk])
    assert (season.floor_cents, season.suggested_cents) == (500, 1250)
    assert Message.objects.filter(to=tenancy.email).count() == 3
    assert "À appeler" in desk.get(answer.url).text
    assert desk.get(address).status_code == 200  # the next one, on the same terms


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"suggested": "3"}, "suggested"),
        ({"ends_on": date(2020, 1, 1)}, "ends_on"),
        ({"answer_by": date(2020, 1, 1)}, "answer_by"),
        ({"fee": "tiers"}, "tier_1"),
    ],
)
def test_a_season_that_makes_no_sense_comes_back_with_its_reason(desk, given, field):
    address = reverse("gardens_desk:open_season", args=[GardenFactory().pk])
    answer = desk.post(address, season_form(**given))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors


def test_a_season_of_tiers_brings_them(desk):
    garden = GardenFactory()
    given = {"fee": "tiers", "tier_1": "Petit budget", "tier_1_amount": "5"}
    desk.post(reverse("gardens_desk:open_season", args=[garden.pk]), season_form(**given))
    assert [tier.amount_cents for tier in Season.objects.get().tiers.all()] == [500]


def test_two_seasons_at_once_are_refused_in_words(desk):
    garden = GardenFactory()
    this_season(garden, ends_on=timezone.localdate() + timedelta(days=300))
    answer = desk.post(reverse("gardens_desk:open_season", args=[garden.pk]), season_form())
    assert "Une autre saison" in str(answer.context["form"].errors["starts_on"])


def test_a_season_is_closed_with_its_trials(desk):
    garden = GardenFactory()
    season = this_season(garden, ends_on=timezone.localdate())
    tenancy = TenancyFactory(plot=PlotFactory(garden=garden))
    assert "Clore la saison" in desk.get(reverse("gardens_desk:season", args=[season.pk])).text
    desk.post(reverse("gardens_desk:close_season", args=[season.pk]))
    tenancy.refresh_from_db()
    assert tenancy.state == Tenancy.State.CONFIRMED


def test_an_answer_by_telephone_is_taken_down(desk):
    enrolment = asked_to_stay(this_season(GardenFactory()))
    address = reverse("gardens_desk:stay_for", args=[enrolment.pk])
    given = {"signed_by": "Amina", "amount": "5", "reason": ""}
    assert desk.post(address, given).status_code == 422
    desk.post(address, given | {"reason": "Au téléphone, charte signée sur papier."})
    enrolment.refresh_from_db()
    assert enrolment.state == "stays"


def test_an_end_too_soon_says_from_when(desk):
    tenancy = TenancyFactory()
    address = reverse("gardens_desk:end", args=[tenancy.pk])
    answer = desk.post(address, {"last_day": timezone.localdate(), "reason": "Essai manqué"})
    assert "Pas avant" in str(answer.context["form"].errors["last_day"])
    later = timezone.localdate() + timedelta(days=40)
    assert desk.post(address, {"last_day": later, "reason": "Essai manqué"}).status_code == 302
    tenancy.refresh_from_db()
    assert tenancy.ends_on == later


def test_the_fees_are_summed_filtered_and_taken(desk, django_assert_max_num_queries):
    garden = GardenFactory()
    season = this_season(garden)
    due = EnrolmentFactory(season=season)
    EnrolmentFactory(
        season=season,
        tenancy=TenancyFactory(plot=PlotFactory(garden=garden)),
        fee_state=Enrolment.Fee.PAID,
        paid_at=timezone.now(),
    )
    address = f"{reverse('gardens_desk:fees')}?garden={garden.pk}"
    desk.get(address)
    with django_assert_max_num_queries(DESK_S_OWN + 4):
        page = desk.get(address)
    sums = page.context["sums"]
    assert (sums.due_cents, sums.by_card_cents, sums.deposits_cents) == (4000, 2000, 2000)
    assert len(desk.get(f"{address}&fee=paid").context["rows"]) == 1

    desk.post(reverse("gardens_desk:by_hand", args=[due.pk]))

    due.refresh_from_db()
    assert due.paid_by_hand
    desk.post(reverse("gardens_desk:deposit_back", args=[due.pk]), {"how": "hand"})
    text = desk.get(reverse("gardens_desk:fees_csv", args=[season.pk])).getvalue().decode()
    assert "20,00" in text
    due.refresh_from_db()
    assert due.deposit_back_at


def test_a_fee_is_waived_with_a_reason(desk):
    due = EnrolmentFactory()
    desk.post(reverse("gardens_desk:waive", args=[due.pk]), {"reason": "Décidé en réunion"})
    due.refresh_from_db()
    assert due.fee_state == Enrolment.Fee.WAIVED


def test_the_treasurer_takes_fees_and_sees_nothing_else(client, settings):
    from django.contrib.auth.models import Group

    settings.SECOND_FACTOR_FOR_STAFF = False
    treasurer = Person.objects.create_user("tresorerie@exemple.fr")
    treasurer.groups.add(Group.objects.get(name="Trésorerie"))
    client.force_login(treasurer)
    due = EnrolmentFactory()
    assert client.get(reverse("gardens_desk:fees")).status_code == 200
    assert client.get(reverse("gardens_desk:by_hand", args=[due.pk])).status_code == 200
    for shut in ("board", "seasons", "cases"):
        assert client.get(reverse(f"gardens_desk:{shut}")).status_code != 200


def test_a_case_goes_its_way_at_the_desk(desk):
    tenancy = TenancyFactory(email="amina@exemple.fr")
    visit = reverse("gardens_desk:visit", args=[tenancy.pk])
    assert desk.post(visit, {"words": ""}).status_code == 422
    desk.post(visit, {"words": "Les tomates ont soif.", "photo": ""})
    case = CareCase.objects.get()
    assert desk.get(reverse("gardens_desk:cases")).context["cases"] == [(case, False)]

    soon = desk.post(reverse("gardens_desk:step_help", args=[case.pk]), {"words": "Samedi ?"})
    assert "Pas avant" in str(soon.context["form"].errors)

    actions.answer_step(case_id=case.pk, token=tenancy.token, words="J’arrive.")
    screen = reverse("gardens_desk:case", args=[case.pk])
    assert "J’ai lu la réponse" in desk.get(screen).text
    desk.post(reverse("gardens_desk:read_answer", args=[case.pk]))
    assert "J’ai lu la réponse" not in desk.get(screen).text
    desk.post(reverse("gardens_desk:step_closed", args=[case.pk]), {"words": "Merci !"})
    case.refresh_from_db()
    assert case.state == CareCase.State.CLOSED


def test_a_signed_charter_is_read_and_a_draft_is_written(desk):
    signed = sign(TenancyFactory()).charter
    draft = CharterFactory(garden=signed.garden, in_force_on=None)
    edit = "wagtailsnippets_gardens_charter:edit"
    answer = desk.get(reverse(edit, args=[signed.pk]), follow=True)
    assert "elle reste comme elle est" in answer.text
    assert desk.get(reverse(edit, args=[draft.pk])).status_code == 200
    assert desk.get(reverse("wagtailsnippets_gardens_charter:list")).status_code == 200
    assert "Amina Diallo" in desk.get(reverse("wagtailsnippets_gardens_signature:list")).text
