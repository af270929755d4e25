"""Writing down what two households that share, or may share, are told. In the caller's transaction."""

from datetime import datetime

from django.utils.timezone import get_current_timezone

from commons.notices.actions import drop_messages, write_message
from gardens.letters import kinds
from gardens.models import AgreementChange, Match, SharingAgreement, Side, Tenancy
from gardens.rules.sharing import ASKED_BEFORE_THE_END, reminded_at

OF_A_MATCH = {Side.HOST: kinds.MATCH_HOST, Side.GUEST: kinds.MATCH_GUEST}
REMINDERS = {Side.HOST: kinds.MATCH_REMINDER_HOST, Side.GUEST: kinds.MATCH_REMINDER_GUEST}
FIRST_YES = {Side.HOST: kinds.FIRST_YES_HOST, Side.GUEST: kinds.FIRST_YES_GUEST}
OVER = {Side.HOST: kinds.MATCH_OVER_HOST, Side.GUEST: kinds.MATCH_OVER_GUEST}
AGREED = {Side.HOST: kinds.SHARING_HOST, Side.GUEST: kinds.SHARING_GUEST}
TRIAL_ENDS = {Side.HOST: kinds.TRIAL_ENDS_HOST, Side.GUEST: kinds.TRIAL_ENDS_GUEST}
LASTS = {Side.HOST: kinds.SHARING_LASTS_HOST, Side.GUEST: kinds.SHARING_LASTS_GUEST}


def tell_match(match: Match) -> None:
    """The proposal to both, and once more before its delay has passed, if there is time."""
    again = reminded_at(proposed_at=match.proposed_at, expires_at=match.expires_at)
    for side in Side:
        _to_side(match, side, OF_A_MATCH[side])
        if again:
            _to_side(match, side, REMINDERS[side], due_at=again)


def tell_first_yes(match: Match, *, said_by: Side) -> None:
    """One of the two said yes: the other learns it."""
    _to_side(match, said_by.other, FIRST_YES[said_by.other])


def tell_match_over(match: Match) -> None:
    """It will not be: nobody is told who said no, nor why."""
    for side in Side:
        drop_messages(kind=REMINDERS[side], subject_id=match.pk)
        _to_side(match, side, OVER[side])


def tell_agreed(agreement: SharingAgreement) -> None:
    """Both said yes; and two weeks before the trial ends, each is asked whether it goes on."""
    asked_on = agreement.trial_until - ASKED_BEFORE_THE_END
    asked_at = datetime(
        asked_on.year, asked_on.month, asked_on.day, 8, tzinfo=get_current_timezone()
    )
    for side in Side:
        _to_partner(agreement, side, AGREED[side])
        _to_partner(agreement, side, TRIAL_ENDS[side], due_at=asked_at)


def tell_lasting(agreement: SharingAgreement) -> None:
    for side in Side:
        drop_messages(kind=TRIAL_ENDS[side], subject_id=agreement.pk)
        _to_partner(agreement, side, LASTS[side])


def tell_parted(agreement: SharingAgreement) -> None:
    """To who leaves, that it is done; to who stays, that their place is theirs."""
    for side in Side:
        drop_messages(kind=TRIAL_ENDS[side], subject_id=agreement.pk)
        left = agreement.tenancy_of(side).pk == agreement.left_by_id
        _to_partner(agreement, side, kinds.SHARING_LEFT if left else kinds.PARTNER_LEFT)


def tell_whole_plot(agreement: SharingAgreement) -> None:
    """The committee's answer, to who stayed."""
    side = Side.GUEST if agreement.left_by_id == agreement.host_id else Side.HOST
    _to_partner(agreement, side, kinds.WHOLE_PLOT)


def tell_change(change: AgreementChange) -> None:
    """New words, to whom they are proposed."""
    partner = change.agreement.partner_of(change.by)
    _write(f"agreement-change:{change.pk}:proposed", kinds.CHANGE_PROPOSED, change.pk, partner)


def tell_change_answered(change: AgreementChange) -> None:
    """The answer, to who proposed them."""
    _write(f"agreement-change:{change.pk}:answered", kinds.CHANGE_ANSWERED, change.pk, change.by)


def _to_side(match: Match, side: Side, kind: str, *, due_at: datetime | None = None) -> None:
    to = match.corner.tenancy if side == Side.HOST else match.request
    if to.email:
        write_message(
            key=f"match:{match.pk}:{_short(kind)}",
            kind=kind,
            subject_id=match.pk,
            to=to.email,
            language=to.language,
            due_at=due_at,
        )


def _to_partner(
    agreement: SharingAgreement, side: Side, kind: str, *, due_at: datetime | None = None
) -> None:
    key = f"agreement:{agreement.pk}:{_short(kind)}"
    _write(key, kind, agreement.pk, agreement.tenancy_of(side), due_at=due_at)


def _write(
    key: str, kind: str, subject_id: int, to: Tenancy, *, due_at: datetime | None = None
) -> None:
    """Who has no address is told by the committee."""
    if to.email:
        write_message(
            key=key,
            kind=kind,
            subject_id=subject_id,
            to=to.email,
            language=to.language,
            due_at=due_at,
        )


def _short(kind: str) -> str:
    """ "gardens.match-host" → "match-host" """
    return kind.rpartition(".")[2]
