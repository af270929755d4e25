"""What the site answers to requests that no form of ours sends."""

import pytest
from django.test import Client

from commons.people.models import Person
from tests.workshops.factories import SessionFactory

pytestmark = pytest.mark.django_db


def test_a_form_without_its_token_is_told_so_in_words(site_pages):
    session = SessionFactory()

    answer = Client(enforce_csrf_checks=True).post(session.get_absolute_url(), {"seats": 1})

    assert answer.status_code == 403
    assert "Ce formulaire a trop attendu" in answer.text


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
