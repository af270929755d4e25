"""The recurring basket: kept, prepared when orders open and never ordered by itself, paused, forgotten."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from commons.notices.models import Message
from commons.people.models import Person
from market import actions, queries, tasks
from market.keys import key_of
from market.models import (
    Basket,
    BasketLine,
    IfShort,
    MarketDay,
    Offer,
    Order,
    PreparedBasket,
    PreparedGap,
    Product,
    RecurringLine,
    RecurringList,
)
from market.refusals import BasketEmptyError, OrdersClosedError, WrongQuantityError
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProductFactory,
    basket_of,
    order_of,
)
from tests.market.recurring import amina as make_amina
from tests.market.recurring import gaps_of, list_of, prepare

pytestmark = pytest.mark.django_db

NOW = timezone.now
Why, Outcome = PreparedGap.Why, PreparedBasket.Outcome
SECOND = RecurringList.Rhythm.SECOND


@pytest.fixture
def amina():
    return make_amina()


@pytest.fixture
def leeks():
    return ProductFactory(name_fr="Poireaux", own_season=[])


@pytest.fixture
def eggs():
    return ProductFactory(name_fr="Œufs", own_season=[])


@pytest.fixture
def day(leeks, eggs):
    """Its orders are open, and both are on sale."""
    market_day = MarketDayFactory()
    for product in (leeks, eggs):
        OfferFactory(market_day=market_day, product=product)
    return market_day


@pytest.fixture
def usual(amina, leeks, eggs):
    return list_of(amina, (leeks, 2), (eggs, 1))


def in_list(recurring):
    return set(recurring.lines.values_list("product", "quantity"))


def in_basket(person, day):
    lines = BasketLine.objects.filter(
        basket__visitor=key_of(person), basket__market_day=day, basket__ordered_at=None
    )
    return set(lines.values_list("offer__product", "quantity"))


def change_offer(day, product, **fields):
    Offer.objects.filter(market_day=day, product=product).update(**fields)


def ids(rows):
    return set(rows.values_list("pk", flat=True))


def a_day_after(day, product=None, **fields):
    later = day.opens_at + timedelta(days=3)
    fields = {
        "date": timezone.localdate(later),
        "opens_at": later,
        "orders_close_at": later - timedelta(hours=37),
    } | fields
    market_day = MarketDayFactory(**fields)
    if product:
        OfferFactory(market_day=market_day, product=product)
    return market_day


class TestKeeping:
    def keep(self, person, basket, language="fr"):
        return actions.keep_basket(
            person_id=person.pk, basket_id=basket.pk, language=language, now=NOW()
        )

    def test_a_basket_becomes_the_list_with_what_to_do_if_short(self, amina, day, leeks):
        basket = basket_of((day.offers.get(product=leeks), 2), visitor=key_of(amina))
        basket.lines.update(if_short=IfShort.CALL)
        kept = self.keep(amina, basket)
        assert in_list(kept) == {(leeks.pk, 2)}
        assert kept.lines.get().if_short == IfShort.CALL

    def test_kept_again_the_latest_quantity_counts_and_nothing_leaves(self, day, usual, eggs):
        honey = OfferFactory(market_day=day)
        basket = basket_of((day.offers.get(product=eggs), 3), (honey, 1))
        for _tap in range(2):
            self.keep(usual.person, basket, language="en")
        assert RecurringList.objects.get().language == "en"
        leeks_pk = usual.lines.first().product_id
        assert in_list(usual) == {(leeks_pk, 2), (eggs.pk, 3), (honey.product_id, 1)}

    def test_a_past_order_becomes_the_list_save_what_was_taken_out(self, amina, day, leeks, eggs):
        offers = {offer.product_id: offer for offer in day.offers.all()}
        order = order_of(
            basket_of((offers[leeks.pk], 2), (offers[eggs.pk], 1)), Order.PaymentMethod.AT_HALL
        )
        line = order.lines.get(offer=offers[eggs.pk])
        actions.change_order(order_id=order.pk, quantities={line.pk: Decimal(0)}, now=NOW())
        kept = actions.keep_order(person_id=amina.pk, order_id=order.pk, language="fr", now=NOW())
        assert in_list(kept) == {(leeks.pk, 2)}

    def test_an_empty_basket_is_no_list(self, amina, day, leeks):
        basket = basket_of((day.offers.get(product=leeks), 1))
        basket.lines.all().delete()
        with pytest.raises(BasketEmptyError):
            self.keep(amina, basket)
        assert not RecurringList.objects.exists()


class TestChanging:
    def test_a_quantity_is_set_by_whole_steps_and_zero_takes_out(self, usual, leeks, eggs):
        line = usual.lines.get(product=leeks)
        actions.set_recurring_line(list_id=usual.pk, line_id=line.pk, quantity=Decimal(5))
        with pytest.raises(WrongQuantityError):
            actions.set_recurring_line(list_id=usual.pk, line_id=line.pk, quantity=Decimal("1.5"))
        assert in_list(usual) == {(leeks.pk, 5), (eggs.pk, 1)}
        for _tap in range(2):
            actions.set_recurring_line(list_id=usual.pk, line_id=line.pk, quantity=Decimal(0))
        assert in_list(usual) == {(eggs.pk, 1)}

    def test_nobody_changes_a_line_of_another_list(self, usual, leeks):
        other = list_of(Person.objects.create_user("bilal@exemple.fr"), (leeks, 1))
        line = usual.lines.get(product=leeks)
        actions.set_recurring_line(list_id=other.pk, line_id=line.pk, quantity=Decimal(9))
        assert usual.lines.get(product=leeks).quantity == 2

    def test_a_pause_then_back(self, usual, day):
        actions.pause_recurring(
            list_id=usual.pk, resumes_on=day.date + timedelta(days=1), now=NOW()
        )
        assert not queries.lists_due(day).exists()
        actions.pause_recurring(list_id=usual.pk, resumes_on=day.date, now=NOW())
        assert queries.lists_due(day).exists()
        actions.pause_recurring(list_id=usual.pk, resumes_on=None, now=NOW())
        assert not queries.lists_due(day).exists()
        actions.resume_recurring(list_id=usual.pk)
        assert queries.lists_due(day).exists()

    def test_the_database_holds_its_rules(self, usual, leeks, day):
        wrong = (
            lambda: RecurringList.objects.update(resumes_on=day.date),
            lambda: RecurringLine.objects.update(quantity=0),
            lambda: RecurringLine.objects.update(product=leeks),
            lambda: list_of(usual.person),
        )
        prepared = prepare(usual, day)
        for write in (
            *wrong,
            lambda: PreparedBasket.objects.create(
                recurring=usual, market_day=day, outcome=Outcome.READY, at=NOW()
            ),
            lambda: PreparedGap.objects.create(
                prepared=prepared, product=leeks, wanted=1, given=1, why=Why.SHORT
            ),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                write()


class TestPreparing:
    def test_it_fills_the_basket_of_the_account_and_reserves_nothing(self, usual, day, leeks, eggs):
        usual.lines.filter(product=eggs).update(if_short=IfShort.REPLACE)
        prepared = prepare(usual, day)
        assert in_basket(usual.person, day) == {(leeks.pk, 2), (eggs.pk, 1)}
        assert prepared.basket.lines.get(offer__product=eggs).if_short == IfShort.REPLACE
        assert (prepared.outcome, gaps_of(prepared)) == (Outcome.READY, set())
        assert not Offer.objects.filter(reserved__gt=0).exists()
        assert not Order.objects.exists()

    def test_it_says_why_of_each_that_is_missing_or_short(self, amina, day, leeks, eggs):
        month = day.date.month
        never = ProductFactory(own_season=[])
        asparagus = ProductFactory(own_season=[month % 12 + 1])
        bread = OfferFactory(market_day=day, on_sale=False).product
        wanted = list_of(amina, (leeks, 3), (eggs, 2), (never, 1), (asparagus, 1), (bread, 1))
        change_offer(day, leeks, quantity=1)
        change_offer(day, eggs, reserved=12)
        assert gaps_of(prepare(wanted, day)) == {
            (leeks.pk, 3, 1, Why.SHORT),
            (eggs.pk, 2, 0, Why.SOLD_OUT),
            (never.pk, 1, 0, Why.ABSENT),
            (asparagus.pk, 1, 0, Why.OUT_OF_SEASON),
            (bread.pk, 1, 0, Why.WITHDRAWN),
        }
        assert in_basket(amina, day) == {(leeks.pk, 1)}

    def test_what_the_basket_holds_stays_as_it_was_chosen(self, usual, day, leeks, eggs):
        basket_of((day.offers.get(product=leeks), 7), visitor=key_of(usual.person))
        prepared = prepare(usual, day)
        assert in_basket(usual.person, day) == {(leeks.pk, 7), (eggs.pk, 1)}
        assert gaps_of(prepared) == set()

    def test_twice_is_once(self, usual, day):
        assert prepare(usual, day) == prepare(usual, day)
        BasketLine.objects.all().delete()  # emptied by its person
        prepare(usual, day)
        assert not BasketLine.objects.exists()
        assert Message.objects.count() == 1

    def test_a_step_that_changed_since_is_kept_to(self, amina, day):
        cheese = ProductFactory(unit=Product.Unit.KG, step=Decimal("0.5"), own_season=[])
        OfferFactory(market_day=day, product=cheese)
        prepare(list_of(amina, (cheese, "1.2")), day)
        assert in_basket(amina, day) == {(cheese.pk, 1)}

    def test_nothing_on_sale_leaves_no_empty_basket(self, usual, day):
        Offer.objects.update(on_sale=False)
        prepared = prepare(usual, day)
        assert (prepared.outcome, prepared.basket) == (Outcome.NOTHING, None)
        assert prepared.gaps.count() == 2
        assert not Basket.objects.exists()

    def test_who_has_ordered_is_left_alone(self, usual, day, leeks):
        order = order_of(basket_of((day.offers.get(product=leeks), 1)), Order.PaymentMethod.AT_HALL)
        Order.objects.filter(pk=order.pk).update(person=usual.person)
        assert prepare(usual, day).outcome == Outcome.ORDERED
        assert in_basket(usual.person, day) == set()
        assert not Message.objects.filter(kind="market.recurring").exists()

    def test_nobody_is_disturbed_at_the_till(self, usual, day, leeks):
        basket = basket_of((day.offers.get(product=leeks), 1), visitor=key_of(usual.person))
        actions.hold_basket(basket_id=basket.pk, now=NOW())
        assert prepare(usual, day) is None
        assert in_basket(usual.person, day) == {(leeks.pk, 1)}
        assert prepare(usual, day, at=NOW() + timedelta(hours=1)) is not None

    def test_the_basket_being_filled_for_another_day_stays_the_one_shown(self, usual, day, leeks):
        other = basket_of(
            (OfferFactory(market_day=a_day_after(day)), 1), visitor=key_of(usual.person)
        )
        prepared = prepare(usual, day)
        shown = queries.open_basket(visitor=key_of(usual.person))
        assert shown == other
        assert queries.other_baskets(shown, at=NOW()) == [prepared.basket]
        assert queries.open_basket(visitor=key_of(usual.person), day=day.date) == prepared.basket

    @pytest.mark.parametrize("when", ["before it opens", "once it is closed"])
    def test_not_outside_the_window(self, usual, day, when):
        at = (
            day.orders_open_at - timedelta(minutes=1)
            if when == "before it opens"
            else day.orders_close_at
        )
        with pytest.raises(OrdersClosedError):
            prepare(usual, day, at=at)
        assert not PreparedBasket.objects.exists()

    def test_at_its_persons_wish_it_is_due_and_no_mail_leaves(self, amina, day, leeks):
        fresh = list_of(amina, (leeks, 1), created_at=NOW())
        assert prepare(fresh, day) is None
        assert prepare(fresh, day, asked=True).outcome == Outcome.READY
        assert not Message.objects.exists()


class TestWhoIsDue:
    def test_not_a_list_made_after_the_window_opened(self, amina, day, leeks):
        list_of(amina, (leeks, 1), created_at=day.orders_open_at + timedelta(minutes=1))
        assert not queries.lists_due(day).exists()

    def test_not_an_empty_list_nor_a_closed_account(self, usual, day):
        assert ids(queries.lists_due(day)) == {usual.pk}
        Person.objects.update(is_active=False)
        assert not queries.lists_due(day).exists()
        Person.objects.update(is_active=True)
        usual.lines.all().delete()
        assert not queries.lists_due(day).exists()

    def test_every_second_market(self, amina, day, leeks):
        wanted = list_of(amina, (leeks, 1), rhythm=SECOND)
        second = a_day_after(day, leeks)
        third = a_day_after(second, leeks)
        assert prepare(wanted, day)
        assert not queries.lists_due(second).exists()
        assert queries.lists_due(third).exists()
        MarketDay.objects.filter(pk=day.pk).update(state=MarketDay.State.CANCELLED)
        assert queries.lists_due(second).exists()  # the one prepared is not held


class TestTheTask:
    def test_each_list_of_each_open_day_once(self, usual, day, leeks):
        early = a_day_after(day, leeks, orders_open_at=NOW() + timedelta(hours=1))
        gone = a_day_after(early, leeks, orders_close_at=NOW() - timedelta(hours=1))
        gone_by_hand = a_day_after(gone, leeks, state=MarketDay.State.CLOSED)
        for _round in range(2):
            tasks.prepare_recurring_baskets()
        assert set(PreparedBasket.objects.values_list("recurring", "market_day")) == {
            (usual.pk, day.pk)
        }
        assert gone_by_hand
        assert Message.objects.filter(kind="market.recurring").count() == 1

    def test_one_that_fails_keeps_nobody_waiting(self, usual, day, leeks, monkeypatch):
        other = list_of(Person.objects.create_user("bilal@exemple.fr"), (leeks, 1))
        prepare_one = actions.prepare_recurring

        def fails_once(*, list_id, **given):
            if list_id == usual.pk:
                raise RuntimeError("out of ink")
            return prepare_one(list_id=list_id, **given)

        monkeypatch.setattr(actions, "prepare_recurring", fails_once)
        tasks.prepare_recurring_baskets()
        assert ids(queries.lists_due(day)) == {usual.pk}
        assert other.prepared.count() == 1

    def test_a_round_has_its_size_and_the_next_goes_on(self, usual, day, leeks, monkeypatch):
        list_of(Person.objects.create_user("bilal@exemple.fr"), (leeks, 1))
        monkeypatch.setattr(tasks, "PREPARE_SIZE", 1)
        tasks.prepare_recurring_baskets()
        assert usual.prepared.count() == PreparedBasket.objects.count() == 1
        tasks.prepare_recurring_baskets()
        assert PreparedBasket.objects.count() == 2

    @pytest.mark.parametrize("lines", [2, 8])
    def test_preparing_costs_no_more_for_more_lines(
        self, amina, day, lines, django_assert_max_num_queries
    ):
        products = [OfferFactory(market_day=day).product for _line in range(lines)]
        wanted = list_of(amina, *((product, 1) for product in products))
        with django_assert_max_num_queries(28):  # savepoints and locks among them
            prepare(wanted, day)


class TestForgetting:
    def test_the_list_ends_with_what_was_prepared_and_the_basket_stays(self, usual, day, leeks):
        change_offer(day, leeks, quantity=1)
        prepare(usual, day)
        for _tap in range(2):
            actions.end_recurring(list_id=usual.pk)
        for model in (RecurringList, RecurringLine, PreparedBasket, PreparedGap):
            assert not model.objects.exists()
        assert BasketLine.objects.count() == 2
        assert Message.objects.get().state == Message.State.DROPPED

    def test_it_goes_with_the_account(self, usual, day):
        prepare(usual, day)
        usual.person.delete()
        assert not RecurringList.objects.exists()
        assert not PreparedBasket.objects.exists()

    def test_what_was_prepared_goes_after_sixty_days(self, usual, day):
        prepare(usual, day)
        tasks.forget_recurring_baskets()
        actions.forget_recurring(now=day.closes_at + timedelta(days=59))
        assert PreparedBasket.objects.exists()
        actions.forget_recurring(now=day.closes_at + timedelta(days=61))
        assert not PreparedBasket.objects.exists()
        assert RecurringList.objects.exists()

    def test_a_list_left_in_its_pause_goes_after_a_year(self, usual, day):
        actions.pause_recurring(list_id=usual.pk, resumes_on=None, now=NOW())
        actions.forget_recurring(now=NOW() + timedelta(days=364))
        assert RecurringList.objects.exists()
        actions.forget_recurring(now=NOW() + timedelta(days=366))
        assert not RecurringList.objects.exists()

    def test_a_pause_said_anew_is_counted_anew(self, usual):
        actions.pause_recurring(
            list_id=usual.pk, resumes_on=timezone.localdate() + timedelta(days=9), now=NOW()
        )
        later = NOW() + timedelta(days=300)
        actions.pause_recurring(list_id=usual.pk, resumes_on=None, now=later)
        actions.forget_recurring(now=NOW() + timedelta(days=400))
        assert RecurringList.objects.exists()
