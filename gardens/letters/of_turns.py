"""Letters about turns. Each is None when its reason no longer stands."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day
from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens.letters import kinds
from gardens.letters.plain import Way, letter, reader_of, way
from gardens.models import Duty, Swap
from gardens.turn_words import say_reason, say_turn


def proposed(message: Message) -> Letter | None:
    """All that was given to a household at once, each with its reason and its way to decline."""
    duty = _duty(message)
    given = _held(duty).filter(how=Duty.How.PROPOSED, taken_at=duty.taken_at)
    coming = [one for one in given if one.starts_at > timezone.now() and not one.turn.call_off_id]
    if not coming:
        return None
    return letter(
        _("Un tour pour vous : %(garden)s") % {"garden": _garden(duty)},
        lines=[
            *(f"{say_turn(one.turn)}. {say_reason(one)}" for one in coming),
            _("Vous ne pouvez pas ? Dites-le d’un geste, le foyer suivant sera prévenu."),
        ],
        do=_open(coming[0]),
        others=tuple(
            way(_("Décliner : %(turn)s") % {"turn": say_turn(one.turn)}, "decline_turn", one.token)
            for one in coming
        ),
    )


def reminder(message: Message) -> Letter | None:
    """With two links: I come, I can't. After a long silence of the worker, only the last one due."""
    duty, now = _duty(message), timezone.now()
    if not duty.is_held or duty.turn.is_called_off or duty.starts_at <= now:
        return None
    later = Message.objects.filter(
        kind=message.kind,
        subject_id=duty.pk,
        state=Message.State.DUE,
        due_at__gt=message.due_at,
        due_at__lte=now,
    )
    if later.exists():
        return None
    return letter(
        _("Bientôt votre tour : %(chore)s") % {"chore": duty.turn.chore.name},
        lines=[say_turn(duty.turn), duty.turn.chore.words],
        do=way(_("Je viens"), "duty_coming", duty.token),
        others=(way(_("Je ne peux pas"), "duty_cannot", duty.token),),
    )


def called_off(message: Message) -> Letter | None:
    """One letter for all the turns of a household in the same call-off, while they are off."""
    duty = _duty(message)
    called = duty.turn.call_off
    if called is None or str(called.pk) != _once(message):
        return None
    turns = [one.turn for one in _held(duty).filter(turn__call_off=called)]
    if not turns:
        return None
    return letter(
        _("Pas de tour %(day)s : %(garden)s")
        % {"day": say_day(called.day), "garden": _garden(duty)},
        words=called.because,
        lines=[
            *(say_turn(turn) for turn in turns),
            _("Rien à faire de votre côté. Si le temps change, nous vous le dirons."),
        ],
        do=_rota(duty),
    )


def back_on(message: Message) -> Letter | None:
    """Only for those who were told that it was off."""
    duty = _duty(message)
    if not duty.is_held or duty.turn.is_called_off or not _was_told_off(duty, message):
        return None
    same_day = [one.turn for one in _held(duty).filter(turn__day=duty.turn.day)]
    return letter(
        _("Votre tour a lieu, finalement : %(garden)s") % {"garden": _garden(duty)},
        lines=[say_turn(turn) for turn in same_day if not turn.is_called_off],
        do=_open(duty),
        others=(way(_("Je ne peux pas"), "duty_cannot", duty.token),),
    )


def replacement(message: Message) -> Letter | None:
    """To a gardener who could come instead, while somebody is looked for."""
    duty, reader = _duty(message), reader_of(message)
    is_open = duty.is_held and duty.replacement_asked_at and not duty.turn.is_called_off
    if reader is None or not is_open or duty.starts_at <= timezone.now():
        return None
    return letter(
        _("Qui peut remplacer ? %(turn)s") % {"turn": say_turn(duty.turn)},
        lines=[
            _("%(household)s ne peut pas venir.") % {"household": duty.household.name},
            _("Le premier foyer qui répond prend le tour. Si vous ne pouvez pas, rien à faire."),
        ],
        do=way(_("Je prends ce tour"), "replace", reader.token, duty.pk),
    )


def replaced(message: Message) -> Letter | None:
    """To whoever could not come: somebody does."""
    duty = _duty(message)
    return letter(
        _("C’est pris : %(turn)s") % {"turn": say_turn(duty.turn)},
        lines=[_("Un autre foyer prend votre tour. Bonne journée !")],
        do=_rota(duty),
    )


def swapped(message: Message) -> Letter | None:
    """To both: the turn that is theirs now."""
    duty = _duty(message)
    if not duty.is_held:
        return None
    return letter(
        _("Échange conclu : %(garden)s") % {"garden": _garden(duty)},
        lines=[_("Votre nouveau tour : %(turn)s") % {"turn": say_turn(duty.turn)}],
        do=_open(duty),
    )


def swap_asked(message: Message) -> Letter | None:
    """To whoever holds the wanted duty."""
    swap = _swap(message)
    if swap.state != Swap.State.PROPOSED or swap.wanted is None:
        return None
    return letter(
        _("Un échange de tours ? %(garden)s") % {"garden": _garden(swap.offered)},
        lines=_both(swap),
        do=way(_("Répondre"), "swap", swap.token),
    )


def swap_declined(message: Message) -> Letter | None:
    swap = _swap(message)
    if swap.state != Swap.State.DECLINED:
        return None
    return letter(
        _("Pas d’échange cette fois : %(garden)s") % {"garden": _garden(swap.offered)},
        lines=[
            *_both(swap),
            _("Vous gardez votre tour. Vous pouvez le proposer à tout le jardin."),
        ],
        do=_open(swap.offered),
    )


def _both(swap: Swap) -> list[str]:
    lines = [
        _("%(household)s donne : %(turn)s")
        % {"household": swap.offered.household.name, "turn": say_turn(swap.offered.turn)}
    ]
    if swap.wanted:
        lines.append(_("contre : %(turn)s") % {"turn": say_turn(swap.wanted.turn)})
    return lines


def _was_told_off(duty: Duty, message: Message) -> bool:
    """Whether the letter of the call-off left, for this duty or another one of that household."""
    return Message.objects.filter(
        kind=kinds.TURN_CALLED_OFF,
        subject_id__in=_held(duty).values("pk"),
        state=Message.State.SENT,
        key__endswith=f":{_once(message)}",
    ).exists()


def _duty(message: Message) -> Duty:
    return Duty.objects.with_turn().select_related("tenancy").get(pk=message.subject_id)


def _swap(message: Message) -> Swap:
    duty = ("turn__chore__garden", "household", "tenancy")
    both = [f"{side}__{name}" for side in ("offered", "wanted") for name in duty]
    return Swap.objects.select_related(*both).get(pk=message.subject_id)


def _held(duty: Duty) -> QuerySet[Duty]:
    """What its household holds in the same garden."""
    held = Duty.objects.with_turn().filter(tenancy=duty.tenancy_id, state=Duty.State.HELD)
    return held.order_by("starts_at", "pk")


def _once(message: Message) -> str:
    """What tells this letter apart from others of its kind: the last part of its key."""
    return message.key.rpartition(":")[2]


def _garden(duty: Duty) -> str:
    return duty.turn.chore.garden.name


def _open(duty: Duty) -> Way:
    return way(_("Voir mon tour"), "duty", duty.token)


def _rota(duty: Duty) -> Way:
    return way(_("Voir les tours du jardin"), "rota", duty.tenancy.token)
