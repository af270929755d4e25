"""All that somebody usually takes, put in the basket at one tap."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from market import actions, queries
from market.basket import remember_visitor, visitor_of
from market.models import MarketDay
from market.refusals import OrderRefusedError, Shortage
from market.shop import Usual, usuals_for
from market.templatetags.amounts import amount
from market.views.answers import Answer
from market.views.days import shown_day
from market.views.refused import say_refusal


@require_POST
def put(request: HttpRequest, day: date) -> HttpResponse:
    """Says line by line what fell short, then comes back to the day."""
    market_day = shown_day(day)
    lines = queries.chosen_on(market_day, visitor=visitor_of(request))
    usuals = usuals_for(request, market_day=market_day, lines=lines, troubles={})
    wanted = [usual for usual in usuals if usual.can_be_put]
    notes = _put(request, market_day=market_day, wanted=wanted)
    if "HX-Request" in request.headers:
        offers = [usual.card.offer for usual in wanted]
        return Answer(request, market_day=market_day, day_page=market_day, notes=notes).render(
            offers
        )
    for note in notes:
        messages.info(request, note)
    return HttpResponseRedirect(f"{market_day.get_absolute_url()}#habituels", status=303)


def _put(request: HttpRequest, *, market_day: MarketDay, wanted: list[Usual]) -> list[str]:
    """What happened, in sentences."""
    if not wanted:
        return [_("Tout y est déjà.")]
    try:
        short = actions.put_usuals(
            visitor=remember_visitor(request),
            market_day_id=market_day.pk,
            wanted={usual.card.offer.pk: usual.wanted for usual in wanted},
            now=timezone.now(),
        )
    except OrderRefusedError as refusal:
        return say_refusal(refusal)
    count = len(wanted) - sum(not shortage.left for shortage in short)
    done = ngettext(
        "%(count)d habituel est dans le panier.", "%(count)d habituels sont dans le panier.", count
    ) % {"count": count}
    return [done, *map(_say_short, short)]


def _say_short(shortage: Shortage) -> str:
    product = shortage.product
    if not shortage.left:
        return _("%(product)s : il n’en reste plus.") % {"product": product.name}
    return _("%(product)s : %(left)s au lieu de %(wanted)s, c’est tout ce qui reste.") % {
        "product": product.name,
        "left": amount(shortage.left, product.unit),
        "wanted": amount(shortage.wanted, product.unit),
    }
