"""What a newcomer finds: the counts of the demo, and that a second load does no harm."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db.models import Count, Q
from django.test import override_settings
from wagtail.models import Comment, WorkflowState

from commons.notices.models import Message
from commons.people.models import Household, Person
from commons.places.models import House, Place
from content.models import ArticlePage, PlacePage
from demo.collective import load
from demo.collective.people import PASSWORD, ROLES
from gardens.models import Garden, GardenPage, Plot, PlotRequest, Tenancy
from gardens.queries.standing import plots_standing
from gardens.rules.standing import Standing
from market.models import (
    Collective,
    MarketDay,
    Offer,
    Order,
    PreparedBasket,
    Producer,
    Product,
    Stall,
)
from tests.demo import collective
from tests.demo.collective import A_TUESDAY_IN_JUNE as NOW
from workshops import impressions
from workshops.measures import pairs_met
from workshops.models import (
    Booking,
    Cycle,
    LogLine,
    Seat,
    Session,
    WaitingEntry,
    Workshop,
    WorkshopPage,
)
from workshops.models import Offer as WorkshopOffer

ROWS = (
    Booking, Garden, Household, MarketDay, Message, Offer, Order, Person, Place, Plot, PlotRequest,
    Producer, Product, Seat, Session, Stall, Tenancy, WaitingEntry, Workshop,
    ArticlePage, GardenPage, PlacePage, WorkshopPage,
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _laid(django_db_setup, django_db_blocker, tmp_path_factory):
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, django_db_blocker.unblock(), collective.forgotten():
        collective.lay(NOW)
        yield


@pytest.fixture(autouse=True)
def _each_test_alone(_laid):
    with collective.forgotten():
        yield


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in ROWS}


def test_the_counts_a_visitor_meets():
    found = counts()
    assert found["Producer"] == 8
    assert found["Product"] == 72
    assert found["MarketDay"] == 4
    assert found["Garden"] == 2
    assert found["Plot"] == 33  # three of them of old
    assert Plot.objects.current().count() == 30
    assert found["PlotRequest"] == 10
    assert found["Workshop"] == 15
    assert found["Place"] == 4
    assert found["Person"] == len(ROLES) == 12
    for pages, each in ((WorkshopPage, 15), (GardenPage, 2), (PlacePage, 4), (ArticlePage, 9)):
        for language in ("fr", "en"):
            assert pages.objects.live().filter(locale__language_code=language).count() == each


def test_loading_twice_changes_nothing():
    before = counts()
    load(now=NOW)
    assert counts() == before


@pytest.mark.parametrize("days", [1, 4, 9, 40])
def test_a_later_day_adds_what_is_missing_and_takes_nothing_away(days):
    then = set(MarketDay.objects.values_list("date", flat=True))
    sessions = set(Session.objects.values_list("pk", flat=True))
    later = NOW + timedelta(days=days)
    load(now=later)

    assert then <= set(MarketDay.objects.values_list("date", flat=True))
    assert sessions <= set(Session.objects.values_list("pk", flat=True))
    assert MarketDay.objects.filter(date__lt=later.date()).exists()
    open_now = Q(orders_open_at__lte=later, orders_close_at__gt=later)
    assert MarketDay.objects.filter(open_now).exists()
    assert Session.objects.filter(starts_at__gt=later + timedelta(weeks=5)).exists()


def test_what_a_volunteer_changed_stays():
    offer = Offer.objects.first()
    Offer.objects.filter(pk=offer.pk).update(price_cents=1, on_sale=False)
    House.objects.update(phone="01 99 00 99 99")
    Offer.objects.filter(order_lines=None).exclude(pk=offer.pk).first().delete()
    offers = Offer.objects.count()
    load(now=NOW)

    offer.refresh_from_db()
    assert (offer.price_cents, offer.on_sale) == (1, False)
    assert House.load().phone == "01 99 00 99 99"
    assert Offer.objects.count() == offers


def test_sessions_are_full_nearly_full_and_empty():
    left = [session.seats_left for session in Session.objects.with_seats_taken()]
    assert 0 in left
    assert 2 in left
    assert any(not session.seats_taken for session in Session.objects.with_seats_taken())
    assert all(workshop.sessions.exists() for workshop in Workshop.objects.all())


def test_past_sessions_were_kept_at_the_door_and_answered():
    seats = Seat.objects.filter(booking__session__starts_at__lt=NOW)
    assert set(seats.values_list("attendance", flat=True)) == {"came", "absent"}
    assert Booking.objects.filter(origin=Booking.Origin.DOOR).exists()
    shown = {bool(impressions.of_workshop(one.pk)) for one in Workshop.objects.all()}
    assert shown == {True, False}
    assert pairs_met(start=NOW.date() - timedelta(days=90), end=NOW.date())


def test_no_mail_leaves_about_a_day_gone_by_but_thanks():
    past = Booking.objects.filter(session__starts_at__lt=NOW).values("pk")
    about = Message.objects.filter(kind__startswith="workshops.", subject_id__in=past)
    about = about.filter(key__startswith="booking:")
    assert set(about.values_list("kind", flat=True)) == {"workshops.thanks"}


def test_sessions_are_moved_called_off_doubled_and_waited_for():
    kinds = set(LogLine.objects.values_list("kind", flat=True))
    assert kinds >= {"moved", "cancelled", "twin", "rank", "circular"}
    assert {offer.is_alive(at=NOW) for offer in WorkshopOffer.objects.all()} == {True}
    offered = WorkshopOffer.objects.filter(entry__email="jardin@halle.example")
    assert offered.get().session.twin_of is None
    assert set(Cycle.objects.values_list("booked", flat=True)) == {"either", "whole"}


def test_the_next_day_has_things_sold_out_and_nearly():
    day = MarketDay.objects.not_over(at=NOW).first()
    left = {offer.product.name_fr: offer.left for offer in day.offers.select_related("product")}
    assert left["Brioche au beurre"] == 0
    assert left["Pain de seigle"] == 1
    assert left["Yaourts nature, les 4"] == 2


def test_orders_are_past_and_to_come_for_the_shopper():
    orders = Order.objects.filter(person__email="marche@halle.example")
    days = set(orders.values_list("market_day__date", flat=True))
    assert min(days) < NOW.date() < max(days)
    assert set(Order.objects.values_list("state", flat=True)) == {Order.State.PLACED}


def test_a_usual_basket_is_prepared_with_something_missing():
    day = MarketDay.objects.not_over(at=NOW).first()
    prepared = PreparedBasket.objects.get(
        recurring__person__email="jardin@halle.example", market_day=day
    )
    assert prepared.basket.lines.exists()
    assert {"sold-out", "short"} <= set(prepared.gaps.values_list("why", flat=True))
    assert Message.objects.filter(kind="market.recurring", subject_id=prepared.pk).exists()


def test_plots_stand_in_every_way():
    plots = plots_standing(at=NOW)
    assert {plot.standing for plot in plots} == set(Standing)
    gardener = Person.objects.get(email="jardin@halle.example")
    assert gardener.household.tenancies.exists()


def test_every_row_would_pass_the_volunteers_form():
    for model in (Producer, Product, MarketDay, Stall, Garden, Plot, Tenancy, Workshop, Session):
        for row in model.objects.all():
            row.full_clean()


def test_the_house_and_the_collective_say_who_they_are():
    assert House.load().address
    assert Collective.load().mediator


def test_each_role_signs_in_with_the_password_that_is_told():
    assert authenticate(username=ROLES[0].email, password=PASSWORD) is not None
    assert Person.objects.values("password").distinct().count() == 1
    for role in ROLES:
        assert EmailAddress.objects.get(email=role.email).verified


def test_volunteers_enter_the_desk_and_others_do_not(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    for role in ROLES:
        client.force_login(Person.objects.get(email=role.email))
        enters = client.get("/gestion/").status_code == 200
        assert enters == bool(role.group), role.email


def test_the_desk_has_something_for_each_role():
    farmer = Person.objects.get(email="ferme@halle.example")
    assert farmer.producers.get().slug == "ferme-des-lones"
    states = WorkflowState.objects.order_by("pk").values_list("status", flat=True)
    assert list(states) == ["in_progress", "needs_changes"]
    assert Comment.objects.get().user.email == "relecture@halle.example"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_open_in_both_languages(client, language):
    for model in (ArticlePage, GardenPage, PlacePage, WorkshopPage):
        page = model.objects.live().filter(locale__language_code=language).first()
        answer = client.get(page.relative_url(current_site=None))
        assert page.title in answer.content.decode()


def test_no_command_outside_the_demo():
    assert not apps.is_installed("demo")
    with pytest.raises(CommandError, match="Unknown command"):
        call_command("load_demo")


def test_a_mail_to_each_who_booked_ordered_or_asked():
    coming = Booking.objects.filter(session__starts_at__gt=NOW)
    told = Message.objects.aggregate(
        booked=Count("pk", filter=Q(kind="workshops.confirmed")),
        ordered=Count("pk", filter=Q(kind="market.receipt")),
    )
    assert told == {"booked": coming.count(), "ordered": Order.objects.count()}
