"""A garden's waiting list."""

from django.db.models import Q

from gardens.models import PlotOffer, PlotRequest, SharingAgreement, Tenancy
from gardens.rules.line import PlaceInLine, Turn, place_in_line


def line_of(garden_id: int) -> list[Turn]:
    """All turns of a garden's waiting list, the longest-waiting first."""
    waiting = PlotRequest.objects.waiting().filter(garden_id=garden_id)
    return [Turn(*row) for row in waiting.values_list("counted_from", "pk", "asked_at")]


def place_of(asked: PlotRequest) -> PlaceInLine | None:
    """Where a request stands now, or None when it does not wait any more."""
    return place_in_line(line_of(asked.garden_id), request_id=asked.pk)


def request_by_token(token: str) -> PlotRequest | None:
    """The request a mail's link speaks of, with all its page shows."""
    return PlotRequest.objects.select_related("garden__place").filter(token=token).first()


def offer_by_token(token: str) -> PlotOffer | None:
    """The offer a mail's link speaks of, with all its page shows."""
    offers = PlotOffer.objects.select_related(
        "request", "plot__garden__place", "tenancy__plot__garden"
    )
    return offers.filter(token=token).first()


def tenancy_of(asked: PlotRequest) -> Tenancy | None:
    """What a request that was granted led to: a plot that was offered, or a corner that was shared."""
    shared = SharingAgreement.objects.filter(match__request=asked).values("guest")
    return Tenancy.objects.filter(Q(offer__request=asked) | Q(pk__in=shared)).first()


def waits_elsewhere(asked: PlotRequest) -> bool:
    """Whether the same address waits in another garden."""
    others = PlotRequest.objects.waiting().filter(email__iexact=asked.email)
    return others.exclude(garden=asked.garden_id).exists()
