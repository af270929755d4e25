"""The people of a session as a file: names, needs and answers, never what anybody paid."""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from openpyxl import Workbook

from workshops import own, people
from workshops.desk.screen import session_of
from workshops.models import Question, Seat, Session

FORMULA = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOM = "\ufeff"  # spreadsheets take the file for Latin-1 without it


class _Echo:
    """What csv writes to: it hands each line back."""

    def write(self, line: str) -> str:
        return line


@never_cache
def as_csv(request: HttpRequest, session_id: int) -> StreamingHttpResponse:
    """The file, line after line."""
    session = _allowed(request, session_id)
    writer = csv.writer(_Echo(), delimiter=";")
    rows = _rows(session, addresses=own.sees_addresses(request.user))
    lines = (writer.writerow(row) for row in rows)
    response = StreamingHttpResponse(
        (BOM + line if first else line for first, line in _with_first(lines)),
        content_type="text/csv; charset=utf-8",
    )
    response["Content-Disposition"] = f'attachment; filename="seance-{session.pk}.csv"'
    return response


@never_cache
def as_xlsx(request: HttpRequest, session_id: int) -> HttpResponse:
    """The same as a workbook."""
    session = _allowed(request, session_id)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Personnes"))
    for row in _rows(session, addresses=own.sees_addresses(request.user)):
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    response = HttpResponse(file.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="seance-{session.pk}.xlsx"'
    return response


def _allowed(request: HttpRequest, session_id: int) -> Session:
    if not request.user.has_perm("workshops.view_session"):
        raise PermissionDenied
    return session_of(request, session_id)


def _with_first(lines: Iterator[Any]) -> Iterator[tuple[bool, str]]:
    for rank, line in enumerate(lines):
        yield rank == 0, line


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
        yield [_safe(cell) for cell in _cells(seat, questions, addresses=addresses)]


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


def _safe(cell: str) -> str:
    """What a spreadsheet would run as a formula is only text here."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
