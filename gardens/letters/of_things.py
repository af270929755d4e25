"""Letters about what is lent and given, and about keys. No address is ever in them."""

from django.utils import timezone
from django.utils.translation import gettext as _

from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens.letters.plain import letter, way
from gardens.models import KeyHandover, Loan
from gardens.turn_words import say_span


def asked(message: Message) -> Letter | None:
    """To the owner."""
    loan = _loan(message)
    if loan.state != Loan.State.ASKED or loan.thing.owner is None:
        return None
    return letter(
        _("On vous demande : %(thing)s") % {"thing": loan.thing.name},
        words=loan.words,
        lines=[
            _("De la part de %(household)s.") % {"household": loan.tenancy.household.name},
            _when(loan),
            _("Répondez avec un rendez-vous au jardin : vos adresses restent cachées."),
        ],
        do=way(_("Répondre"), "things", loan.thing.owner.token),
    )


def answered(message: Message) -> Letter | None:
    """To whoever asked."""
    loan = _loan(message)
    said_yes = loan.state != Loan.State.CANCELLED
    subject = (_("C’est d’accord : %(thing)s") if said_yes else _("Pas cette fois : %(thing)s")) % {
        "thing": loan.thing.name
    }
    return letter(
        subject,
        words=loan.answer,
        lines=[_when(loan)] if said_yes else [_("D’autres choses se prêtent peut-être.")],
        do=way(_("Voir ce qui se partage"), "things", loan.tenancy.token),
    )


def cancelled(message: Message) -> Letter | None:
    """To the owner: nobody comes for it."""
    loan = _loan(message)
    if loan.state != Loan.State.CANCELLED or loan.thing.owner is None:
        return None
    return letter(
        _("Plus besoin : %(thing)s") % {"thing": loan.thing.name},
        lines=[_("%(household)s n’en a plus besoin.") % {"household": loan.tenancy.household.name}],
        do=way(_("Voir ce qui se partage"), "things", loan.thing.owner.token),
    )


def back(message: Message) -> Letter | None:
    """To whoever has it: bring it back; nothing once it is."""
    loan = _loan(message)
    if loan.state != Loan.State.HANDED or loan.ends_at is None:
        return None
    is_late = loan.ends_at < timezone.now()
    subject = _("Pensez à le rapporter : %(thing)s") % {"thing": loan.thing.name}
    return letter(
        subject,
        lines=[
            _when(loan),
            _("Quelqu’un l’attend peut-être. Si c’est fait, dites-le d’un geste.")
            if is_late
            else _("Merci de le remettre à sa place, propre."),
        ],
        do=way(_("C’est rapporté"), "things", loan.tenancy.token),
    )


def key_taken(message: Message) -> Letter | None:
    """To whoever had the key."""
    handovers = KeyHandover.objects.select_related("key__garden", "giver", "taker__household")
    handover = handovers.get(pk=message.subject_id)
    if handover.giver is None:
        return None
    lines = [
        _("%(household)s l’a maintenant.") % {"household": handover.taker.household.name}
        if handover.taker
        else _("Elle est revenue à l’équipe du jardin."),
        _("Si c’est une erreur, corrigez-la sur la page des clés."),
    ]
    return letter(
        _("La clé a changé de main : %(key)s") % {"key": handover.key.name},
        lines=lines,
        do=way(_("Voir qui a les clés"), "things", handover.giver.token),
    )


def _loan(message: Message) -> Loan:
    loans = Loan.objects.select_related("thing__owner", "tenancy__household")
    return loans.get(pk=message.subject_id)


def _when(loan: Loan) -> str:
    if loan.starts_at and loan.ends_at:
        return say_span(loan.starts_at, loan.ends_at)
    return _("Combien : %(count)d") % {"count": loan.quantity} if loan.quantity > 1 else ""
