"""Every letter in both languages: it says what it must, and is not written once its reason is gone."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.utils import timezone, translation
from icalendar import Calendar

from commons.notices import letters
from commons.notices.models import Message
from commons.payments.models import Payment
from commons.people.models import Person
from tests.workshops.factories import PlaceFactory, SessionFactory, WorkshopFactory, book, someone
from workshops import actions, paying
from workshops.letters.composing import COMPOSERS
from workshops.models import Booking, Cycle, Offer, Session, WaitingEntry
from workshops.parties import SeatWish, unnamed

pytestmark = pytest.mark.django_db

LANGUAGES = ["fr", "en"]
ONLINE = "https://salle.exemple.fr/42"


def compose(kind, row, *, language="fr", once=""):
    """What would leave: its subject, text, HTML and calendar file; None when nothing would."""
    kind = f"workshops.{kind}"
    message = Message.objects.filter(kind=kind, subject_id=row.pk).order_by("-pk").first()
    message = message or Message(
        key=f"x:{once}", kind=kind, subject_id=row.pk, due_at=timezone.now()
    )
    message.to = "amina@exemple.fr"
    with translation.override(language):
        letter = letters.compose(message)
        if letter is None:
            return None
        email = letters.as_email(letter, message=message)
    files = [part for part in letter.attachments if part.name.endswith(".ics")]
    return SimpleNamespace(
        subject=email.subject,
        text=email.body,
        html=email.alternatives[0][0],
        file=Calendar.from_ical(files[0].content) if files else None,
        raw=email.message().as_string(),
    )


def paid(booking, cents):
    Payment.objects.filter(subject_id=booking.pk).update(
        state=Payment.State.SUCCEEDED, provider_ref=uuid4().hex, charge_ref="ch"
    )
    Booking.objects.filter(pk=booking.pk).update(state="confirmed", expires_at=None)
    booking.refresh_from_db()
    assert paying.lock_payments(booking_id=booking.pk)[0].amount_cents == cents
    return booking


def paid_workshop(**facts):
    return WorkshopFactory(price_kind="fixed", price_cents=1200, paid_where="online", **facts)


def waits(session, **known):
    return actions.join_waiting_list(
        session_id=session.pk, form_key=uuid4(), contact=someone(**known), seats=1
    )


def full(**facts):
    session = SessionFactory(capacity=1, **facts)
    return session, book(session, email="bo@exemple.fr")


def call_off(session):
    actions.cancel_session(session_id=session.pk, reason="Orage annoncé", by=None)
    for booking in session.bookings.all():
        actions.call_off_booking(booking_id=booking.pk)


def move(session, days=1):
    return actions.move_session(
        session_id=session.pk,
        starts_at=session.starts_at + timedelta(days=days),
        ends_at=session.ends_at + timedelta(days=days),
        place=session.place,
        online_url=session.online_url,
        by=None,
    )


def a_situation(kind):
    """The row a letter of this kind speaks of, as the verbs leave it."""
    session, first = full()
    if kind in OF_A_WAITING_PARTY:
        return OF_A_WAITING_PARTY[kind](waits(session), session, first)
    return OF_A_BOOKING.get(kind, lambda _session, booking: booking)(session, first)


def _moved(session, booking):
    move(session)
    return booking


def _called_off(session, booking):
    call_off(session)
    return booking


def _expired(_session, booking):
    Booking.objects.filter(pk=booking.pk).update(state="expired")
    return booking


OF_A_BOOKING = {
    "cancelled": lambda _session, booking: actions.cancel_booking(token=booking.token),
    "expired": _expired,
    "moved": _moved,
    "called-off": _called_off,
    "circular": lambda session, _booking: actions.send_circular(
        session_id=session.pk, subject="Bottes", words="Boue", by=None
    ).copies.get(),
}


def _waiting_moved(entry, session, _booking):
    move(session)
    return entry


def _list_closed(entry, session, _booking):
    actions.cancel_session(session_id=session.pk, reason="Orage", by=None)
    return entry


def _offered(entry, _session, booking):
    actions.cancel_booking(token=booking.token)
    return Offer.objects.get(entry=entry)


def _entry_offered(entry, session, booking):
    _offered(entry, session, booking)
    return entry


OF_A_WAITING_PARTY = {
    "waiting": lambda entry, _session, _booking: entry,
    "waiting-moved": _waiting_moved,
    "list-closed": _list_closed,
    "offered": _offered,
    "offer-expired": _entry_offered,
    "offer-revoked": _entry_offered,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind.partition(".")[2] for kind in COMPOSERS])
def test_each_letter_reads_in_both_languages(kind, language):
    mail = compose(kind, a_situation(kind), language=language)

    name = "Tailler ses petits fruits" if language == "fr" else "Pruning soft fruit"
    assert name in mail.text or kind == "thanks"
    assert name in mail.subject or kind == "circular"
    assert f'<html lang="{language}"' in mail.html
    assert "http://testserver" in mail.text
    assert "\n\n\n\n" not in mail.text
    for words in (mail.text, mail.html, mail.subject):
        assert "%(" not in words
        assert "{{" not in words
    if language == "en":
        assert "vous" not in mail.text.lower().split()


@pytest.mark.parametrize(
    ("kind", "undo"),
    [
        ("confirmed", lambda row: actions.cancel_booking(token=row.token)),
        ("changed", lambda row: actions.cancel_booking(token=row.token)),
        ("reminder", lambda row: actions.cancel_booking(token=row.token)),
        pytest.param("reminder", lambda row: call_off(row.session), id="reminder of nothing"),
        ("thanks", lambda row: actions.cancel_booking(token=row.token)),
        ("moved", lambda row: call_off(row.session)),
        pytest.param(
            "moved",
            lambda row: Booking.objects.filter(pk=row.pk).update(state="expired"),
            id="moved, never paid",
        ),
        ("cancelled", lambda row: Booking.objects.filter(pk=row.pk).update(state="confirmed")),
        ("expired", lambda row: Booking.objects.filter(pk=row.pk).update(state="confirmed")),
        ("called-off", lambda row: Session.objects.update(state="planned")),
        ("circular", lambda row: actions.cancel_booking(token=row.booking.token)),
        ("waiting", lambda row: actions.leave_waiting_list(token=row.token)),
        ("waiting-moved", lambda row: actions.leave_waiting_list(token=row.token)),
        ("offered", lambda row: actions.decline_offer(token=row.token)),
        ("offer-expired", lambda row: actions.leave_waiting_list(token=row.token)),
        ("offer-revoked", lambda row: actions.leave_waiting_list(token=row.token)),
        ("list-closed", lambda row: Session.objects.update(state="planned")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_letter_leaves_once_its_reason_is_gone(kind, undo):
    row = a_situation(kind)
    assert compose(kind, row) is not None
    undo(row)
    assert compose(kind, row) is None


def test_a_confirmation_says_all_one_needs_on_the_day():
    place = PlaceFactory(name="Cuisine du Préau", access="Une marche à l’entrée.")
    workshop = paid_workshop(
        bring="un bocal", provided_fr="la farine", access_fr="On reste debout."
    )
    session = SessionFactory(workshop=workshop, place=place)
    booking = actions.book_seats(
        session_id=session.pk,
        form_key=uuid4(),
        contact=someone(),
        party=[SeatWish(name="Amina"), SeatWish(name="Bo")],
    )
    mail = compose("confirmed", paid(booking, 2400))

    for said in (
        "Cuisine du Préau",
        "12 rue de la Halle",
        "2 places",
        "Amina, Bo",
        "24\u202f€",
        "Remboursé si vous rendez vos places avant le",
        "un bocal",
        "la farine",
        "On reste debout.",
        "Une marche à l’entrée.",
        booking.get_absolute_url(),
    ):
        assert said in mail.text
        assert said in mail.html


def test_what_is_paid_on_site_is_said_so_without_terms():
    session = SessionFactory(workshop=WorkshopFactory(price_kind="fixed", price_cents=800))
    mail = compose("confirmed", book(session, seats=2))
    assert "À régler sur place\u202f: 16\u202f€" in mail.text
    assert "Remboursé" not in mail.text


def test_an_online_link_goes_to_those_who_are_booked_and_confirmed_alone():
    workshop = paid_workshop()
    session = SessionFactory(workshop=workshop, place=None, online_url=ONLINE, capacity=1)
    booking = book(session)
    entry = waits(session)
    move(session)
    assert ONLINE not in compose("moved", booking).text
    assert ONLINE not in compose("waiting", entry).text
    assert ONLINE in compose("confirmed", paid(booking, 1200)).text
    assert ONLINE in compose("moved", booking).text
    actions.cancel_booking(token=booking.token)
    assert ONLINE not in compose("cancelled", booking).text
    assert ONLINE not in compose("offered", Offer.objects.get()).text


def test_a_session_elsewhere_gives_its_hours_on_both_clocks():
    year = timezone.localdate().year + 1
    session = SessionFactory(
        zone="Indian/Reunion",
        starts_at=datetime(year, 7, 4, 8, 0, tzinfo=UTC),
    )
    mail = compose("confirmed", book(session))
    assert "10\u00a0h\u00a0– 12\u00a0h, à l’heure de la halle" in mail.text
    assert "12\u00a0h\u00a0– 14\u00a0h, à l’heure de là-bas (La Réunion)" in mail.text


def test_who_booked_for_someone_is_named_without_their_address():
    helper = Person.objects.create_user("ines@exemple.fr", first_name="Inès", last_name="Roy")
    mail = compose("confirmed", book(SessionFactory(), made_by=helper))
    assert "Inès Roy a fait cette réservation pour vous" in mail.text
    assert "ines@exemple.fr" not in mail.text


def test_a_cycle_is_confirmed_in_one_letter_with_each_of_its_dates():
    workshop = WorkshopFactory()
    cycle = Cycle.objects.create(workshop=workshop, name_fr="Trois soirs", booked="either")
    start = timezone.now() + timedelta(days=7)
    for week in range(3):
        SessionFactory(workshop=workshop, cycle=cycle, starts_at=start + timedelta(weeks=week))
    booking = actions.book_cycle(
        cycle_id=cycle.pk, form_key=uuid4(), contact=someone(), party=unnamed(1)
    )
    mail = compose("confirmed", booking)
    assert len(mail.file.walk("VEVENT")) == 3
    assert mail.text.count("12 rue de la Halle") == 3

    actions.cancel_booking(token=booking.token)
    assert len(compose("cancelled", booking).file.walk("VEVENT")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_move_tells_before_and_after_in_the_readers_language(language):
    session = SessionFactory(starts_at=datetime(2027, 3, 6, 9, 0, tzinfo=UTC))
    booking = book(session)
    move(session)
    mail = compose("moved", booking, language=language)
    before, after = (
        ("samedi 6 mars", "dimanche 7 mars")
        if language == "fr"
        else ("Saturday 6 March", "Sunday 7 March")
    )
    assert mail.text.index(before) < mail.text.index(after)
    event = mail.file.walk("VEVENT")[0]
    assert (mail.file["method"], event["sequence"], event["status"]) == ("PUBLISH", 1, "CONFIRMED")
    assert 'method="PUBLISH"' in mail.raw


def test_of_two_moves_only_the_last_is_told():
    session = SessionFactory()
    booking = book(session)
    move(move(session))
    first, last = Message.objects.filter(kind="workshops.moved", subject_id=booking.pk).order_by(
        "pk"
    )
    assert letters.compose(first) is None
    assert letters.compose(last) is not None


def test_a_session_called_off_gives_its_reason_and_all_the_money_back(stand_in):
    session = SessionFactory(workshop=paid_workshop())
    booking = paid(book(session, seats=2), 2400)
    call_off(session)
    mail = compose("called-off", booking)
    assert "Orage annoncé" in mail.text
    assert "24\u202f€ vous sont remboursés" in mail.text
    event = mail.file.walk("VEVENT")[0]
    assert (mail.file["method"], event["sequence"], event["status"]) == ("CANCEL", 1, "CANCELLED")
    assert 'method="CANCEL"' in mail.raw


@pytest.mark.parametrize(
    ("late", "said"), [(False, "12\u202f€ vous sont remboursés"), (True, "trop tard")]
)
def test_seats_given_back_are_paid_back_in_time_and_not_after(late, said):
    session = SessionFactory(workshop=paid_workshop())
    booking = paid(book(session), 1200)
    when = session.starts_at - timedelta(hours=3) if late else timezone.now()
    actions.cancel_booking(token=booking.token, now=when)
    mail = compose("cancelled", booking)
    assert said in mail.text
    assert mail.file["method"] == "CANCEL"


def test_the_code_for_the_door_comes_with_the_mail_and_has_words_beside_it():
    booking = book(SessionFactory())

    for kind in ("confirmed", "reminder"):
        mail = compose(kind, booking)
        assert 'src="cid:code"' in mail.html
        assert "Content-ID: <code>" in mail.raw
        assert "Content-Disposition: inline" in mail.raw
        assert f"votre nom ou le numéro {booking.number}" in mail.text


def test_there_is_no_code_where_there_is_no_door():
    booking = book(SessionFactory(place=None, online_url=ONLINE))

    mail = compose("confirmed", booking)

    assert "cid:" not in mail.html
    assert "Content-ID" not in mail.raw
    assert "À l’entrée" not in mail.text


def test_a_reminder_has_two_links():
    booking = book(SessionFactory())
    mail = compose("reminder", booking)
    assert f"{booking.get_absolute_url()}je-viens/" in mail.text
    assert f"{booking.get_absolute_url()}annuler/" in mail.text
    assert "Je viens" in mail.html
    assert "Je rends ma place" in mail.html


def test_an_offer_says_until_when_and_that_a_twin_is_another_date():
    session, _first = full()
    waits(session)
    actions.open_twin(
        session_id=session.pk,
        starts_at=session.starts_at + timedelta(days=1),
        ends_at=session.ends_at + timedelta(days=1),
        by=None,
    )
    mail = compose("offered", Offer.objects.get())
    assert "C’est gardé pour vous jusqu’au" in mail.text
    assert "c’est une autre date" in mail.text


def test_who_let_an_offer_pass_may_wait_again():
    session, first = full()
    entry = waits(session)
    actions.cancel_booking(token=first.token)
    offer = Offer.objects.get()
    actions.expire_offer(offer_id=offer.pk, now=offer.expires_at)
    assert "reprenez un rang" in compose("offer-expired", entry).text
    assert WaitingEntry.objects.get().state == "lapsed"
