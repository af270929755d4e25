"""Three ways of sharing at the riverside garden: an agreement, a match to answer, a corner to give."""

from datetime import datetime, timedelta

from demo.collective import people
from demo.collective.keys import key
from gardens.actions import open_corner, propose_match, request_plot, say_yes
from gardens.models import Corner, Garden, PlotRequest, Tenancy

GARDEN = "lavandieres"
GUEST = 22  # among the neighbours: Victor Ramel, who gardens at the Jacquets’ since spring


def lay(*, now: datetime) -> None:
    """Once; what people did of it since stays as it is."""
    garden = Garden.objects.get(slug=GARDEN)
    if Corner.objects.filter(tenancy__plot__garden=garden).exists():
        return
    _agreed(garden, now=now - timedelta(days=60))
    _proposed(garden, now=now - timedelta(days=3))
    _open(garden, now=now - timedelta(days=8))


def _agreed(garden: Garden, *, now: datetime) -> None:
    """Two households that try together."""
    host = _reached(garden, 6, name="Mireille Jacquet")
    corner = open_corner(
        token=host.token,
        surface_m2=7,
        shares="Les deux planches du fond, côté haie, pour Victor. Le reste et les framboisiers pour "
        "Mireille.",
        duties="On arrose chez soi, et chez l’autre quand il est parti. Le compost, une semaine sur "
        "deux.",
        hours=["mornings", "weekends"],
        experience="seasoned",
        mixes_generations=True,
        generation="older",
        words="Mes genoux demandent de l’aide pour bêcher ; en échange, j’ai trente ans de semis.",
        now=now,
    )
    guest = people.NEIGHBOURS[GUEST]
    asked = request_plot(
        garden_id=garden.pk,
        form_key=key("plot-request", GARDEN, guest.email),
        name=guest.name,
        email=guest.email,
        language="fr",
        household_size=2,
        wish=PlotRequest.Wish.SHARE,
        hours=["weekends"],
        experience="beginner",
        mixes_generations=True,
        generation="young",
        now=now - timedelta(days=440),
    )
    match = propose_match(corner_id=corner.pk, request_id=asked.pk, by=None, now=now)
    say_yes(token=match.guest_token, now=now + timedelta(days=1))
    say_yes(token=match.host_token, now=now + timedelta(days=2))


def _proposed(garden: Garden, *, now: datetime) -> None:
    """The gardener who signs in has an answer to give."""
    gardener = people.of(people.GARDENER)
    host = Tenancy.objects.get(plot__garden=garden, household=gardener.household)
    _write_to(host, name=gardener.get_full_name(), email=gardener.email)
    corner = open_corner(
        token=host.token,
        surface_m2=5,
        shares="La planche du milieu, 5 m², en plein soleil. Nous gardons les deux du bord.",
        duties="Chaque foyer arrose son coin. On se prévient quand on s’absente.",
        hours=["evenings", "weekends"],
        experience="seasoned",
        words="Les enfants adorent montrer où sont les vers de terre.",
        now=now,
    )
    propose_match(corner_id=corner.pk, by=None, now=now)


def _open(garden: Garden, *, now: datetime) -> None:
    """A corner that the committee may bring to somebody."""
    host = _reached(garden, 8, name="Suzanne Perrin")
    open_corner(
        token=host.token,
        surface_m2=6,
        shares="Le tiers ombragé, bon pour les salades et la menthe.",
        duties="Arroser à tour de rôle l’été.",
        hours=["mornings"],
        experience="some",
        now=now,
    )


def _reached(garden: Garden, number: int, *, name: str) -> Tenancy:
    """Who holds a plot, with somebody to write to."""
    host = Tenancy.objects.get(plot__garden=garden, plot__number=number)
    _write_to(host, name=name, email=people.Neighbour(name).email)
    return host


def _write_to(host: Tenancy, *, name: str, email: str) -> None:
    host.name, host.email = host.name or name, host.email or email
    host.save(update_fields=["name", "email"])
