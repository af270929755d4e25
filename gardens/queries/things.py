"""What a garden's households lend and give, and who has what now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet, Sum

from gardens.models import Key, Loan, Tenancy, Thing
from gardens.models.things import STANDING


@dataclass(frozen=True, kw_only=True)
class Shelved:
    """A thing on the list: what is left of it, who has it now, and when it is promised."""

    thing: Thing
    loans: list[Loan]
    mine: bool

    @property
    def image_url(self) -> str:
        """Of its photo; "" without one."""
        return self.thing.picture.url if self.thing.picture else ""

    @property
    def left(self) -> int:
        return max(0, self.thing.quantity - sum(loan.quantity for loan in self.loans))

    @property
    def out(self) -> Loan | None:
        """The loan of what somebody has in their hands."""
        if not self.thing.is_lent:
            return None
        return next((loan for loan in self.loans if loan.state == Loan.State.HANDED), None)

    @property
    def booked(self) -> list[Loan]:
        """Its promised hours to come."""
        return [loan for loan in self.loans if loan.state == Loan.State.ASKED and loan.starts_at]


def things_of(garden_id: int, *, tenancy: Tenancy) -> list[Shelved]:
    """What is offered in a garden, one's own last; two queries, however many things."""
    loans = Loan.objects.filter(state__in=STANDING).select_related("tenancy__household")
    things = (
        Thing.objects.filter(garden=garden_id, withdrawn_at=None)
        .select_related("owner__household")
        .prefetch_related(Prefetch("loans", loans, to_attr="standing"))
        .order_by("kind", "name", "pk")
    )
    shelved = [
        Shelved(thing=thing, loans=thing.standing, mine=thing.owner_id == tenancy.pk)
        for thing in things
    ]
    offered = (one for one in shelved if one.mine or one.thing.is_lent or one.left)
    return sorted(offered, key=lambda one: one.mine)


def loans_around(tenancy: Tenancy) -> QuerySet[Loan]:
    """What a household asked for or is asked for, and that is not over."""
    given = Q(thing__way=Thing.Way.GIVE, state=Loan.State.HANDED)
    return (
        Loan.objects.filter(Q(tenancy=tenancy) | Q(thing__owner=tenancy), state__in=STANDING)
        .exclude(given)
        .select_related("thing__owner__household", "tenancy__household")
        .order_by("starts_at", "pk")
    )


def thing_of(garden_id: int, thing_id: int) -> Thing | None:
    """A thing of a garden that is still offered."""
    things = Thing.objects.filter(withdrawn_at=None).select_related("owner__household")
    return things.filter(garden=garden_id, pk=thing_id).first()


def booked_hours(thing: Thing, *, now: datetime) -> QuerySet[Loan]:
    """The hours of a thing that somebody has, to come."""
    loans = thing.loans.filter(state__in=STANDING, ends_at__gt=now)
    return loans.select_related("tenancy__household").order_by("starts_at")


def keys_of(garden_id: int) -> Sequence[Key]:
    """The keys of a garden, and who has them."""
    return list(Key.objects.filter(garden=garden_id).select_related("holder__household"))


def left_of(thing: Thing) -> int:
    """How many of what is given nobody has reserved or taken; counted under its lock where it matters."""
    promised = thing.loans.filter(state__in=STANDING).aggregate(n=Sum("quantity"))["n"] or 0
    return max(0, thing.quantity - promised)
