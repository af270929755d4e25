"""The mail that says what a recurring basket holds: written when it is prepared, composed when it leaves."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day
from commons.notices.actions import write_message
from commons.notices.letters import Letter
from commons.notices.models import Message
from market import queries
from market.models import PreparedBasket, PreparedGap
from market.templatetags.amounts import amount

READY = "market.recurring"


def tell(prepared: PreparedBasket) -> None:
    """Write it down, in the caller's transaction."""
    write_message(
        key=f"recurring:{prepared.pk}",
        kind=READY,
        subject_id=prepared.pk,
        to=prepared.recurring.person.email,
        language=prepared.recurring.language,
    )


def ready(message: Message) -> Letter | None:
    """What is in the basket now, at the price of now. None once it is ordered or emptied, or orders closed."""
    prepared = queries.prepared_for_mail(message.subject_id)
    if prepared is None or not prepared.market_day.takes_orders(at=timezone.now()):
        return None
    lines = queries.lines_of(prepared.basket) if prepared.basket else []
    if prepared.outcome == PreparedBasket.Outcome.READY and not lines:
        return None
    return Letter(
        subject=_subject(prepared),
        template="market/emails/recurring",
        context={
            "recurring": prepared.recurring,
            "market_day": prepared.market_day,
            "basket_lines": lines,
            "basket_total_cents": sum(line.total_cents for line in lines),
            "gaps": [say_gap(gap) for gap in prepared.gaps.all()],
            "link": _link(prepared),
            "quiet_link": prepared.recurring.quiet_address,
        },
    )


def say_gap(gap: PreparedGap) -> str:
    """ "Poireaux : 1 botte au lieu de 2 bottes, c’est tout ce qui restait"."""
    product = gap.product
    if not gap.given:
        return _("%(product)s : %(why)s") % {"product": product.name, "why": gap.get_why_display()}
    return _("%(product)s : %(given)s au lieu de %(wanted)s, %(why)s") % {
        "product": product.name,
        "given": amount(gap.given, product.unit),
        "wanted": amount(gap.wanted, product.unit),
        "why": gap.get_why_display(),
    }


def _subject(prepared: PreparedBasket) -> str:
    day = {"date": say_day(prepared.market_day.date)}
    if prepared.basket is None:
        return _("Rien de votre panier habituel au marché du %(date)s") % day
    return _("Votre panier habituel est prêt : marché du %(date)s") % day


def _link(prepared: PreparedBasket) -> str:
    """The basket, once signed in; the market when there is none."""
    day = prepared.market_day
    if prepared.basket is None:
        return settings.SITE_URL + day.get_absolute_url()
    return settings.SITE_URL + reverse("market:recurring_day", args=[day.date])
