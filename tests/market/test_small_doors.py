"""What slips through a door left ajar: a day that is over, a basket joined meanwhile, a slot that people hold."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from commons.people.models import Person
from market import actions, tasks
from market import basket as baskets
from market.desk.countries import countries
from market.models import Basket, BasketLine, MarketDay, Offer, Order, PickUpSlot, Product
from market.refusals import BasketJoinedError, DayHeldError
from market.reports.order_story import story_of
from tests.content.desk import person_in
from tests.market.cards import day_at_hand, weighed_offer
from tests.market.factories import (
    AMINA,
    MarketDayFactory,
    OfferFactory,
    ProductFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db

AT_HALL = Order.PaymentMethod.AT_HALL
CHECKOUT = "/marche/commander/"
WHO = {"name": "Amina Diallo", "email": "amina@exemple.fr", "payment_method": "at-hall"}


@pytest.fixture
def coordinator(client, settings, site_pages):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(person_in("Marché"))
    return client


class TestADayThatWasHeld:
    def test_sells_nothing_more(self):
        with pytest.raises(DayHeldError):
            actions.put_on_sale(
                market_day_id=MarketDayFactory(state=MarketDay.State.DONE).pk,
                product_id=ProductFactory().pk,
                price_cents=260,
                quantity=Decimal(12),
            )
        assert not Offer.objects.exists()

    def test_opens_no_offer_again(self):
        offer = OfferFactory(on_sale=False, market_day__state=MarketDay.State.DONE)
        with pytest.raises(DayHeldError):
            actions.reopen_offer(offer_id=offer.pk)
        actions.set_offer(offer_id=offer.pk, quantity=Decimal(1))

    def test_says_so_at_the_desk(self, coordinator):
        day, product = MarketDayFactory(state=MarketDay.State.DONE), ProductFactory()
        answer = coordinator.post(
            "/gestion/snippets/market/offer/add/",
            {"market_day": day.pk, "product": product.pk, "price_cents": 260, "quantity": 3}
            | {"on_sale": "on"},
        )
        assert "Ce marché a eu lieu" in answer.content.decode()
        assert not Offer.objects.exists()

    def test_only_its_orders_are_closed_and_it_takes_an_offer_still(self):
        day = MarketDayFactory(state=MarketDay.State.CLOSED)
        assert actions.put_on_sale(
            market_day_id=day.pk,
            product_id=ProductFactory().pk,
            price_cents=260,
            quantity=Decimal(12),
        )


class TestWhoCancelled:
    @pytest.fixture
    def order(self):
        return order_of(basket_of((OfferFactory(), 2)), AT_HALL)

    @pytest.fixture
    def zoe(self):
        return Person.objects.create(email="zoe@exemple.fr", first_name="Zoé", last_name="Blanc")

    def told(self, order):
        order.refresh_from_db()
        return [
            moment.words
            for moment in story_of(order, tells_cards=False).moments
            if "Annulée" in moment.words
        ]

    def test_the_hall_in_person(self, coordinator, order):
        zoe = Person.objects.get(pk=coordinator.session["_auth_user_id"])
        Person.objects.filter(pk=zoe.pk).update(first_name="Zoé", last_name="Blanc")
        coordinator.post(
            reverse("market_desk:cancel_order", args=[order.pk]),
            {"reason": "La grêle.", "meant": "on"},
        )
        order.refresh_from_db()
        assert order.called_off_by == zoe
        assert self.told(order) == ["Annulée par Zoé Blanc. La grêle."]

    def test_the_hall_by_taking_out_each_line(self, order, zoe):
        line = order.lines.get()
        actions.change_order(
            order_id=order.pk, quantities={line.pk: Decimal(0)}, by=zoe, reason="Plus rien.",
            now=timezone.now(),
        )  # fmt: skip
        assert self.told(order) == ["Annulée par Zoé Blanc. Plus rien."]

    def test_its_shopper(self, order):
        actions.cancel_order(order_id=order.pk, now=timezone.now())
        assert self.told(order) == ["Annulée par Amina Diallo"]

    def test_whoever_called_the_day_off(self, order, zoe):
        actions.call_off(
            market_day_id=order.market_day_id, reason="Crue.", by=zoe, now=timezone.now()
        )
        tasks.call_off_orders()
        assert self.told(order) == ["Annulée par Zoé Blanc"]
        order.refresh_from_db()
        assert order.called_off_because == ""  # said by the day itself

    def test_a_volunteer_who_left_is_the_hall(self, order, zoe):
        actions.call_off_order(order_id=order.pk, reason="Crue.", by=zoe, now=timezone.now())
        zoe.delete()
        assert self.told(order) == ["Annulée par la halle. Crue."]


class TestABasketJoinedInAnotherTab:
    @pytest.fixture
    def leeks(self):
        return OfferFactory()

    @pytest.fixture
    def amina(self, leeks):
        person = Person.objects.create(email="amina@exemple.fr")
        basket_of((OfferFactory(market_day=leeks.market_day), 1), visitor=baskets.key_of(person))
        return person

    def sign_in_elsewhere(self, basket, person):
        actions.join_baskets(visitor=basket.visitor, person_key=baskets.key_of(person))

    def test_while_the_checkout_is_posted_leads_on_and_loses_nothing(
        self, client, site_pages, leeks, amina, monkeypatch
    ):
        client.post(leeks.market_day.get_absolute_url(), {"offer": leeks.pk, "quantity": 2})
        page = client.get(CHECKOUT).content.decode()
        agreed = dict(re.findall(r'name="(basket|seen_total_cents)" value="([^"]*)"', page))
        basket = Basket.objects.get(pk=agreed["basket"])
        keep = actions.keep_wishes

        def keep_after_the_sign_in(**given):
            self.sign_in_elsewhere(basket, amina)
            return keep(**given)

        monkeypatch.setattr(actions, "keep_wishes", keep_after_the_sign_in)
        answer = client.post(CHECKOUT, WHO | agreed)
        assert (answer.status_code, answer.url) == (303, reverse("market:basket"))
        client.force_login(amina)
        page = client.get(answer.url).content.decode()
        assert "a rejoint celui de votre compte" in page
        assert leeks.product.name in page
        assert not Order.objects.exists()
        assert BasketLine.objects.filter(basket__visitor=baskets.key_of(amina)).count() == 2

    def test_is_neither_held_nor_ordered_nor_swept(self, leeks, amina):
        basket = basket_of((leeks, 2))
        self.sign_in_elsewhere(basket, amina)
        with pytest.raises(BasketJoinedError):
            actions.hold_basket(basket_id=basket.pk, now=timezone.now())
        with pytest.raises(BasketJoinedError):
            actions.place_order(
                basket_id=basket.pk,
                shopper=AMINA,
                payment_method=AT_HALL,
                seen_total_cents=520,
                now=timezone.now(),
            )
        actions.release_holds(basket_id=basket.pk, now=timezone.now())


class TestASlotThatPeopleHold:
    @pytest.fixture
    def slot(self):
        day = MarketDayFactory()
        slot = PickUpSlot.objects.create(
            market_day=day, starts_at=day.opens_at, ends_at=day.opens_at + timedelta(minutes=30)
        )
        Order.objects.filter(pk=order_of(basket_of((OfferFactory(), 1)), AT_HALL).pk).update(
            slot=slot
        )
        return slot

    def form_of(self, day, slot):
        def local(hour):
            return timezone.localtime(hour).strftime("%Y-%m-%d %H:%M")

        hours = ("opens_at", "closes_at", "orders_open_at", "orders_close_at")
        return {name: local(getattr(day, name)) for name in hours} | {
            "date": day.date.isoformat(),
            "place": day.place_id,
            "stalls-TOTAL_FORMS": 0, "stalls-INITIAL_FORMS": 0,
            "slots-TOTAL_FORMS": 1, "slots-INITIAL_FORMS": 1,
            "slots-0-id": slot.pk,
            "slots-0-starts_at": local(slot.starts_at),
            "slots-0-ends_at": local(slot.ends_at),
            "slots-0-capacity": 20,
            "slots-0-DELETE": "on",
        }  # fmt: skip

    def test_stays_and_the_desk_says_what_to_do(self, coordinator, slot):
        address = f"/gestion/snippets/market/marketday/edit/{slot.market_day_id}/"
        answer = coordinator.post(address, self.form_of(slot.market_day, slot))
        assert "a des commandes" in answer.content.decode()
        assert PickUpSlot.objects.filter(pk=slot.pk).exists()

    def test_leaves_once_nobody_holds_it(self, coordinator, slot):
        Order.objects.update(slot=None)
        address = f"/gestion/snippets/market/marketday/edit/{slot.market_day_id}/"
        assert coordinator.post(address, self.form_of(slot.market_day, slot)).status_code == 302
        assert not PickUpSlot.objects.exists()

    def test_taken_between_the_look_and_the_saving_is_said_too(
        self, coordinator, slot, monkeypatch
    ):
        monkeypatch.setattr("market.desk.day_form.SlotRows.clean", lambda _rows: None)
        address = f"/gestion/snippets/market/marketday/edit/{slot.market_day_id}/"
        answer = coordinator.post(address, self.form_of(slot.market_day, slot))
        assert "rien n’a été supprimé" in answer.content.decode()
        assert PickUpSlot.objects.filter(pk=slot.pk).exists()


def test_estimates_are_taken_in_the_order_of_the_orders(monkeypatch):
    day = day_at_hand()
    offer = weighed_offer(day)
    orders = [order_of(basket_of((offer, "0.3")), AT_HALL) for _order in range(3)]
    MarketDay.objects.filter(pk=day.pk).update(
        **{name: getattr(day, name) - timedelta(days=6) for name in ("opens_at", "closes_at")},
        orders_open_at=day.orders_open_at - timedelta(days=6),
        orders_close_at=day.orders_close_at - timedelta(days=6),
    )
    taken = []
    monkeypatch.setattr(actions, "take_estimates", lambda order_id, now: taken.append(order_id))
    tasks.take_estimates()
    assert taken == sorted(order.pk for order in orders)


def test_a_sum_set_aside_is_not_called_paid(site_pages, stand_in):
    cheese = order_of(basket_of((weighed_offer(day_at_hand()), "0.3")))
    said = Client().get(cheese.get_absolute_url()).content.decode()
    assert "Mis de côté, pas prélevé" in said
    assert re.search("Mettre 7,20\\s€ de côté", said)
    assert not re.search(r"Payer \d", said)
    leeks = order_of(basket_of((OfferFactory(), 1)))
    said = Client().get(leeks.get_absolute_url()).content.decode()
    assert re.search("Payer 2,60\\s€", said)
    assert "Mis de côté" not in said


class TestTheCountryOfOrigin:
    def test_is_proposed_in_both_languages_and_by_the_alphabet(self, coordinator):
        page = coordinator.get("/gestion/snippets/market/product/add/").content.decode()
        assert 'list="origin-countries"' in page
        assert '<option value="Espagne" label="Espagne (Spain)">' in page
        names = [name for name, _proposed in countries()]
        assert names.index("Égypte") < names.index("Espagne") < names.index("France")
        assert "Union européenne" not in names
        assert len(names) > 240

    def test_may_be_any_words(self, coordinator):
        product = ProductFactory(origin="France, Drôme")
        page = coordinator.get(f"/gestion/snippets/market/product/edit/{product.pk}/")
        form = page.context["form"]
        field = Product._meta.get_field("origin")
        assert form["origin"].value() == field.clean("France, Drôme", product)
