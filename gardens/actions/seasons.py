"""Opening a garden's season, and closing it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.people.models import Person
from gardens import journal, letters
from gardens.locks import lock_garden
from gardens.models import Enrolment, FeeTier, Garden, LogLine, Season, Tenancy
from gardens.refusals import CharterDraftError, SeasonsOverlapError, TooSoonError
from gardens.terms import Terms


def open_season(
    *, garden_id: int, terms: Terms, by: Person | None, now: datetime | None = None
) -> Season:
    """Open a garden's season, and ask every household that holds a plot on its first day whether it stays.

    Opened twice, the first time counts: nobody is asked again.
    Raises SeasonsOverlapError, CharterDraftError, Garden.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        garden, now = lock_garden(garden_id), now or timezone.now()
        known = garden.seasons.filter(starts_on=terms.starts_on).first()
        if known and known.state != Season.State.PREPARED:
            return known
        _check(garden, terms, known)
        season = _write(garden, terms, known)
        asked = [_ask(season, tenancy, now=now) for tenancy in _to_ask(season)]
        journal.note(
            garden,
            LogLine.Kind.SEASON,
            _("Saison ouverte : %(season)s. Foyers à qui l’on demande s’ils continuent : %(n)d."),
            by=by,
            now=now,
            season=str(season),
            n=len(asked),
        )
    return season


def close_season(
    *,
    season_id: int,
    by: Person | None,
    still_on_trial: Collection[int] = (),
    now: datetime | None = None,
) -> Season:
    """Close a season that is over: those on trial are confirmed, save the ids the committee keeps on trial.

    Who leaves has its last day already; who never answered is left to the committee. Quiet if it is done.
    Raises TooSoonError before its last day, Season.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        garden = lock_garden(Season.objects.get(pk=season_id).garden_id)
        season, now = garden.seasons.get(pk=season_id), now or timezone.now()
        if season.state == Season.State.CLOSED:
            return season
        if timezone.localdate(now) < season.ends_on:
            raise TooSoonError(earliest=season.ends_on)
        season.state = Season.State.CLOSED
        season.save(update_fields=["state"])
        confirmed = [
            tenancy for tenancy in on_trial_in(season) if tenancy.pk not in set(still_on_trial)
        ]
        for tenancy in confirmed:
            confirm(tenancy)
        journal.note(
            garden,
            LogLine.Kind.SEASON,
            _("Saison close : %(season)s. Foyers confirmés après leur essai : %(n)d."),
            by=by,
            now=now,
            season=str(season),
            n=len(confirmed),
        )
    return season


def on_trial_in(season: Season) -> list[Tenancy]:
    """Those on trial in a season who go on after it, in the order of the plots."""
    rows = Tenancy.objects.current(on=season.ends_on).filter(
        plot__garden=season.garden_id, state=Tenancy.State.TRIAL, ends_on=None
    )
    return list(rows.select_related("plot__garden", "household").order_by("plot__number", "part"))


def confirm(tenancy: Tenancy) -> None:
    """End a trial well, inside the caller's transaction and under its garden's lock."""
    tenancy.state = Tenancy.State.CONFIRMED
    tenancy.save(update_fields=["state"])
    letters.tell_trial_confirmed(tenancy)


def _check(garden: Garden, terms: Terms, known: Season | None) -> None:
    others = garden.seasons.exclude(pk=known.pk) if known else garden.seasons.all()
    if others.filter(starts_on__lte=terms.ends_on, ends_on__gte=terms.starts_on).exists():
        raise SeasonsOverlapError
    charter = terms.charter
    if charter and (charter.in_force_on is None or charter.in_force_on > terms.starts_on):
        raise CharterDraftError


def _write(garden: Garden, terms: Terms, known: Season | None) -> Season:
    season = known or Season(garden=garden, starts_on=terms.starts_on)
    season.garden = garden
    season.state = Season.State.OPEN
    season.ends_on, season.answer_by = terms.ends_on, terms.answer_by
    season.charter, season.fee = terms.charter, terms.fee
    season.floor_cents, season.suggested_cents = terms.floor_cents, terms.suggested_cents
    season.deposit_cents = terms.deposit_cents
    season.save()
    season.tiers.all().delete()
    if season.fee == Season.Fee.TIERS:
        FeeTier.objects.bulk_create(
            FeeTier(
                season=season,
                words_fr=tier.words_fr,
                words_en=tier.words_en,
                amount_cents=tier.amount_cents,
            )
            for tier in terms.tiers
        )
    return season


def _to_ask(season: Season) -> list[Tenancy]:
    """Those who hold a part on the first day, as known now, and have not entered the season yet."""
    rows = Tenancy.objects.current(on=season.starts_on).filter(plot__garden=season.garden_id)
    return list(rows.exclude(enrolments__season=season).order_by("pk"))


def _ask(season: Season, tenancy: Tenancy, *, now: datetime) -> Enrolment:
    enrolment = Enrolment.objects.create(season=season, tenancy=tenancy, asked_at=now)
    letters.ask_to_stay(enrolment, now=now)
    return enrolment
