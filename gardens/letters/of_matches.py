"""Letters about a match, to each of the two. Each is None when its reason no longer stands."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day
from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens.letters import kinds
from gardens.models import Corner, Match, PlotRequest, Side
from gardens.words_sharing import first_name, host_name, say_reasons

TEMPLATE = "gardens/emails/sharing"
Compose = Callable[[Message], Letter | None]


def _proposed(side: Side) -> Compose:
    def compose(message: Message) -> Letter | None:
        match = _match(message)
        if not match.is_alive(at=timezone.now()):
            return None
        return _letter(
            match,
            side,
            subject=_("Partager une parcelle : %(garden)s"),
            heading=_heading(match, side),
            sentences=[_who(match, side), *say_reasons(match), _until(match.expires_at)],
            told=_terms(match.corner),
            label=_("Voir et répondre"),
        )

    return compose


def _reminded(side: Side) -> Compose:
    """To whoever did not answer yet."""

    def compose(message: Message) -> Letter | None:
        match = _match(message)
        if not match.is_alive(at=timezone.now()) or match.said_yes(side):
            return None
        return _letter(
            match,
            side,
            subject=_("Encore quelques jours pour répondre : %(garden)s"),
            heading=_("Une réponse vous attend"),
            sentences=[_who(match, side), _until(match.expires_at)],
            label=_("Voir et répondre"),
        )

    return compose


def _first_yes(side: Side) -> Compose:
    """To the one who has not answered yet: the other agrees."""

    def compose(message: Message) -> Letter | None:
        match = _match(message)
        if not match.is_alive(at=timezone.now()) or match.said_yes(side):
            return None
        return _letter(
            match,
            side,
            subject=_("%(partner)s dit oui : %(garden)s"),
            heading=_("%(partner)s dit oui") % {"partner": _partner(match, side)},
            sentences=[_("Il ne manque que votre réponse."), _until(match.expires_at)],
            label=_("Voir et répondre"),
        )

    return compose


def _over(side: Side) -> Compose:
    """Whoever declined it themselves knows; who said no, and why, is nobody’s business."""

    def compose(message: Message) -> Letter | None:
        match = _match(message)
        declined = match.state == Match.State.DECLINED
        its_own = declined and match.declined_by_host == (side == Side.HOST)
        if its_own or not _still_hopes(match, side):
            return None
        sentences = [
            _("Ce partage-là ne se fera pas. Rien n’est à faire de votre côté."),
            _("Votre coin reste proposé au foyer suivant de la liste.")
            if side == Side.HOST
            else _("Vous gardez votre rang dans la liste, à sa date."),
        ]
        return _letter(
            match,
            side,
            subject=_("Le partage ne se fera pas : %(garden)s"),
            heading=_("Ce ne sera pas pour cette fois"),
            sentences=sentences,
            label=_("Voir où j’en suis"),
        )

    return compose


def _still_hopes(match: Match, side: Side) -> bool:
    if side == Side.HOST:
        return match.corner.state == Corner.State.OPEN
    return match.request.state == PlotRequest.State.WAITING


def _match(message: Message) -> Match:
    rows = Match.objects.select_related(
        "request", "corner__tenancy__plot__garden", "corner__tenancy__household"
    )
    return rows.get(pk=message.subject_id)


def _partner(match: Match, side: Side) -> str:
    if side == Side.HOST:
        return first_name(match.request.name)
    return host_name(match.corner.tenancy)


def _heading(match: Match, side: Side) -> str:
    if side == Side.HOST:
        return _("%(partner)s aimerait partager votre parcelle") % {
            "partner": _partner(match, side)
        }
    return _("Un coin de jardin pour vous")


def _who(match: Match, side: Side) -> str:
    facts = {
        "partner": _partner(match, side),
        "surface": match.corner.surface_m2,
        "number": match.corner.tenancy.plot.number,
    }
    if side == Side.HOST:
        return _("Vous proposez un coin de %(surface)d m² ; %(partner)s attend une place.") % facts
    return (
        _("%(partner)s propose un coin de %(surface)d m² de la parcelle %(number)d, à l’essai.")
        % facts
    )


def _terms(corner: Corner) -> list[tuple[str, str]]:
    told = [
        (_("Qui cultive quoi"), corner.shares),
        (_("Qui fait quoi"), corner.duties),
        (_("Un mot"), corner.words),
    ]
    return [(name, said) for name, said in told if said]


def _until(moment: datetime) -> str:
    return _(
        "Une réponse est attendue avant le %(day)s. Il faut deux oui ; un non n’a pas à s’expliquer."
    ) % {"day": say_day(moment)}


def _letter(match: Match, side: Side, *, subject: str, **context: Any) -> Letter:
    host = match.corner.tenancy
    why = (
        _("Vous recevez ce message parce que vous proposez un coin de votre parcelle.")
        if side == Side.HOST
        else _("Vous recevez ce message parce que vous avez demandé une parcelle.")
    )
    facts = {"garden": host.plot.garden.name, "partner": _partner(match, side)}
    return Letter(
        subject=subject % facts,
        template=TEMPLATE,
        context={"link": settings.SITE_URL + match.url_for(side), "why": why, **context},
    )


COMPOSERS = {
    kinds.MATCH_HOST: _proposed(Side.HOST),
    kinds.MATCH_GUEST: _proposed(Side.GUEST),
    kinds.MATCH_REMINDER_HOST: _reminded(Side.HOST),
    kinds.MATCH_REMINDER_GUEST: _reminded(Side.GUEST),
    kinds.FIRST_YES_HOST: _first_yes(Side.HOST),
    kinds.FIRST_YES_GUEST: _first_yes(Side.GUEST),
    kinds.MATCH_OVER_HOST: _over(Side.HOST),
    kinds.MATCH_OVER_GUEST: _over(Side.GUEST),
}
