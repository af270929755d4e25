"""The people of a session as a file: names, needs and answers, never what anybody paid."""

from collections.abc import Iterator, Sequence

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from commons.sheets.writing import csv_file, safe, xlsx_file
from workshops import own, people
from workshops.desk.screen import session_of
from workshops.models import Question, Seat, Session


@never_cache
def as_csv(request: HttpRequest, session_id: int) -> StreamingHttpResponse:
    """The file, line after line."""
    session = _allowed(request, session_id)
    titles, *rows = _rows(session, addresses=own.sees_addresses(request.user))
    return csv_file(f"seance-{session.pk}", titles, rows)


@never_cache
def as_xlsx(request: HttpRequest, session_id: int) -> HttpResponse:
    """The same as a workbook."""
    session = _allowed(request, session_id)
    titles, *rows = _rows(session, addresses=own.sees_addresses(request.user))
    return xlsx_file(f"seance-{session.pk}", titles, rows, sheet=_("Personnes"))


def _allowed(request: HttpRequest, session_id: int) -> Session:
    if not request.user.has_perm("workshops.view_session"):
        raise PermissionDenied
    return session_of(request, session_id)


def _rows(session: Session, *, addresses: bool) -> Iterator[list[str]]:
    questions = list(session.workshop.questions.all())
    yield [
        _("Participant·e"),
        _("Réservé au nom de"),
        *([_("Adresse e-mail"), _("Téléphone")] if addresses else []),
        _("Moins de 18 ans"),
        _("Responsable légal·e"),
        _("Pour bien l’accueillir"),
        *[question.text for question in questions],
        _("Présence"),
    ]
    for seat in people.seats_in(session):
        yield [safe(cell) for cell in _cells(seat, questions, addresses=addresses)]


def _cells(seat: Seat, questions: Sequence[Question], *, addresses: bool) -> list[str]:
    booking = seat.booking
    answers = {answer.question_id: answer.text for answer in booking.answers.all()}
    return [
        seat.who,
        booking.name,
        *([booking.email, booking.phone] if addresses else []),
        _("oui") if seat.under_18 else "",
        booking.guardian,
        booking.access_needs,
        *[answers.get(question.pk, "") for question in questions],
        seat.get_attendance_display() if seat.attendance else "",
    ]
