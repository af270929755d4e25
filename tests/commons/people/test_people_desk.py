"""People are added and edited in the desk although they have no username."""

import pytest
from django.contrib.auth.models import Group, Permission
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


class TestWhoMayDoEverything:
    """An administrator without that right of their own takes it from nobody, and gives it to nobody."""

    @pytest.fixture
    def chief(self):
        return Person.objects.create_superuser("chef@exemple.fr", first_name="Chef")

    @pytest.fixture
    def administration(self, client, settings):
        settings.SECOND_FACTOR_FOR_STAFF = False
        helper = Person.objects.create_user("aide@exemple.fr")
        helper.user_permissions.set(
            Permission.objects.filter(
                codename__in=["access_admin", "add_person", "change_person", "delete_person"]
            )
        )
        client.force_login(helper)
        return client

    @pytest.mark.parametrize("screen", ["edit", "delete"])
    def test_their_screens_stay_shut(self, administration, chief, screen):
        address = reverse(f"wagtailusers_users:{screen}", args=[chief.pk])
        changed = {"email": "aide@exemple.org", "first_name": "Chef", "is_active": "on"}
        for answer in (administration.get(address), administration.post(address, changed)):
            assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home"))
        chief.refresh_from_db()
        assert (chief.email, chief.is_superuser) == ("chef@exemple.fr", True)

    @pytest.mark.parametrize(
        ("action", "given"),
        [("set_active_state", {"mark_as_active": "False"}), ("assign_role", {"role": "1"})],
    )
    def test_nor_are_they_changed_in_a_selection(self, administration, chief, action, given):
        Group.objects.get_or_create(pk=1, defaults={"name": "Une"})
        address = reverse("wagtail_bulk_action", args=["people", "person", action])
        administration.post(f"{address}?id={chief.pk}", given)
        chief.refresh_from_db()
        assert chief.is_active
        assert not chief.groups.exists()

    def test_a_new_person_is_not_given_that_right(self, administration):
        answer = administration.post(
            reverse("wagtailusers_users:add"),
            {"email": "nora@exemple.fr", "first_name": "Nora", "is_superuser": "on"},
        )
        assert answer.status_code == 302
        assert not Person.objects.get(email="nora@exemple.fr").is_superuser

    def test_nor_is_one_there_was(self, administration):
        nora = Person.objects.create_user("nora@exemple.fr", first_name="Nora")
        answer = administration.post(
            reverse("wagtailusers_users:edit", args=[nora.pk]),
            {"email": nora.email, "first_name": "Nora", "is_active": "on", "is_superuser": "on"},
        )
        assert answer.status_code == 302
        nora.refresh_from_db()
        assert not nora.is_superuser
