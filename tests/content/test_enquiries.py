"""Writing to the house and to partners: nothing lost, nothing doubled, no address shown."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from commons.notices.models import Message
from commons.notices.tasks import sweep_messages
from commons.people.models import Person
from commons.places.models import House
from content import actions, rules
from content.models import ContactReason, Enquiry
from tests.content.factories import (
    PRIVATE,
    SAID,
    PartnerFactory,
    ReasonFactory,
    tell_a_partner,
    tell_the_house,
)

pytestmark = pytest.mark.usefixtures("site_pages")


@pytest.fixture(autouse=True)
def _nobody_wrote_yet():
    """The limit of tries is counted in the cache, which outlives a test."""
    cache.clear()


def form(**given):
    return {**SAID, "form_key": uuid4(), "fax": "", **given}


@pytest.fixture
def reason():
    ContactReason.objects.all().delete()
    return ReasonFactory()


def test_a_message_reaches_who_answers_and_is_acknowledged(client, reason):
    answer = client.post("/contact/envoyer/", form(reason=reason.pk), follow=True)
    sweep_messages()

    to_the_house = next(sent for sent in mail.outbox if sent.to == [reason.email])
    to_the_sender = next(sent for sent in mail.outbox if sent.to == [SAID["email"]])
    assert "Votre message est parti" in answer.text
    assert answer.redirect_chain == [("/contact/", 302)]
    assert to_the_house.reply_to == [SAID["email"]]
    assert SAID["words"] in to_the_house.body
    assert SAID["words"] not in to_the_sender.body
    assert not to_the_sender.reply_to


def test_a_reason_without_an_address_goes_to_the_one_of_the_house(reason):
    reason.email = ""
    reason.save()
    House.objects.update_or_create(pk=House.load().pk, defaults={"email": "bonjour@halle.example"})
    tell_the_house(reason=reason)
    assert Message.objects.filter(to="bonjour@halle.example").exists()


def test_what_is_missing_is_said_beside_its_field_and_the_rest_is_kept(client, reason):
    answer = client.post("/contact/envoyer/", form(reason="", email="amina@", name=""))

    assert answer.status_code == 422
    assert "il y manque peut-être" in answer.text
    assert "nous saurons qui répond" in answer.text
    assert "Bonjour, prêtez-vous une échelle" in answer.text
    assert 'value="amina@"' in answer.text
    assert not Enquiry.objects.exists()


def test_two_clicks_send_one_message(client, reason):
    sent = form(reason=reason.pk)
    client.post("/contact/envoyer/", sent)
    client.post("/contact/envoyer/", sent)
    assert Enquiry.objects.count() == 1
    assert Message.objects.count() == 2


def test_a_machine_that_fills_the_trap_is_told_all_is_well(client, reason):
    answer = client.post("/contact/envoyer/", form(reason=reason.pk, fax="http://spam"))
    assert answer.status_code == 302
    assert not Enquiry.objects.exists()
    assert not Message.objects.exists()


def test_one_address_does_not_write_without_end(client, reason):
    for _ in range(rules.MOST_ENQUIRIES_A_DAY):
        tell_the_house(reason=reason)
    with pytest.raises(actions.TooManyEnquiriesError):
        tell_the_house(reason=reason)

    answer = client.post("/contact/envoyer/", form(reason=reason.pk))

    assert answer.status_code == 422
    assert "Réessayez demain" in answer.text
    assert "prêtez-vous une échelle" in answer.text


def test_one_machine_does_not_write_under_many_addresses(client, reason):
    answers = [
        client.post("/contact/envoyer/", form(reason=reason.pk, email=f"a{number}@exemple.fr"))
        for number in range(11)
    ]
    assert [answer.status_code for answer in answers] == [302] * 10 + [422]


def test_a_partner_gets_the_message_and_the_sender_a_copy(client):
    partner = PartnerFactory()

    answer = client.post(partner.get_absolute_url(), form(), follow=True)
    sweep_messages()

    relayed = next(sent for sent in mail.outbox if sent.to == [PRIVATE])
    copy = next(sent for sent in mail.outbox if sent.to == [SAID["email"]])
    assert f"Votre message est parti chez {partner.name}" in answer.text
    assert relayed.reply_to == [SAID["email"]]
    assert SAID["words"] in relayed.body
    assert SAID["words"] in copy.body
    assert PRIVATE not in copy.body + copy.alternatives[0][0]


def test_the_private_address_is_on_no_page(client):
    partner = PartnerFactory()
    wrong = client.post(partner.get_absolute_url(), form(email="non"))
    pages = [wrong, client.get(partner.get_absolute_url()), client.get("/partenaires/")]
    assert wrong.status_code == 422
    assert not [page for page in pages if "private.address" in page.text]


def test_a_partner_without_an_address_takes_no_message(client):
    partner = PartnerFactory(relay_email="")
    assert "<textarea" not in client.get(partner.get_absolute_url()).text
    client.post(partner.get_absolute_url(), form())
    assert not Enquiry.objects.exists()


def test_a_partner_taken_off_the_directory_is_gone(client):
    assert client.get(PartnerFactory(is_shown=False).get_absolute_url()).status_code == 404


def test_messages_are_forgotten_when_the_form_said_so(reason):
    now = timezone.now()
    tell_the_house(reason=reason, now=now - timedelta(days=366))
    tell_a_partner(now=now - timedelta(days=31))
    kept = {
        tell_the_house(reason=reason, now=now - timedelta(days=364)).pk,
        tell_a_partner(now=now - timedelta(days=29)).pk,
    }

    assert actions.forget_old_enquiries(now=now) == 2

    assert set(Enquiry.objects.values_list("pk", flat=True)) == kept


def test_a_letter_of_a_forgotten_message_does_not_leave(reason):
    tell_the_house(reason=reason)
    Enquiry.objects.all().delete()
    sweep_messages()
    assert mail.outbox == []


@pytest.fixture
def desk(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(Person.objects.create_superuser("admin@exemple.fr"))
    return client


def test_the_desk_says_which_messages_are_answered_and_changes_nothing_else(desk, reason):
    enquiry = tell_the_house(reason=reason)
    edit = f"/gestion/snippets/content/enquiry/edit/{enquiry.pk}/"

    assert SAID["words"] in desk.get(edit).text.replace("&#x27;", "'")
    desk.post(edit, {"state": "answered", "words": "autre chose"})

    enquiry.refresh_from_db()
    assert (enquiry.state, enquiry.words) == (Enquiry.State.ANSWERED, SAID["words"])
    assert desk.get("/gestion/snippets/content/enquiry/add/").status_code == 302


def test_the_desk_leaves_partners_their_messages(desk):
    enquiry = tell_a_partner()
    assert SAID["name"] not in desk.get("/gestion/snippets/content/enquiry/").text
    answer = desk.get(f"/gestion/snippets/content/enquiry/edit/{enquiry.pk}/")
    assert SAID["words"] not in answer.text


@pytest.mark.parametrize("row", ["topic", "partner", "need", "legalversion", "contactreason"])
def test_the_lists_of_the_desk_open(desk, row):
    PartnerFactory()
    assert desk.get(f"/gestion/snippets/content/{row}/").status_code == 200
    assert desk.get(f"/gestion/snippets/content/{row}/add/").status_code == 200
