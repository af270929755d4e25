from datetime import UTC, datetime

import pytest
from django.core import mail
from django.utils import timezone

from commons.notices.actions import deliver
from commons.notices.models import Message
from gardens.actions import withdraw_request
from tests.gardens.factories import GardenFactory, ask

pytestmark = pytest.mark.django_db

MARCH = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def deliver_all():
    for message in Message.objects.all():
        deliver(message_id=message.pk, now=timezone.now())
    return mail.outbox


def test_the_acknowledgement_gives_the_rank_its_reason_and_the_link():
    garden = GardenFactory()
    ask(garden, email="bo@exemple.fr", name="Bo Martin", now=MARCH)
    asked = ask(garden, name="Zoé L’Hôte & fils")

    letter = next(letter for letter in deliver_all() if letter.to == [asked.email])

    assert "Jardin des Rails" in letter.subject
    assert "Vous êtes 2e : un foyer a demandé avant vous" in letter.body.replace("\u202f", " ")
    assert f"http://testserver{asked.get_absolute_url()}" in letter.body
    assert "Zoé L’Hôte & fils" in letter.body
    assert "La liste suit la date de demande." in letter.body
    assert "Bo Martin" not in letter.body
    html, _mimetype = letter.alternatives[0]
    assert "Zoé L’Hôte &amp; fils" in html
    assert asked.get_absolute_url() in html


def test_the_rank_is_that_of_the_hour_when_the_mail_leaves():
    garden = GardenFactory()
    first = ask(garden, email="bo@exemple.fr")
    ask(garden)
    withdraw_request(token=first.token)

    (letter,) = deliver_all()

    assert "Vous êtes en tête de la liste" in letter.body
    assert Message.objects.get(to="bo@exemple.fr").state == Message.State.DROPPED
