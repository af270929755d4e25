"""Letters about fees and deposits. Each is None when its reason no longer stands."""

from django.utils.translation import gettext as _

from commons.cms.spoken import say_day, say_price
from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens.letters.to_household import letter_to
from gardens.models import Enrolment


def fee_paid(message: Message) -> Letter | None:
    """The receipt: who, for what, how much, how and when."""
    enrolment = enrolment_of(message)
    if enrolment is None or enrolment.paid_at is None:
        return None
    by_hand = enrolment.paid_by_hand
    how = _("Reçue en main propre le %(day)s") if by_hand else _("Payée par carte le %(day)s")
    return letter_to(
        enrolment.tenancy,
        subject=_("Reçu de votre cotisation : %(season)s") % {"season": enrolment.season},
        title=_("Cotisation reçue, merci"),
        says=[_("Gardez ce message : c’est votre reçu.")],
        lines=[*lines_of(enrolment), how % {"day": say_day(enrolment.paid_at)}],
        path=enrolment.get_absolute_url(),
        label=_("Voir mon reçu"),
    )


def fee_returned(message: Message) -> Letter | None:
    enrolment = enrolment_of(message)
    if enrolment is None:
        return None
    return letter_to(
        enrolment.tenancy,
        subject=_("Votre paiement vous est rendu : %(season)s") % {"season": enrolment.season},
        title=_("Ce paiement n’était plus attendu"),
        says=[
            _(
                "La somme que votre banque vient de débiter vous est rendue en entier, sur la même"
                " carte, d’habitude en moins de dix jours."
            ),
            _("Votre parcelle reste la vôtre. Vous n’avez rien à faire."),
        ],
        path=enrolment.get_absolute_url(),
        label=_("Voir ma cotisation"),
    )


def fee_waived(message: Message) -> Letter | None:
    enrolment = enrolment_of(message)
    if enrolment is None or enrolment.fee_state != Enrolment.Fee.WAIVED:
        return None
    return letter_to(
        enrolment.tenancy,
        subject=_("Rien à verser cette saison : %(season)s") % {"season": enrolment.season},
        title=_("Rien à verser cette saison"),
        says=[_("L’équipe du jardin ne vous demande pas de cotisation. Bonne saison !")],
    )


def deposit_back(message: Message) -> Letter | None:
    enrolment = enrolment_of(message)
    if enrolment is None or enrolment.deposit_back_at is None:
        return None
    return letter_to(
        enrolment.tenancy,
        subject=_("Votre caution est rendue : %(garden)s")
        % {"garden": enrolment.season.garden.name},
        title=_("Votre caution est rendue"),
        says=[
            _(
                "%(amount)s vous sont rendus, en main propre ou sur la carte qui les avait payés ;"
                " la banque met alors jusqu’à dix jours."
            )
            % {"amount": say_price(enrolment.deposit_cents)},
        ],
        path=enrolment.get_absolute_url(),
        label=_("Voir ma cotisation"),
    )


def lines_of(enrolment: Enrolment) -> list[str]:
    """The season and the plot, then what is given, line by line."""
    tenancy = enrolment.tenancy
    lines = [
        str(enrolment.season),
        _("Parcelle %(number)d") % {"number": tenancy.plot.number} + f" · {tenancy.household.name}",
    ]
    if enrolment.fee_cents:
        lines.append(_("Cotisation : %(amount)s") % {"amount": say_price(enrolment.fee_cents)})
    if enrolment.deposit_cents:
        lines.append(
            _("Caution, rendue à votre départ : %(amount)s")
            % {"amount": say_price(enrolment.deposit_cents)}
        )
    return lines


def enrolment_of(message: Message) -> Enrolment | None:
    """The season that a message speaks of, with all its letter says; None when it is gone."""
    rows = Enrolment.objects.select_related(
        "season__garden", "season__charter", "tenancy__plot__garden", "tenancy__household"
    )
    return rows.filter(pk=message.subject_id).first()
