"""What a shopper sees of their recurring basket: its page, the offers to keep one, the basket it filled, its mail."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from commons.notices import letters as notices
from commons.notices.models import Message
from commons.people.models import Person
from market import actions
from market.keys import key_of
from market.models import MarketDay, Offer, Order, PreparedBasket, RecurringList
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProductFactory,
    basket_of,
    order_of,
)
from tests.market.recurring import amina as make_amina
from tests.market.recurring import list_of, prepare

pytestmark = pytest.mark.django_db

NOW = timezone.now
PAGE, BASKET = "/marche/panier-habituel/", "/marche/panier/"
QUERIES_AT_MOST = 12


@pytest.fixture(autouse=True)
def _french_addresses():
    with translation.override("fr"):
        yield


@pytest.fixture
def leeks():
    return ProductFactory(name_fr="Poireaux", name_en="Leeks", own_season=[])


@pytest.fixture
def day(leeks):
    market_day = MarketDayFactory()
    OfferFactory(market_day=market_day, product=leeks)
    return market_day


@pytest.fixture
def amina(client):
    person = make_amina()
    client.force_login(person)
    return person


@pytest.fixture
def usual(amina, leeks):
    return list_of(amina, (leeks, 2))


def words(answer):
    return re.sub(r"\s+", " ", unescape(answer.content.decode()))


def see(client, path=PAGE):
    answer = client.get(path)
    assert answer.status_code == 200
    return words(answer)


def offer_of(day):
    return day.offers.get()


class TestItsPage:
    def test_a_stranger_signs_in_first(self, client):
        assert client.get(PAGE).url == f"/connexion/login/?next={PAGE}"

    @pytest.mark.usefixtures("amina")
    def test_an_empty_one_invites(self, client, day):
        shown = see(client)
        assert "Votre panier habituel est vide" in shown
        assert day.get_absolute_url() in shown

    @pytest.mark.usefixtures("usual")
    def test_it_shows_the_list_and_the_market_it_waits_for(self, client, day):
        MarketDay.objects.update(orders_open_at=NOW() + timedelta(hours=1))
        shown = see(client)
        assert "Poireaux" in shown
        assert "2 bottes" in shown
        assert "Préparé dès que les commandes ouvrent" in shown

    def test_it_says_which_baskets_are_ready_ordered_or_left_out(self, client, usual, day):
        prepare(usual, day)
        assert f"{BASKET}{day.date}/" in see(client)
        for outcome, said in (("nothing", "Rien de votre liste"), ("ordered", "Vous avez comm")):
            PreparedBasket.objects.update(outcome=outcome)
            assert said in see(client)

    def test_a_market_that_is_left_out_says_so(self, client, usual, day):
        MarketDay.objects.update(orders_open_at=NOW() + timedelta(hours=1))
        RecurringList.objects.update(created_at=NOW() + timedelta(hours=2))
        assert "Sans votre panier habituel, cette fois" in see(client)

    def test_a_line_steps_and_goes(self, client, usual):
        line = usual.lines.get()
        url = reverse("market:recurring_line")
        answer = client.post(url, {"line": line.pk, "quantity": "3"})
        assert answer.url == f"{PAGE}#ligne-{line.pk}"
        assert usual.lines.get().quantity == 3
        assert "choisissez-en une proposée" in words(
            client.post(url, {"line": line.pk, "quantity": "0.5"}, follow=True)
        )
        assert client.post(url, {"line": "x"}).status_code == 404
        client.post(url, {"line": line.pk, "quantity": "0"})
        assert "Votre panier habituel est vide" in see(client)

    def test_its_name_and_rhythm(self, client, usual):
        url = reverse("market:recurring_arrange")
        client.post(url, {"rhythm": "second", "name": "  Légumes \n du samedi "})
        usual.refresh_from_db()
        assert (usual.rhythm, usual.name) == ("second", "Légumes du samedi")
        assert "Légumes du samedi" in see(client)
        assert client.post(url, {"rhythm": "never"}).status_code == 422

    def test_a_pause_with_and_without_a_date(self, client, usual):
        url = reverse("market:recurring_pause")
        later = timezone.localdate() + timedelta(days=20)
        client.post(url, {"resumes_on": later.isoformat()})
        assert "Rien n’est préparé pour les marchés d’avant" in see(client)
        client.post(url, {"resumes_on": ""})
        assert "tant que vous ne reprenez pas" in see(client)
        client.post(reverse("market:recurring_resume"))
        usual.refresh_from_db()
        assert (usual.paused_at, usual.resumes_on) == (None, None)

    @pytest.mark.parametrize(("day_off", "said"), [("0", "à venir"), ("soon", "par exemple")])
    @pytest.mark.usefixtures("usual")
    def test_a_pause_that_cannot_be_is_told(self, client, day_off, said):
        day_off = timezone.localdate().isoformat() if day_off == "0" else day_off
        answer = client.post(reverse("market:recurring_pause"), {"resumes_on": day_off})
        assert answer.status_code == 422
        assert said in words(answer)

    @pytest.mark.usefixtures("usual")
    def test_it_is_deleted(self, client):
        shown = words(client.post(reverse("market:recurring_end"), follow=True))
        assert "est supprimé" in shown
        assert not RecurringList.objects.exists()
        assert client.post(reverse("market:recurring_end")).status_code == 404

    def test_a_basket_is_prepared_at_ones_own_wish(self, client, usual, day):
        RecurringList.objects.update(created_at=NOW())
        assert "Préparer ce panier maintenant" in see(client)
        answer = client.post(reverse("market:recurring_day", args=[day.date]))
        assert answer.url == f"{BASKET}{day.date}/"
        assert "Poireaux" in see(client, answer.url)
        assert not Message.objects.exists()

    @pytest.mark.usefixtures("usual")
    def test_a_wish_that_comes_too_late_or_finds_nothing_stays_on_the_page(self, client, day):
        url = reverse("market:recurring_day", args=[day.date])
        MarketDay.objects.update(state=MarketDay.State.CLOSED)
        assert "closes" in words(client.post(url, follow=True))
        MarketDay.objects.update(state=MarketDay.State.OPEN)
        Offer.objects.update(on_sale=False)
        assert client.post(url).url == PAGE
        assert client.post("/marche/panier-habituel/2020-01-01/").status_code == 404

    @pytest.mark.parametrize("lines", [1, 9])
    def test_it_asks_no_more_for_more_lines(
        self, client, amina, day, lines, django_assert_max_num_queries
    ):
        offers = [OfferFactory(market_day=day) for _line in range(lines)]
        prepare(list_of(amina, *((offer.product, 1) for offer in offers)), day)
        for distance in (10, 20):
            MarketDayFactory(date=day.date + timedelta(days=distance))
        client.get(PAGE)
        with django_assert_max_num_queries(QUERIES_AT_MOST):
            client.get(PAGE)


class TestKeepingOne:
    def test_a_basket_is_kept_from_its_page(self, client, amina, day):
        basket_of((offer_of(day), 2), visitor=key_of(amina))
        assert "En faire mon panier habituel" in see(client, BASKET)
        answer = client.post(
            reverse("market:recurring_from_basket"), {"jour": day.date.isoformat()}, follow=True
        )
        assert "Poireaux" in words(answer)
        assert RecurringList.objects.get(person=amina).lines.get().quantity == 2
        assert "mon panier habituel" not in see(client, BASKET)  # all of it is in the list
        basket_of((OfferFactory(market_day=day), 1), visitor=key_of(amina))
        assert "Ajouter à mon panier habituel" in see(client, BASKET)

    @pytest.mark.usefixtures("amina")
    def test_no_basket_is_not_kept(self, client):
        assert client.post(reverse("market:recurring_from_basket")).url == BASKET

    def test_an_order_is_kept_from_its_page(self, client, amina, day):
        order = order_of(basket_of((offer_of(day), 2)), Order.PaymentMethod.AT_HALL)
        assert "Refaire cette commande à chaque marché" in see(client, order.get_absolute_url())
        client.post(reverse("market:recurring_from_order", args=[order.token]))
        kept = RecurringList.objects.get(person=amina)
        assert (kept.lines.get().quantity, kept.language) == (2, "fr")
        assert "à chaque marché" not in see(client, order.get_absolute_url())

    def test_who_is_not_signed_in_is_told_how(self, client, day):
        order = order_of(basket_of((offer_of(day), 2)), Order.PaymentMethod.AT_HALL)
        shown = see(client, order.get_absolute_url())
        assert "Avec un compte, votre panier se prépare tout seul" in shown
        url = reverse("market:recurring_from_order", args=[order.token])
        assert client.post(url).status_code == 302
        assert not RecurringList.objects.exists()


class TestTheBasket:
    def test_it_says_when_it_was_prepared_and_what_is_not_in_it(self, client, amina, leeks, day):
        bread = ProductFactory(name_fr="Pain", own_season=[])
        prepare(list_of(amina, (leeks, 2), (bread, 1)), day)
        shown = see(client, BASKET)
        assert "avec votre panier habituel" in shown
        assert "Pain : n’est pas à ce marché" in shown

    def test_one_filled_by_hand_says_nothing(self, client, amina, day):
        basket_of((offer_of(day), 2), visitor=key_of(amina))
        assert "Préparé" not in see(client, BASKET)

    def test_each_day_has_its_own_and_the_others_are_named(self, client, usual, day, leeks):
        other = MarketDayFactory(date=day.date + timedelta(days=3))
        basket_of((OfferFactory(market_day=other, product=leeks), 5), visitor=key_of(usual.person))
        prepare(usual, day)
        assert "5 bottes" in see(client, BASKET)
        mine = f"{BASKET}{day.date}/"
        assert mine in see(client, BASKET)
        assert "2 bottes" in see(client, mine)
        answer = client.post(mine, {"offer": offer_of(day).pk, "quantity": "1"})
        assert answer.url == mine

    def test_the_one_shown_is_the_one_ordered(self, client, usual, day, leeks):
        other = MarketDayFactory(date=day.date + timedelta(days=3))
        basket_of((OfferFactory(market_day=other, product=leeks), 5), visitor=key_of(usual.person))
        prepared = prepare(usual, day)
        client.post(reverse("market:order_now"), {"jour": day.date.isoformat()})
        prepared.basket.refresh_from_db()
        assert prepared.basket.held_until
        assert f'value="{prepared.basket_id}"' in see(client, "/marche/commander/")

    def test_a_short_line_comes_back_to_its_own_day(self, client, usual, day):
        prepare(usual, day)
        Offer.objects.update(quantity=1)
        answer = client.post(reverse("market:order_now"), {"jour": day.date.isoformat()})
        assert answer.url == f"{BASKET}{day.date}/"

    @pytest.mark.parametrize("gaps", [1, 9])
    def test_it_asks_no_more_for_more_gaps(
        self, client, amina, leeks, day, gaps, django_assert_max_num_queries
    ):
        missing = [(ProductFactory(own_season=[]), 1) for _gap in range(gaps)]
        prepare(list_of(amina, (leeks, 1), *missing), day)
        client.get(BASKET)
        with django_assert_max_num_queries(QUERIES_AT_MOST):
            client.get(BASKET)


class TestTheMail:
    def letter(self):
        message = Message.objects.get(kind="market.recurring")
        with translation.override(message.language):
            letter = notices.compose(message)
            return notices.as_email(letter, message=message) if letter else None

    def test_it_says_what_is_in_it_what_is_not_the_price_and_until_when(self, amina, leeks, day):
        bread = ProductFactory(name_fr="Pain", own_season=[])
        wanted = list_of(amina, (leeks, 20), (bread, 1))
        prepare(wanted, day)
        mail = self.letter()
        assert mail.to == ["amina@exemple.fr"]
        assert "prêt" in mail.subject
        for form in (mail.body, mail.alternatives[0].content):
            said = re.sub(r"\s+", " ", unescape(form))
            for fact in (
                "Poireaux, 12 bottes",
                "31,20 €",
                "Poireaux : 12 bottes au lieu de 20 bottes, c’est tout ce qui restait",
                "Pain : n’est pas à ce marché",
                "Commandes jusqu’à",
                "Rien n’est réservé",
                f"http://testserver/marche/panier-habituel/{day.date}/",
                f"http://testserver/marche/panier-habituel/courrier/{wanted.token}/",
            ):
                assert fact in said

    def test_it_speaks_the_language_the_list_was_kept_in(self, usual, day):
        RecurringList.objects.update(language="en")
        prepare(usual, day)
        mail = self.letter()
        assert "Your usual basket is ready" in mail.subject
        assert "Leeks, 2" in mail.body
        assert "/en/marche/panier-habituel/" in mail.body

    def test_nothing_on_sale_is_said_once_with_the_way_to_the_market(self, usual, day):
        Offer.objects.update(on_sale=False)
        prepare(usual, day)
        mail = self.letter()
        assert "Rien de votre panier habituel" in mail.subject
        assert "Poireaux\u202f: retiré de la vente" in mail.body
        assert f"http://testserver{day.get_absolute_url()}" in mail.body

    @pytest.mark.parametrize("what", ["ordered", "emptied", "closed", "ended"])
    def test_it_does_not_leave_without_an_object(self, usual, day, what):
        prepared = prepare(usual, day)
        if what == "ordered":
            order_of(prepared.basket, Order.PaymentMethod.AT_HALL)
        elif what == "emptied":
            prepared.basket.lines.all().delete()
        elif what == "closed":
            MarketDay.objects.update(state=MarketDay.State.CLOSED)
        else:
            usual.person.delete()
        assert self.letter() is None

    def test_its_link_asks_who_one_is_and_leads_to_the_basket(self, client, usual, day):
        prepare(usual, day)
        link = f"{PAGE}{day.date}/"
        assert client.get(link).url == f"{BASKET}{day.date}/"
        client.logout()
        assert client.get(link).url == f"/connexion/login/?next={link}"


class TestWithoutSigningIn:
    @pytest.fixture
    def link(self, leeks):
        usual = list_of(Person.objects.create_user("bilal@exemple.fr"), (leeks, 1))
        return reverse("market:recurring_quiet", args=[usual.token])

    def test_looking_changes_nothing(self, client, link):
        assert "Mettre en pause" in see(client, link)
        assert RecurringList.objects.get().paused_at is None

    def test_it_is_paused_then_ended(self, client, link):
        assert "C’est en pause" in words(client.post(link, {"quoi": "pause"}, follow=True))
        assert RecurringList.objects.get().rests_on(timezone.localdate())
        assert "C’est supprimé" in words(client.post(link, {"quoi": "supprimer"}))
        assert client.get(link).status_code == 404


def test_ones_own_place_names_the_list(client, usual):
    actions.pause_recurring(list_id=usual.pk, resumes_on=None, now=NOW())
    shown = see(client, "/compte/")
    assert PAGE in shown
    assert "1 produit" in shown
    assert "En pause" in shown
