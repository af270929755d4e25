"""What the site answers to requests that no form of ours sends."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from commons.people.models import Person
from tests.gardens.factories import GardenFactory
from tests.market.factories import OfferFactory
from tests.workshops.factories import SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _french_again():
    """A request leaves its language behind in the thread; the next test is not to speak it."""
    with translation.override("fr"):
        yield


def test_a_form_without_its_token_is_told_so_in_words(site_pages):
    session = SessionFactory()

    answer = Client(enforce_csrf_checks=True).post(session.get_absolute_url(), {"seats": 1})

    assert answer.status_code == 403
    assert "Ce formulaire a trop attendu" in answer.text


def test_a_closed_door_offers_the_way_in_to_whoever_is_not_known_yet(rf, site_pages):
    request = rf.get("/reserve/")
    request.user = AnonymousUser()
    back_here = "/connexion/login/?next=/reserve/"
    assert back_here in render_to_string("403.html", request=request)
    request.user = Person.objects.create_user("sam@exemple.fr")
    assert back_here not in render_to_string("403.html", request=request)


@pytest.mark.parametrize(
    "address",
    [
        "/marche/commande/%00/",
        "/ateliers/reservation/%00/",
        "/jardins/demande/%00/",
        "/agenda/?quoi=%00",
    ],
)
def test_a_null_byte_in_an_address_is_refused(client, address):
    assert client.get(address).status_code == 400


def test_a_null_byte_in_a_cookie_is_refused(client):
    client.cookies["sessionid"] = "\0abcdefgh"
    assert client.get("/compte/").status_code == 400


@pytest.mark.parametrize("door", ["/gestion/login/", "/en/gestion/login/", "/_util/login/"])
def test_no_password_opens_the_desk_beside_the_second_factor(client, door):
    Person.objects.create_superuser("zoe@exemple.fr", "une-phrase-assez-longue")

    answer = client.post(
        door, {"username": "zoe@exemple.fr", "password": "une-phrase-assez-longue"}
    )

    assert answer.status_code == 302
    assert "/connexion/login/" in answer.headers["Location"]
    assert "_auth_user_id" not in client.session


# Longer than the 254 characters that an address can have [RFC 5321] and that our rows hold.
ENDLESS_ADDRESS = "a" * 64 + "@" + ".".join(["b" * 60] * 3 + ["c" * 40, "fr"])


def test_an_endless_address_is_a_mistake_in_a_form_and_not_a_fault_of_the_site(client):
    form = {"name": "Zoé", "email": ENDLESS_ADDRESS, "form_key": str(uuid4())}
    order = {**form, "payment_method": "at-hall"}
    garden = GardenFactory()
    offer = OfferFactory()
    client.post(offer.market_day.get_absolute_url(), {"offer": offer.pk, "quantity": 1})

    answers = [
        client.post(SessionFactory().get_absolute_url(), {**form, "seats": 1}),
        client.post(
            garden.get_request_url(), {**form, "household_size": 1, "wish": "either", "note": ""}
        ),
        client.post("/marche/commander/", {**order, "seen_total_cents": offer.price_cents}),
    ]

    assert [answer.status_code for answer in answers] == [422, 422, 422]


@pytest.mark.parametrize("field", ["basket", "seen_total_cents"])
def test_endless_digits_are_not_read_as_a_number(client, field):
    offer = OfferFactory()
    client.post(offer.market_day.get_absolute_url(), {"offer": offer.pk, "quantity": 1})
    form = {"name": "Zoé", "email": "zoe@exemple.fr", "payment_method": "at-hall"}

    assert client.post("/marche/commander/", {**form, field: "9" * 5000}).status_code == 422


def test_pages_with_a_form_answer_to_head(client):
    pages = [SessionFactory().get_absolute_url(), GardenFactory().get_request_url()]
    assert [client.head(page).status_code for page in pages] == [200, 200]
