"""What one market day takes over from another: who stands where, and what they sell. In the caller's transaction."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_day
from market import offering
from market.models import MarketDay, Offer, Pitch, Producer, Product, Stall


@dataclass(frozen=True, kw_only=True)
class Copied:
    """What came over, and what could not."""

    stalls: int
    offers: int
    not_for_sale: list[Product] = field(default_factory=list)
    without_pitch: list[Producer] = field(default_factory=list)

    def words(self, source: MarketDay) -> str:
        """For the log: "du samedi 14 mars : 12 étals, 84 offres"."""
        stalls = ngettext("%(count)d étal", "%(count)d étals", self.stalls)
        offers = ngettext("%(count)d offre", "%(count)d offres", self.offers)
        return _("du %(day)s : %(stalls)s, %(offers)s") % {
            "day": say_day(source.date),
            "stalls": stalls % {"count": self.stalls},
            "offers": offers % {"count": self.offers},
        }


def copy_stalls(source: MarketDay, *, to: MarketDay) -> list[Producer]:
    """Each producer on their pitch again, when it is in that hall and free; those for whom it is not."""
    pitches = set(Pitch.objects.filter(place=to.place_id).values_list("pk", flat=True))
    there = list(to.stalls.all())
    taken, come = {one.pitch_id for one in there}, {one.producer_id for one in there}
    left_out, added = [], []
    for stall in source.stalls.select_related("producer"):
        if stall.producer_id in come:
            continue
        if stall.pitch_id in pitches - taken:
            added.append(Stall(market_day=to, producer=stall.producer, pitch_id=stall.pitch_id))
        else:
            left_out.append(stall.producer)
    Stall.objects.bulk_create(added)
    return left_out


def copy_all(source: MarketDay, *, to: MarketDay) -> Copied:
    """Stalls, then the offers of those who come: a handful of questions, however many offers."""
    before = to.stalls.count()
    without_pitch = copy_stalls(source, to=to)
    come = set(to.stalls.values_list("producer_id", flat=True))
    offered = source.offers.exclude(product__in=to.offers.values("product"))
    offers = list(
        offered.filter(product__producer__in=come).select_related("product__plant").order_by("pk")
    )
    lacking = offering.lacking_among((offer.product for offer in offers), on=to.date)
    kept = [offer for offer in offers if offer.product_id not in lacking]
    Offer.objects.bulk_create(
        Offer(
            market_day=to,
            product=offer.product,
            price_cents=offer.price_cents,
            quantity=offer.quantity,
            on_sale=offer.on_sale,
        )
        for offer in kept
    )
    names = {offer.pk for offer in kept}
    return Copied(
        stalls=len(come) - before,
        offers=len(kept),
        not_for_sale=[offer.product for offer in offers if offer.pk not in names],
        without_pitch=without_pitch,
    )
