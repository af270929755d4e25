"""People are added and edited in the desk although they have no username."""

import pytest
from django.urls import reverse

from commons.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(Person.objects.create_superuser("chef@exemple.fr"))
    return client


def test_a_person_is_added_without_a_password(desk):
    assert desk.get(reverse("wagtailusers_users:add")).status_code == 200
    response = desk.post(
        reverse("wagtailusers_users:add"),
        {"email": "Nora@Exemple.fr", "first_name": "Nora", "last_name": "Petit", "phone": "06"},
    )
    assert response.status_code == 302, response.context["form"].errors
    nora = Person.objects.get(email="nora@exemple.fr")
    assert not nora.has_usable_password()
    assert nora.phone == "06"


def test_the_same_address_in_capitals_is_the_same_person(desk):
    Person.objects.create_user("nora@exemple.fr")
    response = desk.post(
        reverse("wagtailusers_users:add"),
        {"email": "NORA@exemple.fr", "first_name": "Nora", "last_name": "Petit"},
    )
    assert response.context["form"].errors["email"]


def test_a_person_is_edited(desk):
    nora = Person.objects.create_user("nora@exemple.fr", first_name="Nora")
    address = reverse("wagtailusers_users:edit", args=[nora.pk])
    assert desk.get(address).status_code == 200
    response = desk.post(
        address,
        {"email": "nora@exemple.fr", "first_name": "Nora", "last_name": "Petit", "is_active": "on"},
    )
    assert response.status_code == 302, response.context["form"].errors
    nora.refresh_from_db()
    assert nora.last_name == "Petit"


def test_people_are_listed(desk):
    assert "chef@exemple.fr" in desk.get(reverse("wagtailusers_users:index")).content.decode()
