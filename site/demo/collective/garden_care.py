"""The care of the gardens: whose turn it is, what is lent, who has the key, what hangs in the shed."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.text import slugify

from demo.collective import people
from gardens import actions, queries
from gardens.actions import Given
from gardens.models import Chore, Duty, Garden, Key, Notice, Tenancy, Thing, Turn
from gardens.rules.proposal import propose
from gardens.rules.rota import moment

EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
WEEKS_PAST = 4


@dataclass(frozen=True, kw_only=True)
class Task:
    """A chore of a garden, in both languages."""

    garden: str
    kind: str
    names: tuple[str, str]
    words: tuple[str, str]
    hours: tuple[int, int]
    weekdays: list[int] = field(default_factory=lambda: list(EVERY_DAY))
    minutes: int = 60
    places: int = 1
    hardness: int = 1


TASKS = (
    Task(
        garden="lavandieres", kind="water", hours=(18, 20), minutes=50, places=2, hardness=2,
        weekdays=[2, 4, 6],
        names=("Arrosage du soir", "Evening watering"),
        words=(
            "Deux arrosoirs par planche, au pied, sans mouiller les feuilles. La cuve est derrière la cabane ; fermez bien le robinet.",
            "Two cans to a bed, at the foot, keeping the leaves dry. The tank is behind the shed; close the tap well.",
        ),
    ),
    Task(
        garden="lavandieres", kind="compost", hours=(10, 12), minutes=90, places=2, hardness=3,
        weekdays=[6],
        names=("Retourner le compost", "Turning the compost"),
        words=(
            "On fait passer le bac 1 dans le bac 2, à la fourche. Gants dans la cabane. À deux, c’est une heure et demie et une bonne histoire.",
            "Bin 1 goes into bin 2, with the fork. Gloves are in the shed. For two, it is an hour and a half and a good story.",
        ),
    ),
    Task(
        garden="lavandieres", kind="opening", hours=(14, 17), minutes=180, weekdays=[3, 7],
        names=("Ouvrir le jardin au quartier", "Opening the garden to neighbours"),
        words=(
            "Ouvrir le portail, dire bonjour, montrer la parcelle collective. Une chaise et un livre suffisent.",
            "Open the gate, say hello, show the shared plot. A chair and a book are enough.",
        ),
    ),
    Task(
        garden="fournil", kind="water", hours=(7, 9), minutes=40, hardness=2, weekdays=[1, 3, 5],
        names=("Arrosage du matin", "Morning watering"),
        words=("La pente d’abord : elle sèche en premier.", "The slope first: it dries out first."),
    ),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Shared:
    """Something lent or given; without a rank it is the garden's."""

    name: str
    words: str
    kind: str = Thing.Kind.TOOL
    way: str = Thing.Way.LEND
    quantity: int = 1
    owner: int | None = None


SHARED = (
    Shared(name="Motoculteur", words="Dans la cabane, à gauche. Le plein se fait avant de le rapporter ; deux personnes pour le sortir."),
    Shared(name="Broyeur à végétaux", words="Branches de trois doigts au plus. Lunettes et gants sont dans la caisse."),
    Shared(name="Grelinette", words="Les dents viennent d’être redressées.", owner=1),
    Shared(name="Semoir à main", words="Pour les carottes et les radis.", owner=0),
    Shared(name="Graines de courge butternut", words="De ma récolte de l’an dernier, à semer en avril sous abri.", kind=Thing.Kind.SEED, way=Thing.Way.GIVE, quantity=6, owner=2),
    Shared(name="Plants de menthe", words="En pots : elle court partout, gardez-la dedans.", kind=Thing.Kind.SEED, way=Thing.Way.GIVE, quantity=4, owner=0),
    Shared(name="Voile d’hivernage, 4 m", words="Propre, un petit accroc au bout.", kind=Thing.Kind.OTHER, owner=3),
)  # fmt: skip

NOTICES = (
    (None, "L’eau est coupée jusqu’en mars", "La cuve est vidée avant le gel, le robinet du quai aussi. L’eau de pluie du bidon bleu reste à qui en a besoin."),
    (4, "Trop de poireaux !", "Une dizaine à qui passe samedi matin, parcelle de la coloc’. Apportez un sac."),
    (1, "Qui vient aux bulbes ?", "On plante trois cents narcisses le long de l’allée dimanche à 14 h. Les enfants sont attendus, la terre est meuble."),
)  # fmt: skip


def lay(*, now: datetime) -> None:
    """Turns before and after today, with their people; what exists stays as it was left."""
    _give_addresses()
    for task in TASKS:
        _chore(task, now=now)
    for garden in Garden.objects.filter(slug__in={task.garden for task in TASKS}):
        _fill(garden, now=now)
    lavandieres = Garden.objects.get(slug="lavandieres")
    if not lavandieres.things.exists():
        _share(lavandieres, now=now)
        _post(lavandieres, now=now)


def _give_addresses() -> None:
    """Whom to write to: most households have an address, one in nine is called instead."""
    for rank, tenancy in enumerate(Tenancy.objects.filter(email="").order_by("pk")):
        person = tenancy.household.people.first()
        if person is None and rank % 9 == 8:
            continue
        box = slugify(tenancy.household.name.removeprefix("Foyer ").replace("’", "-"))
        tenancy.name = person.get_full_name() if person else tenancy.household.name
        tenancy.email = person.email if person else f"{box}@voisins.example"
        tenancy.save(update_fields=["name", "email"])


