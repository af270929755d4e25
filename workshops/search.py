"""Workshops, as the site's search finds them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day, say_hours
from commons.finding.found import Finds, Found, Wanted
from commons.finding.matching import matching
from workshops.models import Session, Workshop, WorkshopPage

# More than any hall gives: who looks for so common a word reads the list of workshops.
MOST = 300


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A workshop whose words match, its next date if it has one, and where it is told."""

    name: str
    url: str
    pictogram: str
    next_at: datetime | None
    place: str
    relevance: float

    @property
    def found(self) -> Found:
        return Found(
            title=self.name,
            url=self.url,
            trade="workshops",
            pictogram=self.pictogram or "outil",
            context=self._when or _("Pas de séance annoncée pour l’instant"),
        )

    @property
    def _when(self) -> str:
        if self.next_at is None:
            return ""
        return f"{say_day(self.next_at)}, {say_hours(self.next_at)} · {self.place}"


def find(wanted: Wanted, *, at: datetime, start: int = 0, limit: int) -> Finds:
    """Those with a date to come first; a workshop whose last date is past comes after them all."""
    candidates = [*_told(wanted, at), *_untold(wanted, at)]
    candidates.sort(key=lambda candidate: (candidate.next_at is None, -candidate.relevance))
    shown = candidates[start : start + limit]
    return Finds(items=[candidate.found for candidate in shown], total=len(candidates))


def _told(wanted: Wanted, at: datetime) -> list[Candidate]:
    """By their story, or by the names of what it tells."""
    pages = matching(WorkshopPage, wanted).filter(
        live=True, locale__language_code=get_language() or "fr"
    )
    return [
        Candidate(
            name=page.title,
            url=page.get_url() or "",
            pictogram=page.pictogram,
            next_at=page.next_at,
            place=page.next_place or "",
            relevance=page.relevance,
        )
        for page in _with_next(pages, "workshop", at).defer("body").select_related("locale")[:MOST]
    ]


def _untold(wanted: Wanted, at: datetime) -> list[Candidate]:
    """Those that nobody has told in the reader's language yet: they are known by their next session."""
    told = WorkshopPage.objects.filter(live=True, locale__language_code=get_language() or "fr")
    workshops = _with_next(
        matching(Workshop, wanted).exclude(pk__in=told.values("workshop")), "pk", at
    ).filter(next_id__isnull=False)
    return [
        Candidate(
            name=workshop.name,
            url=Session(pk=workshop.next_id).get_absolute_url(),
            pictogram="",
            next_at=workshop.next_at,
            place=workshop.next_place,
            relevance=workshop.relevance,
        )
        for workshop in workshops[:MOST]
    ]


def _with_next(rows: QuerySet, workshop: str, at: datetime) -> QuerySet:
    """Adds the id, the moment and the place of the next session."""
    coming = Session.objects.upcoming(at=at).filter(workshop=OuterRef(workshop))
    return rows.annotate(
        next_id=Subquery(coming.values("pk")[:1]),
        next_at=Subquery(coming.values("starts_at")[:1]),
        next_place=Subquery(coming.values("place__name")[:1]),
    ).order_by(F("next_at").asc(nulls_last=True), "-relevance", "-pk")
