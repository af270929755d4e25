"""Two households about to share: a host on a plot, a guest in the line."""

from datetime import UTC, datetime

from gardens.actions import open_corner, propose_match, say_yes
from gardens.models import Corner, Garden, Match, Plot, SharingAgreement, Tenancy
from tests.gardens.factories import GardenFactory, PlotFactory, TenancyFactory, ask

NOW = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)


def host_in(garden: Garden | None = None, **said: object) -> Tenancy:
    """A household with a plot of its own of 20 m², and an address."""
    plot = PlotFactory(
        garden=garden or GardenFactory(),
        surface_m2=20,
        **said.pop("plot", {}),  # type: ignore[arg-type]
    )
    facts = {"name": "Solange Kouassi", "email": "solange@exemple.fr"} | said
    return TenancyFactory(plot=plot, **facts)


def corner_of(host: Tenancy, **said: object) -> Corner:
    facts = {"surface_m2": 8, "shares": "Les deux planches côté haie.", "now": NOW} | said
    return open_corner(token=host.token, **facts)  # type: ignore[arg-type]


def matched(garden: Garden | None = None, **said: object) -> Match:
    """A corner proposed to the first in line."""
    garden = garden or GardenFactory()
    corner = corner_of(host_in(garden))
    ask(garden, now=NOW, **({"wish": "share"} | said))
    return propose_match(corner_id=corner.pk, by=None, now=NOW)


def sharing(garden: Garden | None = None, **said: object) -> SharingAgreement:
    """Two households that agreed."""
    match = matched(garden, **said)
    say_yes(token=match.guest_token, now=NOW)
    return SharingAgreement.objects.get(match=say_yes(token=match.host_token, now=NOW))


def parts_of(plot: Plot) -> tuple[str, int]:
    plot.refresh_from_db()
    return plot.kind, plot.parts
