"""A letter of a garden's everyday life: a few lines, the one link that is needed, and who is written to."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens.models import Tenancy


@dataclass(frozen=True, kw_only=True)
class Way:
    """Something to do about it, and where."""

    label: str
    link: str


def way(label: str, name: str, *args: object) -> Way:
    """A way on, by the name of its address."""
    return Way(label=label, link=settings.SITE_URL + reverse(f"gardens:{name}", args=args))


def letter(
    subject: str, *, lines: list[str], do: Way, words: str = "", others: tuple[Way, ...] = ()
) -> Letter:
    """``words`` are what somebody wrote; ``lines`` what the house says."""
    return Letter(
        subject=subject,
        template="gardens/emails/care",
        context={
            "title": subject,
            "words": words,
            "lines": [line for line in lines if line],
            "link": do.link,
            "label": do.label,
            "others": others,
            "reason": _("Vous recevez ce message parce que votre foyer jardine ici."),
        },
    )


def reader_of(message: Message) -> Tenancy | None:
    """For whom a message sent to many is: the last part of its key; None once they garden there no more."""
    tenancies = Tenancy.objects.exclude(state=Tenancy.State.CANCELLED)
    reader = tenancies.select_related("plot__garden").filter(pk=message.key.rpartition(":")[2])
    return reader.first()
