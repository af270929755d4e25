"""A household's seasons, and what a season asks of it."""

from datetime import date

from django.db.models import QuerySet

from gardens.models import Charter, Enrolment, Garden, Season, Tenancy


def enrolment_of(tenancy: Tenancy, enrolment_id: int) -> Enrolment | None:
    """One of the household's seasons, with all its page shows; None when it is another's."""
    return _of(tenancy).filter(pk=enrolment_id).first()


def enrolment_in(tenancy: Tenancy, season_id: int) -> Enrolment | None:
    """What the household answers to a season; None when it was never asked."""
    return _of(tenancy).filter(season=season_id).prefetch_related("season__tiers").first()


def enrolments_to_show(tenancy: Tenancy, *, on: date) -> list[Enrolment]:
    """The seasons a household still has something to do or to know of, the last first; one query."""
    rows = _of(tenancy).exclude(season__state=Season.State.PREPARED)
    return list(rows.filter(season__ends_on__gte=on).order_by("-season__starts_on")[:2])


def _of(tenancy: Tenancy) -> QuerySet[Enrolment]:
    """Its own, each with the tenancy that was read already: its garden comes along."""
    return tenancy.enrolments.select_related("season__garden", "season__charter")


def charters_of(garden: Garden, *, on: date) -> list[Charter]:
    """The versions that apply or once applied, the newest first."""
    return list(garden.charters.in_force(on=on))
