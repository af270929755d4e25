"""Letters on the path of care: what was seen or is proposed, in the words of whoever wrote it."""

from django.utils.translation import gettext as _

from commons.cms.spoken import say_day
from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens.letters.to_household import letter_to
from gardens.models import CareCase, CareStep
from gardens.rules import care

State = CareCase.State


def care_step(message: Message) -> Letter | None:
    """A step with its words, what comes next and when; nothing of a step overtaken by a good end."""
    rows = CareStep.objects.select_related(
        "case__tenancy__plot__garden", "case__tenancy__household"
    )
    step = rows.filter(pk=message.subject_id).first()
    if step is None or (step.case.state == State.CLOSED and step.state != State.CLOSED):
        return None
    return letter_of(step)


def letter_of(step: CareStep) -> Letter:
    case = step.case
    opening, next_line = _opening(step), _what_follows(step)
    return letter_to(
        case.tenancy,
        subject=f"{opening['title']} : {case.tenancy.plot}",
        title=opening["title"],
        says=[opening["says"]],
        quoted=step.words,
        lines=[line for line in next_line if line],
        path=case.get_absolute_url(),
        label=_("Répondre") if step.state in care.NEXT else _("Ouvrir ma parcelle"),
    )


def _opening(step: CareStep) -> dict[str, str]:
    words = {
        State.VISITED: (
            _("Des nouvelles de votre parcelle ?"),
            _("Nous sommes passés devant votre parcelle, et nous prenons de vos nouvelles."),
        ),
        State.HELP: (
            _("Un coup de main à la parcelle"),
            _("Un jardin attend parfois, la vie en décide. Voici ce que nous proposons :"),
        ),
        State.NOTICE: (
            _("Votre parcelle a besoin de vous"),
            _("Des foyers attendent une parcelle. Voici ce que nous vous demandons :"),
        ),
        State.COMMITTEE: (
            _("Le comité va parler de votre parcelle"),
            _("Rien n’est décidé. Dites-nous ce que le comité doit savoir, ou venez le dire."),
        ),
        State.RELEASED: (
            _("Votre parcelle passe à un autre foyer"),
            _("Le comité l’a décidé, et vous en dit la raison :"),
        ),
        State.CLOSED: (
            _("Tout va bien à votre parcelle"),
            _("La question est close, avec nos remerciements :"),
        ),
    }
    title, says = words[State(step.state)]
    return {"title": title, "says": says}


def _what_follows(step: CareStep) -> list[str]:
    """What one may do now, and what comes on which day."""
    tenancy = step.case.tenancy
    if step.state == State.RELEASED and tenancy.ends_on:
        return [
            _("Elle est à vous jusqu’au %(day)s : récoltez, reprenez vos outils.")
            % {"day": say_day(tenancy.ends_on)},
            _("Vous pouvez redemander une parcelle quand vous voulez."),
        ]
    if step.state not in care.NEXT:
        return []
    return [
        _("Répondez en quelques mots par le bouton : quelqu’un vous lit avant toute suite."),
        _("Rien d’autre ne se passe avant le %(day)s.") % {"day": say_day(step.case.next_from)},
    ]
