"""Redis is away while a seat is reserved: the visitor is confirmed, and the mail leaves when it is back."""

import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest

from commons.notices.models import Message
from tests.faults.engines_to_break import ask_for_a_sweep, wait_until, web, worker
from tests.workshops.factories import SessionFactory
from workshops.models import Booking

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def reserve(address, session):
    """A visitor with a browser's cookies: read the form, send it, follow to the confirmation."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    url = f"{address}{session.get_absolute_url()}"
    page = browser.open(url, timeout=60).read().decode()
    hidden = dict(re.findall(r'name="(csrfmiddlewaretoken|form_key)" value="([^"]+)"', page))
    form = {"seats": 2, "name": "Amina", "email": "amina@exemple.fr", **hidden}
    return browser.open(url, urllib.parse.urlencode(form).encode(), timeout=60)


def test_the_visitor_is_confirmed_and_the_mail_leaves_later(env, mail_server, queue):
    session = SessionFactory()
    with web(env) as address:
        queue.kill()

        answer = reserve(address, session)

        assert answer.status == 200
        assert "C’est réservé" in answer.read().decode()
    assert Booking.objects.get().seats.count() == 2
    assert mail_server.accepted == []

    queue.start()
    with worker(env):
        ask_for_a_sweep(env)
        wait_until(
            lambda: Message.objects.filter(
                kind="workshops.confirmed", state=Message.State.SENT
            ).exists(),
            seconds=120,
        )
    assert [mail["To"] for mail in mail_server.accepted] == ["amina@exemple.fr"]
