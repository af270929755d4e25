"""A hundred people want fourteen seats at the same second, through the real views."""

import sys
import time
from statistics import quantiles
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.crowd import at_once
from tests.workshops.factories import SessionFactory
from workshops.models import Booking, Seat, WaitingEntry

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

CLIENTS, SEATS = 100, 14


@pytest.fixture
def server():
    """One server for all, warm, as gunicorn's is: a client of a test makes its own, which takes longer than it."""
    client = Client(raise_request_exception=False)
    client.get(SessionFactory().get_absolute_url())
    return client.handler


def rush(server, session, number):
    """Ask for a seat; told that it is full, take a turn in the list. Returns the answers and their seconds."""
    client = Client(raise_request_exception=False)
    client.handler = server
    form = {"seats": 1, "name": f"Personne {number}", "email": f"p{number}@exemple.fr"}
    answers, seconds = [], []
    for address in (session.get_absolute_url(), reverse("workshops:wait", args=[session.pk])):
        start = time.monotonic()
        answer = client.post(address, form | {"form_key": uuid4()})
        seconds.append(time.monotonic() - start)
        answers.append(answer.status_code)
        if answer.status_code == 302:
            break
    return answers, seconds


def test_fourteen_are_seated_and_the_others_wait_in_the_order_they_came(server, capsys):
    session = SessionFactory(capacity=SEATS)

    told = at_once(CLIENTS, lambda number: rush(server, session, number))

    answers = [answers for answers, _seconds in told]
    assert answers.count([302]) == SEATS
    assert answers.count([422, 302]) == CLIENTS - SEATS
    assert Booking.objects.count() == Seat.objects.count() == SEATS
    entries = list(WaitingEntry.objects.order_by("ordinal"))
    assert [entry.ordinal for entry in entries] == list(range(1, CLIENTS - SEATS + 1))
    assert {entry.state for entry in entries} == {WaitingEntry.State.WAITING}
    with capsys.disabled():
        seconds = sorted(second for _answers, each in told for second in each)
        sys.stdout.write(f"\n{CLIENTS} at once: p95 {quantiles(seconds, n=20)[-1]:.2f} s\n")
