"""Letters about the notices of a garden."""

from django.utils import timezone
from django.utils.translation import gettext as _

from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens import queries
from gardens.letters.plain import letter, reader_of, way
from gardens.models import Notice, Tenancy


def mailed(message: Message) -> Letter | None:
    """A notice of the committee, to a household; nothing once it is down."""
    reader = reader_of(message)
    up = Notice.objects.up(on=timezone.localdate())
    notice = up.filter(pk=message.subject_id).first()
    if reader is None or notice is None:
        return None
    return letter(
        notice.title,
        words=notice.words,
        lines=[_("L’équipe du jardin, %(garden)s.") % {"garden": reader.plot.garden.name}],
        do=way(_("Voir les annonces du jardin"), "notices", reader.token),
    )


def removed(message: Message) -> Letter | None:
    """To the household whose notice was taken down, with the reason."""
    notice = Notice.objects.select_related("tenancy").get(pk=message.subject_id)
    if notice.tenancy is None:
        return None
    return letter(
        _("Votre annonce est retirée : %(title)s") % {"title": notice.title},
        words=notice.removed_because,
        lines=[_("L’équipe du jardin l’a retirée. Vous pouvez en écrire une autre.")],
        do=way(_("Voir les annonces du jardin"), "notices", notice.tenancy.token),
    )


def digest(message: Message) -> Letter | None:
    """What was posted within a week by others, for a household that wished for it."""
    readers = Tenancy.objects.select_related("plot__garden", "wishes")
    reader = readers.filter(pk=message.subject_id, wishes__weekly_digest=True).first()
    if reader is None:
        return None
    posted = queries.notices_of_the_week(now=timezone.now()).filter(garden=reader.plot.garden_id)
    lines = [_line(notice) for notice in posted if notice.tenancy_id != reader.pk]
    if not lines:
        return None
    return letter(
        _("Cette semaine : %(garden)s") % {"garden": reader.plot.garden.name},
        lines=lines,
        do=way(_("Voir les annonces du jardin"), "notices", reader.token),
        others=(way(_("Ne plus recevoir ce résumé"), "turn_wishes", reader.token),),
    )


def _line(notice: Notice) -> str:
    who = notice.tenancy.household.name if notice.tenancy else _("L’équipe du jardin")
    return f"{who} : {notice.title}"