def _chore(task: Task, *, now: datetime) -> None:
    """The chore once; its turns each day the demo is loaded, those of the past month the first time."""
    garden = Garden.objects.get(slug=task.garden)
    today = timezone.localdate(now)
    chore, made = Chore.objects.get_or_create(
        garden=garden,
        name_fr=task.names[0],
        defaults={
            "name_en": task.names[1],
            "kind": task.kind,
            "words_fr": task.words[0],
            "words_en": task.words[1],
            "minutes": task.minutes,
            "places": task.places,
            "hardness": task.hardness,
            "weekdays": task.weekdays,
            "opens": time(task.hours[0]),
            "closes": time(task.hours[1]),
            "first_day": today - timedelta(weeks=WEEKS_PAST),
            "last_day": today + timedelta(weeks=40),
        },
    )
    if made:
        past = now - timedelta(weeks=WEEKS_PAST)
        actions.lay_turns(chore_id=chore.pk, now=past)
        _remember(chore, now=now)
    actions.lay_turns(chore_id=chore.pk, now=now)


def _remember(chore: Chore, *, now: datetime) -> None:
    """The past month as it went: nearly all done, in turn."""
    gardeners = _gardeners(chore.garden, on=timezone.localdate(now))
    for rank, turn in enumerate(chore.turns.filter(ends_at__lt=now).order_by("day")):
        for place in range(turn.places):
            who = gardeners[(rank * turn.places + place + chore.pk) % len(gardeners)]
            if _is_busy(who, turn):
                continue
            before = turn.starts_at - timedelta(days=2)
            taken = actions.take_turn(turn_id=turn.pk, tenancy_id=who.pk, now=before)
            state = Duty.State.MISSED if rank == 2 and place == 0 else Duty.State.DONE
            actions.settle_duty(duty_id=taken.pk, state=state, now=turn.ends_at)


def _is_busy(who: Tenancy, turn: Turn) -> bool:
    there = Tenancy.objects.current(on=turn.day).filter(pk=who.pk)
    held = Duty.objects.live().filter(
        household=who.household, starts_at__lt=turn.ends_at, ends_at__gt=turn.starts_at
    )
    return held.exists() or not there.exists()


def _fill(garden: Garden, *, now: datetime) -> None:
    """Half of the coming turns are somebody's: some chose, some were asked; the gardener has the first."""
    if Duty.objects.filter(turn__chore__garden=garden, starts_at__gt=now).exists():
        return
    today = timezone.localdate(now)
    mine = _gardeners(garden, on=today)[0]
    ahead = list(Turn.objects.of_garden(garden.pk).filter(starts_at__gt=now + timedelta(days=1)))
    actions.take_turn(turn_id=ahead[0].pk, tenancy_id=mine.pk, now=now)
    ground = queries.proposal_for(garden.pk, now=now, days=16)
    given = [
        Given(turn_id=line.turn, tenancy_id=ground.tenancies[line.household].pk, why=line.why)
        for rank, line in enumerate(propose(ground.needs, ground.helpers))
        if line.household is not None and rank % 3
    ]
    written, _refused = actions.confirm_proposal(garden_id=garden.pk, given=given, now=now)
    others = [duty for duty in written if duty.household_id != mine.household_id]
    if len(others) > 3:
        actions.ask_replacement(token=others[1].token, now=now)
        actions.propose_swap(token=others[3].token, now=now)


def _share(garden: Garden, *, now: datetime) -> None:
    """Things of the garden and of its households, one out, one asked for; two keys."""
    today = timezone.localdate(now)
    gardeners = _gardeners(garden, on=today)
    made = {
        one.name: Thing.objects.create(
            garden=garden,
            owner=None if one.owner is None else gardeners[one.owner],
            kind=one.kind,
            way=one.way,
            name=one.name,
            words=one.words,
            quantity=one.quantity,
        )
        for one in SHARED
    }
    _lend(made["Motoculteur"], gardeners[5], first=today + timedelta(days=2), now=now)
    out = _lend(made["Broyeur à végétaux"], gardeners[3], first=today, hours=(8, 19), now=now)
    actions.hand_over(loan_id=out, tenancy_id=gardeners[3].pk, now=now)
    actions.ask_for_thing(
        thing_id=made["Plants de menthe"].pk,
        tenancy_id=gardeners[4].pk,
        quantity=2,
        words="Samedi matin au jardin, ça vous irait ?",
        now=now,
    )
    for name, note, holder in (
        ("Cabane", "Cadenas : 4 8 1 5, puis tirer fort", gardeners[2]),
        ("Portail du quai", "", gardeners[0]),
    ):
        key = Key.objects.create(garden=garden, name=name, note=note)
        actions.pass_key(key_id=key.pk, taker_id=holder.pk, now=now - timedelta(days=6))


def _lend(
    thing: Thing, who: Tenancy, *, first: date, now: datetime, hours: tuple[int, int] = (9, 12)
) -> int:
    loan = actions.ask_for_thing(
        thing_id=thing.pk,
        tenancy_id=who.pk,
        starts_at=moment(first, time(hours[0])),
        ends_at=moment(first, time(hours[1])),
        now=now,
    )
    return loan.pk


def _post(garden: Garden, *, now: datetime) -> None:
    today = timezone.localdate(now)
    gardeners = _gardeners(garden, on=today)
    for rank, (who, title, words) in enumerate(NOTICES):
        Notice.objects.create(
            garden=garden,
            tenancy=None if who is None else gardeners[who],
            title=title,
            words=words,
            posted_at=now - timedelta(days=4 - rank),
            until=today + timedelta(days=10 + rank),
        )


def _gardeners(garden: Garden, *, on: date) -> list[Tenancy]:
    """The households of a garden, the gardener's own first."""
    found = list(queries.gardeners(garden.pk, on=on).order_by("pk"))
    own = people.of(people.GARDENER).household_id
    return sorted(found, key=lambda one: one.household_id != own)
