"""The fund as people meet it: at the till, on its public page, and nowhere else."""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from commons.notices.models import Message
from market.models import FundEntry, FundWord, Order
from market.money import fund
from tests.market.cards import day_at_hand, hear_of
from tests.market.factories import OfferFactory
from tests.market.solidarity import FundWordFactory, fill_the_fund, ledger_cents, open_the_fund
from tests.market.test_views import CHECKOUT, WHO, hidden, take, text

pytestmark = pytest.mark.django_db

HTMX = {"headers": {"HX-Request": "true"}}


@pytest.fixture
def house():
    return open_the_fund(solidarity_percent=30, support_percent=20, where_fr="À l’accueil")


@pytest.fixture
def leeks():
    return OfferFactory(market_day=day_at_hand(), price_cents=1000)


@pytest.fixture
def volunteer(client, django_user_model, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    person = django_user_model.objects.create_user(email="lea@halle.example", is_staff=True)
    person.groups.add(Group.objects.get(name="Marché"))
    client.force_login(person)
    return client


def form_of(page, **given):
    return WHO | {name: hidden(page, name) for name in ("basket", "seen_total_cents")} | given


def test_without_javascript_a_word_is_counted_then_ordered(client, house, leeks):
    fill_the_fund(5000)
    word = FundWordFactory()
    take(client, leeks)
    form = form_of(client.get(CHECKOUT), word=word.word)

    counted = client.post(CHECKOUT, form | {"recount": ""})
    assert counted.status_code == 200
    assert 'value="Amina Diallo"' in text(counted)
    assert "La caisse de solidarité paie" in text(counted)
    assert "Commander, sans rien à payer" in text(counted)
    assert "payment_method" not in text(counted)

    ordered = client.post(CHECKOUT, form | form_of(counted) | {"word": word.word})
    assert ordered.status_code == 303
    page = client.get(ordered.url)
    assert "Payée et confirmée" in text(page)
    assert "Déjà réglé" in text(page)
    assert "solidarité" not in text(page).split("<main")[1].split("</main")[0].lower()


def test_the_total_that_changed_is_shown_before_it_binds(client, house, leeks):
    fill_the_fund(5000)
    take(client, leeks)
    form = form_of(client.get(CHECKOUT), word=FundWordFactory(basket_cents=400).word)

    refused = client.post(CHECKOUT, form)
    assert refused.status_code == 422
    assert "relisez le total, puis confirmez" in text(refused)
    assert hidden(refused, "seen_total_cents") == "600"
    assert Order.objects.count() == 0
    assert client.post(CHECKOUT, form | {"seen_total_cents": "600"}).status_code == 303


def test_with_javascript_only_the_money_is_counted_again(client, house, leeks):
    take(client, leeks)
    form = form_of(client.get(CHECKOUT), gift="basket", name="")
    answer = client.post(CHECKOUT, form | {"recount": ""}, **HTMX)
    assert "<html" not in text(answer)
    assert hidden(answer, "seen_total_cents") == "3000"
    assert "field--wrong" not in text(answer)


def test_a_wrong_word_is_said_beside_its_field_and_keeps_what_was_typed(client, house, leeks):
    take(client, leeks)
    form = form_of(client.get(CHECKOUT), word="petit pois")
    answer = client.post(CHECKOUT, form)
    assert answer.status_code == 422
    assert "Ce mot n’est pas connu" in text(answer)
    assert 'value="petit pois"' in text(answer)
    assert 'id="id_word_error"' in text(answer)


def test_words_are_not_guessed_by_a_machine(house, leeks):
    client = Client(REMOTE_ADDR="203.0.113.7")  # what it tried too often is counted by address
    fill_the_fund(5000)
    take(client, leeks)
    form = form_of(client.get(CHECKOUT), recount="")
    for guess in range(20):
        client.post(CHECKOUT, form | {"word": f"figue-{guess}"})
    answer = client.post(CHECKOUT, form | {"word": FundWordFactory().word})
    assert "Trop d’essais" in text(answer)
    assert "La caisse de solidarité paie" not in text(answer)


def test_an_amount_that_is_none_is_said(client, house, leeks):
    take(client, leeks)
    form = form_of(client.get(CHECKOUT))
    assert "Dites combien, en euros." in text(client.post(CHECKOUT, form | {"gift": "other"}))
    wrong = client.post(CHECKOUT, form | {"gift": "other", "gift_amount": "cinq"})
    assert "Un montant en euros" in text(wrong)
    assert 'value="cinq"' in text(wrong)


def test_a_hall_without_a_fund_does_not_speak_of_it(client, leeks):
    take(client, leeks)
    assert "Solidarité" not in text(client.get(CHECKOUT))
    assert client.get(reverse("market:solidarity")).status_code == 404


def test_the_public_page_tells_sums_and_never_people(client, house, leeks):
    fill_the_fund(5000)
    take(client, leeks)
    word = FundWordFactory()
    form = form_of(client.get(CHECKOUT), word=word.word)
    client.post(CHECKOUT, form | {"seen_total_cents": "0"})

    page = text(client.get(reverse("market:solidarity")))
    assert "40,00" in page
    assert "moins de 3" in page
    assert "10,00" not in page
    assert "De quoi offrir 2 paniers." in re.sub(r"\s+", " ", page)
    assert not [told for told in ("Amina", word.word, word.given_by) if told in page]


def test_a_gift_alone_leads_to_its_card_and_is_thanked(client, house, stand_in):
    page = client.get(reverse("market:solidarity"))
    form = {"form_key": hidden(page, "form_key"), "amount": "12,50", "email": "noor@exemple.fr"}
    first = client.post(reverse("market:solidarity"), form)
    second = client.post(reverse("market:solidarity"), form)
    assert first.url == second.url
    card = client.get(first.url)
    assert "12,50" in text(card)
    ref = stand_in.client.v1.payment_intents.list().data[0].id
    stand_in.pay(ref)
    hear_of(ref)
    assert "Merci" in text(client.get(first.url))
    assert fund.balance() == 1250
    assert Message.objects.get(kind="market.thanks").to == "noor@exemple.fr"


def test_less_than_a_euro_is_not_worth_a_card(client, house):
    page = client.get(reverse("market:solidarity"))
    form = {"form_key": hidden(page, "form_key"), "amount": "0,50"}
    answer = client.post(reverse("market:solidarity"), form)
    assert answer.status_code == 422
    assert "À partir d’un euro" in text(answer)


def test_nothing_at_the_desk_says_who_took_a_basket(volunteer, client, house, leeks):
    fill_the_fund(5000)
    take(client, leeks)
    form = form_of(client.get(CHECKOUT), word=FundWordFactory().word)
    client.post(CHECKOUT, form | {"seen_total_cents": "0"})
    order = Order.objects.get()

    screens = [
        reverse("wagtailsnippets_market_order:inspect", args=[order.pk]),
        reverse("wagtailsnippets_market_order:list"),
        reverse("market_desk:board", args=[order.market_day_id]),
        reverse("market_desk:download", args=["commandes", "csv"]),
    ]
    for screen in screens:
        said = client.get(screen)
        shown = b"".join(said) if said.streaming else said.content
        assert said.status_code == 200
        assert "caisse" not in shown.decode().split("<main")[-1].lower(), screen
    ledger = text(client.get(reverse("wagtailsnippets_market_fundentry:list")))
    assert "don déposé à la halle" in ledger
    assert "part d’une commande" not in ledger
    assert order.number not in ledger
    assert "Amina" not in ledger


def test_a_word_is_drawn_at_the_desk(volunteer, house):
    form = {"given_by": "CCAS", "basket_cents": 2000, "baskets": 12, "until": "2027-06-30"}
    answer = volunteer.post(reverse("wagtailsnippets_market_fundword:add"), form)
    assert answer.status_code == 302
    word = FundWord.objects.get()
    assert re.fullmatch(r"[a-z]+-[a-z]+-[2-9]{3}", word.word)
    assert word.word in text(volunteer.get(reverse("wagtailsnippets_market_fundword:list")))


def test_the_box_is_noted_and_corrected_with_a_reason(volunteer, house):
    address = reverse("market_desk:note_fund")
    cash = {"kind": "cash", "euros": "35.5", "reason": "Boîte de samedi"}
    assert volunteer.post(address, cash).status_code == 302
    assert volunteer.post(address, cash | {"euros": "-5"}).status_code == 422
    too_much = {"kind": "correction", "euros": "-40", "reason": "Compté deux fois"}
    assert "La caisse n’a pas autant" in text(volunteer.post(address, too_much))
    assert volunteer.post(address, too_much | {"euros": "-5.5"}).status_code == 302
    assert fund.balance() == ledger_cents() == 3000
    assert FundEntry.objects.filter(by__email="lea@halle.example").count() == 2
