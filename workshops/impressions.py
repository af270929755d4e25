"""What people said after a workshop, all together; nothing while one could guess whose an answer is."""

from dataclasses import dataclass

from django.db.models import Count, Q

from workshops.models.feedback import Feedback
from workshops.rules.feedback import may_be_shown

LEARNED_MUCH = 3  # "quite a lot" and above, out of 4


@dataclass(frozen=True, kw_only=True)
class Impressions:
    """Answers in all, and how many in a hundred said so."""

    answers: int
    learned: int
    met_someone: int
    would_return: int


def of_workshop(workshop_id: int) -> Impressions | None:
    """The answers of all its sessions together; None with five or fewer."""
    counted = Feedback.objects.filter(session__workshop=workshop_id).aggregate(
        answers=Count("pk"),
        learned=Count("pk", filter=Q(learned__gte=LEARNED_MUCH)),
        met_someone=Count("pk", filter=Q(met_someone=True)),
        would_return=Count("pk", filter=Q(would_return=True)),
    )
    answers = counted["answers"]
    if not may_be_shown(answers):
        return None
    shares = {name: round(100 * counted[name] / answers) for name in counted if name != "answers"}
    return Impressions(answers=answers, **shares)
