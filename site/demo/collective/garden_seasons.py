"""The gardens' seasons: a charter and the one before it, who stays and what they gave, a plot asked after."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.text import slugify

from commons.people.models import Person
from demo.collective import people, prose
from gardens import actions
from gardens.models import Charter, Enrolment, Garden, Season, Tenancy
from gardens.rules import care
from gardens.terms import Terms, Tier

NEXT_SEASON_IN = timedelta(
    days=100
)  # on the first of that month: households are being asked about it
FEES = (2000, 1500, 500, 3000, 1000)


@dataclass(frozen=True)
class Written:
    """A version of a charter: since when, what it changed, and its page in prose."""

    years_ago: int
    page: str
    changes: str = ""


CHARTERS = {
    "lavandieres": (
        Written(4, "gardens/charter-first"),
        Written(
            0, "gardens/charter-water", "L’eau de pluie d’abord, et un tour d’arrosage chacun."
        ),
    ),
    "fournil": (Written(2, "gardens/charter-first"),),
}
TIERS = (
    Tier(words_fr="Petit budget", words_en="Tight budget", amount_cents=500),
    Tier(words_fr="Prix du terreau", words_en="The price of compost", amount_cents=2000),
    Tier(words_fr="Coup de pouce au jardin", words_en="A boost for the garden", amount_cents=4000),
)


def lay(*, now: datetime) -> None:
    """Each garden's charters and seasons; a garden that has a season keeps the life it has had since."""
    for garden in Garden.objects.filter(slug__in=CHARTERS, seasons=None):
        today = timezone.localdate(now)
        next_starts_on = (today + NEXT_SEASON_IN).replace(day=1)
        starts_on = next_starts_on.replace(year=next_starts_on.year - 1)
        charters = [_charter(garden, written, starts_on) for written in CHARTERS[garden.slug]]
        _reach(garden)
        season = _open(garden, starts_on, charters[-1], now=now)
        _answer(season, now=now)
        _open(garden, next_starts_on, charters[-1], now=now)
        if garden.slug == "lavandieres":
            _look_after(garden, now=now)


def _charter(garden: Garden, written: Written, starts_on: date) -> Charter:
    french, english = (_html(prose.read(written.page, language=one)) for one in ("fr", "en"))
    return Charter.objects.create(
        garden=garden,
        in_force_on=starts_on.replace(year=starts_on.year - written.years_ago) - timedelta(days=45),
        changes=written.changes,
        text=french,
        text_en=english,
    )


def _html(words: prose.Words) -> str:
    """A charter's headings stand under the one of its page."""
    body = "".join(str(text.source) for _kind, text in words.body)
    return f"<p>{words.lead}</p>{body}".replace("h2>", "h3>")


def _reach(garden: Garden) -> None:
    """Whom to write to in each plot; one household has only a telephone."""
    gardener = Person.objects.filter(email=people.GARDENER).first()
    tenancies = Tenancy.objects.filter(plot__garden=garden, name="").select_related("household")
    for rank, tenancy in enumerate(tenancies.order_by("pk")):
        is_hers = gardener is not None and tenancy.household_id == gardener.household_id
        tenancy.name = tenancy.household.name
        tenancy.phone = f"06 00 00 {rank:02} {garden.pk % 100:02}"
        if is_hers and gardener:
            tenancy.name, tenancy.email = gardener.get_full_name(), gardener.email
        elif rank != 3:
            tenancy.email = f"{slugify(tenancy.household.name)}@voisinage.example"
        tenancy.save(update_fields=["name", "phone", "email"])


def _open(garden: Garden, starts_on: date, charter: Charter, *, now: datetime) -> Season:
    by_tiers = garden.slug == "fournil"
    ends_on = starts_on.replace(year=starts_on.year + 1) - timedelta(days=1)
    terms = Terms(
        starts_on=starts_on,
        ends_on=ends_on,
        answer_by=starts_on - timedelta(days=30),
        charter=charter,
        fee=Season.Fee.TIERS if by_tiers else Season.Fee.CHOICE,
        floor_cents=0 if by_tiers else 500,
        suggested_cents=0 if by_tiers else 2000,
        deposit_cents=0 if by_tiers else 2000,
        tiers=TIERS if by_tiers else (),
    )
    return actions.open_season(garden_id=garden.pk, terms=terms, by=None, now=now)


def _answer(season: Season, *, now: datetime) -> None:
    """All go on in the season that runs; most gave, some not yet, one was let off."""
    cents = [500, 2000, 4000] if season.fee == Season.Fee.TIERS else FEES
    asked = season.enrolments.select_related("tenancy__household").order_by("pk")
    for rank, enrolment in enumerate(asked):
        _stay(enrolment, cents[rank % len(cents)], now=now)
        if rank % 6 == 4:
            continue
        if rank == 6:
            reason = "Décidé en réunion de saison."
            actions.waive_fee(enrolment_id=enrolment.pk, reason=reason, by=None, now=now)
        else:
            actions.note_paid_by_hand(enrolment_id=enrolment.pk, by=None, now=now)


def _stay(enrolment: Enrolment, cents: int, *, now: datetime) -> None:
    actions.stay(
        enrolment_id=enrolment.pk,
        signed_by=enrolment.tenancy.name or enrolment.tenancy.household.name,
        chosen_cents=cents,
        now=now,
    )


def _look_after(garden: Garden, *, now: datetime) -> None:
    """A plot that seems left alone: a visit, an answer, help; the committee reads what came."""
    hers = {"household__in": Person.objects.filter(email=people.GARDENER).values("household")}
    rows = Tenancy.objects.filter(plot__garden=garden, ends_on=None).exclude(**hers)
    tenancy = rows.order_by("plot__number")[4]
    visited_at = now - timedelta(days=16)
    case = actions.note_visit(
        tenancy_id=tenancy.pk,
        words="Les tomates sont au sol et le liseron gagne l’allée. Comment allez-vous ?",
        by=None,
        now=visited_at,
    )
    actions.offer_help(
        case_id=case.pk,
        words="Samedi matin, trois voisins peuvent désherber avec vous, ou sans vous. Dites-nous.",
        by=None,
        now=visited_at + care.AFTER[care.VISITED],
    )
    actions.answer_step(
        case_id=case.pk,
        token=tenancy.token,
        words="Merci ! J’ai le dos bloqué. Samedi, avec plaisir, je ferai le café.",
        now=now - timedelta(days=2),
    )
