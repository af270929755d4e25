"""Letters about a household's season and tenancy. Each is None when its reason no longer stands."""

from django.utils.translation import gettext as _

from commons.cms.spoken import say_day, say_in_days, say_price
from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens import enrolling
from gardens.letters.of_fees import enrolment_of, lines_of
from gardens.letters.to_household import letter_to
from gardens.models import Enrolment, Season, Tenancy


def stay_asked(message: Message) -> Letter | None:
    """A season opens: on, or not? Nothing once it is answered."""
    enrolment = _asked(message)
    return question_to(enrolment) if enrolment else None


def question_to(enrolment: Enrolment) -> Letter:
    """The letter that opens a season; the committee reads it before it leaves."""
    season, tenancy = enrolment.season, enrolment.tenancy
    return letter_to(
        tenancy,
        subject=_("Continuez-vous au jardin ? %(season)s") % {"season": season},
        title=_("Une nouvelle saison s’ouvre"),
        says=[
            _("Du %(first)s au %(last)s, la parcelle %(number)d reste la vôtre si vous le voulez.")
            % {
                "first": say_day(season.starts_on),
                "last": say_day(season.ends_on),
                "number": tenancy.plot.number,
            },
            _charter(enrolment),
            _fee(season),
            _answer_by(season),
        ],
        path=enrolment.get_renewal_url(),
        label=_("Continuer ou s’arrêter"),
    )


def stay_reminder(message: Message) -> Letter | None:
    """Once more, kindly; nothing once it is answered, or the delay has passed."""
    enrolment = _asked(message)
    if enrolment is None or enrolment.season.answer_by is None:
        return None
    return letter_to(
        enrolment.tenancy,
        subject=_("Votre réponse, s’il vous plaît : %(season)s") % {"season": enrolment.season},
        title=_("Continuez-vous au jardin ?"),
        says=[
            _("Votre réponse nous manque encore. Elle est attendue %(when)s, le %(day)s.")
            % {
                "when": say_in_days(enrolment.season.answer_by),
                "day": say_day(enrolment.season.answer_by),
            },
            _("Sans nouvelles, nous vous appelons : personne ne perd sa parcelle en silence."),
        ],
        path=enrolment.get_renewal_url(),
        label=_("Continuer ou s’arrêter"),
    )


def stays(message: Message) -> Letter | None:
    """Thanks, what was agreed, and what is still to bring."""
    enrolment = enrolment_of(message)
    if enrolment is None or enrolment.state != Enrolment.State.STAYS:
        return None
    due = enrolment.due_cents
    return letter_to(
        enrolment.tenancy,
        subject=_("C’est noté, vous continuez : %(season)s") % {"season": enrolment.season},
        title=_("Une saison de plus ensemble"),
        says=[
            _("Merci. Votre parcelle vous attend, comme vous l’avez laissée."),
            _(
                "Reste à verser : %(amount)s, par carte ou de la main à la main. Un paiement qui"
                " tarde ne fait jamais perdre une parcelle."
            )
            % {"amount": say_price(due)}
            if due
            else "",
        ],
        lines=lines_of(enrolment),
        path=enrolment.get_absolute_url() if due else "",
        label=_("Payer ma cotisation") if due else "",
    )


def leaves(message: Message) -> Letter | None:
    enrolment = enrolment_of(message)
    if enrolment is None or enrolment.state != Enrolment.State.LEAVES:
        return None
    return letter_to(
        enrolment.tenancy,
        subject=_("C’est noté, vous rendez votre parcelle : %(garden)s")
        % {"garden": enrolment.season.garden.name},
        title=_("Merci pour tout ce qui a poussé"),
        says=[
            _("La parcelle %(number)d est à vous jusqu’au %(day)s. Récoltez, reprenez vos outils.")
            % {
                "number": enrolment.tenancy.plot.number,
                "day": say_day(enrolment.tenancy.ends_on or enrolment.season.ends_on),
            },
            _("Elle ira ensuite à un foyer de la liste d’attente, qui l’attend depuis longtemps."),
            _("Votre caution vous est rendue à la fin.") if _has_deposit(enrolment) else "",
            _("Le jardin vous reste ouvert : passez nous voir."),
        ],
        path=enrolment.get_renewal_url(),
        label=_("J’ai changé d’avis"),
    )


def trial_confirmed(message: Message) -> Letter | None:
    tenancy = _tenancy(message)
    if tenancy.state != Tenancy.State.CONFIRMED:
        return None
    return letter_to(
        tenancy,
        subject=_("Votre parcelle est confirmée : %(garden)s") % _names(tenancy),
        title=_("Votre saison d’essai est réussie"),
        says=[
            _("La parcelle %(number)d est la vôtre, de saison en saison. Bienvenue parmi nous.")
            % _names(tenancy),
        ],
    )


def ended(message: Message) -> Letter | None:
    """What the committee decided, until when, why, and whom to talk to."""
    tenancy = _tenancy(message)
    if tenancy.ends_on is None or not tenancy.ended_because:
        return None
    return letter_to(
        tenancy,
        subject=_("Fin de votre parcelle le %(day)s : %(garden)s")
        % (_names(tenancy) | {"day": say_day(tenancy.ends_on)}),
        title=_("Votre parcelle s’arrête le %(day)s") % {"day": say_day(tenancy.ends_on)},
        says=[
            _("Le comité du jardin l’a décidé, et vous en dit la raison :"),
        ],
        quoted=tenancy.ended_because,
        lines=[
            _("Jusque-là elle est à vous : récoltez, reprenez vos outils."),
            _("Pour en parler, répondez à ce message ou passez à une permanence."),
            _("Vous pouvez redemander une parcelle quand vous voulez."),
        ],
    )


def _asked(message: Message) -> Enrolment | None:
    enrolment = enrolment_of(message)
    if enrolment is None or enrolment.state != Enrolment.State.ASKED:
        return None
    return enrolment if enrolment.season.state == Season.State.OPEN else None


def _charter(enrolment: Enrolment) -> str:
    season = enrolment.season
    if season.charter is None or enrolling.has_signed(enrolment.tenancy, season):
        return ""
    changes = season.charter.changes
    if not enrolment.tenancy.signatures.exists():
        return _("La charte du jardin est à lire et à signer, à la même page.")
    return _("La charte change, elle est à signer de nouveau. %(changes)s") % {"changes": changes}


def _fee(season: Season) -> str:
    if season.fee == Season.Fee.NONE:
        return ""
    if season.fee == Season.Fee.CHOICE:
        return _("La cotisation est libre, à partir de %(floor)s.") % {
            "floor": say_price(season.floor_cents)
        }
    return _("La cotisation se choisit par paliers, sans rien expliquer.")


def _answer_by(season: Season) -> str:
    if season.answer_by is None:
        return ""
    return _("Répondez avant le %(day)s. Deux minutes suffisent.") % {
        "day": say_day(season.answer_by)
    }


def _has_deposit(enrolment: Enrolment) -> bool:
    return any(known.keeps_deposit for known in enrolment.tenancy.enrolments.all())


def _tenancy(message: Message) -> Tenancy:
    rows = Tenancy.objects.select_related("plot__garden", "household")
    return rows.get(pk=message.subject_id)


def _names(tenancy: Tenancy) -> dict[str, object]:
    return {"number": tenancy.plot.number, "garden": tenancy.plot.garden.name}
