"""How a household enters a season: its word under the charter, and its fee. In the caller's transaction."""

from datetime import date, datetime

from gardens.models import Enrolment, Garden, Season, Signature, Tenancy
from gardens.refusals import SignatureMissingError
from gardens.rules.fees import fee


def season_for(garden: Garden, *, day: date) -> Season | None:
    """The season that a tenancy from that day on enters: the one that runs, or the next."""
    seasons = Season.objects.filter(garden=garden, ends_on__gte=day)
    return seasons.exclude(state=Season.State.CLOSED).order_by("starts_on").first()


def enrol(
    tenancy: Tenancy,
    season: Season,
    *,
    signed_by: str,
    chosen_cents: int | None,
    now: datetime,
    with_deposit: bool = False,
) -> Enrolment:
    """Write down that a household stays for a season: sign, and owe what it chose to give.

    Raises FeeRefusedError, and SignatureMissingError when a charter waits for a name.
    """
    given = fee(
        kind=season.fee,
        floor_cents=season.floor_cents,
        tiers=season.tiers.values_list("amount_cents", flat=True) if season.fee == "tiers" else (),
        chosen_cents=chosen_cents,
    )
    sign(tenancy, season, name=signed_by, now=now)
    deposit = season.deposit_cents if with_deposit else 0
    owes = Enrolment.Fee.DUE if given + deposit else Enrolment.Fee.NONE
    enrolment, _made = Enrolment.objects.update_or_create(
        season=season,
        tenancy=tenancy,
        defaults={
            "state": Enrolment.State.STAYS,
            "answered_at": now,
            "fee_cents": given,
            "deposit_cents": deposit,
            "fee_state": owes,
        },
        create_defaults={
            "state": Enrolment.State.STAYS,
            "asked_at": now,
            "answered_at": now,
            "fee_cents": given,
            "deposit_cents": deposit,
            "fee_state": owes,
        },
    )
    return enrolment


def sign(tenancy: Tenancy, season: Season, *, name: str, now: datetime) -> None:
    """Put a name under the season's charter; a version signed already asks for nothing."""
    if season.charter is None or has_signed(tenancy, season):
        return
    if not name:
        raise SignatureMissingError
    Signature.objects.create(charter=season.charter, tenancy=tenancy, name=name, signed_at=now)


def ask_word(tenancy: Tenancy, *, now: datetime) -> None:
    """Whoever joins while a season runs is asked for its word on its page: the charter, then the fee."""
    season = season_for(tenancy.plot.garden, day=tenancy.starts_on)
    if season and season.state == Season.State.OPEN:
        Enrolment.objects.get_or_create(season=season, tenancy=tenancy, defaults={"asked_at": now})


def has_signed(tenancy: Tenancy, season: Season) -> bool:
    """Whether a household's word stands under the charter of a season."""
    return season.charter is None or tenancy.signatures.filter(charter=season.charter).exists()


def owes_deposit(tenancy: Tenancy, season: Season) -> bool:
    """Whether a household that stays is asked for a deposit: once, whether it came in already or is due."""
    others = tenancy.enrolments.exclude(season=season).filter(
        fee_state__in=[Enrolment.Fee.DUE, Enrolment.Fee.PAID],
        deposit_cents__gt=0,
        deposit_back_at=None,
    )
    return season.deposit_cents > 0 and not others.exists()
