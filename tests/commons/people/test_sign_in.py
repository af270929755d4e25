"""Signing in, the person's own page, and the second factor of volunteers, through the real views."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import translation

from commons.people.models import Household, Person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _french_addresses():
    """A page read in English by an earlier test would leave ``reverse`` speaking English."""
    with translation.override("fr"):
        yield


@pytest.fixture(autouse=True)
def _no_rate_limits(settings):
    """Attempts are counted in the cache, which outlives a test: one would pay for another."""
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture
def amina():
    return Person.objects.create_user("amina@exemple.fr", first_name="Amina")


@pytest.fixture
def volunteer():
    person = Person.objects.create_user(
        "vera@exemple.fr", "un-long-mot-de-passe", first_name="Véra"
    )
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return person


def page_of(response):
    assert response.status_code == 200
    return response.content.decode()


def code_in(mail):
    return re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", mail.body).group()


PAGES_FOR_ALL = [
    "account_login",
    "account_request_login_code",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_inactive",
]
PAGES_FOR_MEMBERS = [
    "account_logout",
    "account_email",
    "account_set_password",
    "mfa_index",
    "people:account",
]


@pytest.mark.parametrize("name", PAGES_FOR_ALL)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_of_the_door_stands_in_our_frame(client, name, prefix):
    words = page_of(client.get(prefix + reverse(name)))
    assert 'class="awning"' in words
    assert "<h1" in words


@pytest.mark.parametrize("name", PAGES_FOR_MEMBERS)
def test_every_page_of_a_member_stands_in_our_frame(client, amina, name):
    client.force_login(amina)
    assert 'class="awning"' in page_of(client.get(reverse(name)))


def test_one_signs_in_with_a_code_and_no_password(client, amina, mailoutbox):
    response = client.post(reverse("account_login"), {"login": "Amina@exemple.fr", "password": ""})
    assert response.url == reverse("account_confirm_login_code")
    mail = mailoutbox[0]
    assert mail.subject.startswith("Votre code de connexion")
    assert "Halle" in mail.alternatives[0].content

    response = client.post(reverse("account_confirm_login_code"), {"code": code_in(mail)})

    assert response.url == reverse("people:account")
    assert "Bonjour Amina" in page_of(client.get(response.url))


def test_one_who_chose_a_password_may_use_it(client, volunteer):
    volunteer.emailaddress_set.update(verified=True)
    keys = {"login": volunteer.email, "password": "un-long-mot-de-passe"}
    assert client.post(reverse("account_login"), keys).url == reverse("people:account")


def test_a_wrong_password_is_refused_and_the_address_kept(client, volunteer):
    keys = {"login": volunteer.email, "password": "pas-le-bon"}
    words = page_of(client.post(reverse("account_login"), keys))
    assert f'value="{volunteer.email}"' in words
    assert 'role="alert"' in words


def test_a_wrong_code_is_refused_beside_its_field(client, amina, mailoutbox):
    client.post(reverse("account_request_login_code"), {"email": amina.email})
    words = page_of(client.post(reverse("account_confirm_login_code"), {"code": "NON-PAS"}))
    assert 'role="alert"' in words
    assert "_auth_user_id" not in client.session


def test_an_account_begins_with_a_first_name_and_a_confirmed_address(client, mailoutbox):
    client.post(reverse("account_signup"), {"email": "paul@exemple.fr", "first_name": "Paul"})
    assert mailoutbox[0].subject.startswith("Confirmez votre adresse")
    client.post(reverse("account_email_verification_sent"), {"code": code_in(mailoutbox[0])})
    person = Person.objects.get()
    assert (person.first_name, person.has_usable_password()) == ("Paul", False)
    assert client.session["_auth_user_id"] == str(person.pk)


def test_who_has_an_account_already_is_told_by_mail_only(client, amina, mailoutbox):
    client.post(reverse("account_signup"), {"email": amina.email, "first_name": "Amina"})
    assert mailoutbox[0].subject == "Vous avez déjà un compte"
    assert "/connexion/login/" in mailoutbox[0].body
    assert Person.objects.count() == 1


def test_an_unknown_address_is_told_by_mail_only(client, mailoutbox):
    client.post(reverse("account_request_login_code"), {"email": "inconnue@exemple.fr"})
    assert mailoutbox[0].subject == "Aucun compte à cette adresse"


def test_the_account_page_asks_who_you_are_first(client):
    response = client.get(reverse("people:account"))
    assert response.url.startswith(reverse("account_login"))


def test_a_person_changes_their_name_and_phone(client, amina):
    client.force_login(amina)
    response = client.post(
        reverse("people:account"), {"first_name": "Amina", "last_name": "Diallo", "phone": "06"}
    )
    assert response.url == reverse("people:account")
    amina.refresh_from_db()
    assert (amina.last_name, amina.phone) == ("Diallo", "06")


def test_what_was_typed_stays_when_it_is_refused(client, amina):
    client.force_login(amina)
    words = page_of(
        client.post(reverse("people:account"), {"first_name": "Lou", "phone": "0" * 40})
    )
    assert 'value="Lou"' in words
    assert 'role="alert"' in words


def test_a_person_sees_who_they_share_a_household_with(client, amina):
    amina.household = Household.objects.create(name="Diallo-Martin")
    amina.save()
    Person.objects.create_user("jo@exemple.fr", first_name="Jo", household=amina.household)
    client.force_login(amina)
    words = page_of(client.get(reverse("people:account")))
    assert "Diallo-Martin" in words
    assert "Jo" in words


class TestSecondFactor:
    def test_a_volunteer_without_one_is_sent_to_set_it_up(self, client, volunteer):
        client.force_login(volunteer)
        response = client.get(reverse("wagtailadmin_home"))
        assert response.url == reverse("mfa_index")

    def test_a_volunteer_with_one_enters(self, client, volunteer):
        volunteer.emailaddress_set.update(verified=True)
        client.post(
            reverse("account_login"),
            {"login": volunteer.email, "password": "un-long-mot-de-passe"},
        )
        activate = reverse("mfa_activate_totp")
        confirm = client.get(activate).url
        assert 'class="awning"' in page_of(client.get(confirm))
        client.post(confirm, {"password": "un-long-mot-de-passe"})
        form = client.get(activate).context["form"]
        client.post(activate, {"code": self._code_now(form.secret)})
        assert client.get(reverse("wagtailadmin_home")).status_code == 200

    def test_the_demo_lets_newcomers_look_around(self, client, volunteer, settings):
        settings.SECOND_FACTOR_FOR_STAFF = False
        client.force_login(volunteer)
        assert client.get(reverse("wagtailadmin_home")).status_code == 200

    def test_visitors_are_simply_asked_to_sign_in(self, client):
        response = client.get(reverse("wagtailadmin_home"))
        assert response.url.startswith(reverse("account_login"))

    @staticmethod
    def _code_now(secret):
        counter = next(iter(yield_hotp_counters_from_time()))
        return format_hotp_value(hotp_value(secret, counter))


def test_an_endless_address_is_refused_before_any_mail(client, mailoutbox):
    endless = "a" * 64 + "@" + ".".join(["b" * 60] * 3 + ["c" * 40, "fr"])

    doors = [
        client.post(reverse("account_login"), {"login": endless}),
        client.post(reverse("account_signup"), {"email": endless, "first_name": "Zoé"}),
    ]

    assert [answer.status_code for answer in doors] == [200, 200]
    assert mailoutbox == []
