"""What households leave to read, or leave without an answer, for who may act on it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day
from commons.cms.waiting import Card, Line
from gardens import queries
from gardens.desk.board import household_url
from gardens.desk.care import case_url
from gardens.desk.screens import DECIDE, TAKE_CARE
from gardens.models import Tenancy

SHOWN = 5


def cards(person: Any, *, now: datetime) -> Iterator[Card]:
    """The answers about a plot that nobody read yet; then the households that a season still waits for."""
    if person.has_perm(TAKE_CARE):
        yield _answers()
    if person.has_perm(DECIDE):
        yield _silent(now=now)


def _answers() -> Card:
    return Card(
        title=_("Réponses de foyers à lire"),
        icon="mail",
        kind="gardens",
        lines=[
            Line(
                text=_who(step.case.tenancy),
                url=case_url(step.case),
                note=_("réponse du %(day)s") % {"day": say_day(step.answered_at)},
            )
            for step in queries.answers_to_read()[:SHOWN]
            if step.answered_at
        ],
        url=reverse("gardens_desk:cases"),
        more=_("Toutes les prises de nouvelles"),
    )


def _silent(*, now: datetime) -> Card:
    return Card(
        title=_("Foyers sans réponse"),
        icon="warning",
        kind="gardens",
        lines=[
            Line(
                text=_who(enrolment.tenancy),
                url=household_url(enrolment.tenancy),
                note=_("réponse attendue avant le %(day)s")
                % {"day": say_day(enrolment.season.answer_by)},
            )
            for enrolment in queries.silent_enrolments(on=localdate(now))[:SHOWN]
            if enrolment.season.answer_by
        ],
        url=reverse("gardens_desk:seasons"),
        more=_("Toutes les saisons"),
    )


def _who(tenancy: Tenancy) -> str:
    return f"{tenancy.household.name}, {tenancy.plot}"
