"""The letter to a household whose plot was divided or joined to another."""

from django.conf import settings
from django.utils.translation import gettext as _

from commons.notices.actions import write_message
from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens.letters.kinds import PLOT_CHANGED
from gardens.models import PlotChange, Tenancy
from gardens.plot_words import say_past


def write_plot_changed(tenancy: Tenancy, change: PlotChange) -> None:
    """Write it down, in the caller's transaction; whoever has no address is told by the committee."""
    if tenancy.email:
        write_message(
            key=f"tenancy:{tenancy.pk}:plot-change:{change.pk}",
            kind=PLOT_CHANGED,
            subject_id=tenancy.pk,
            to=tenancy.email,
            language=tenancy.language,
        )


def plot_changed(message: Message) -> Letter | None:
    """What became of the plot, and which one is theirs; nothing once it is theirs no more."""
    held = Tenancy.objects.exclude(state=Tenancy.State.CANCELLED).filter(ends_on=None)
    tenancy = held.select_related("plot__garden").filter(pk=message.subject_id).first()
    change = tenancy.plot.came_from.filter(kind__in=PlotChange.LINEAGE).first() if tenancy else None
    if tenancy is None or change is None:
        return None
    garden = tenancy.plot.garden
    return Letter(
        subject=_("Votre parcelle a changé : %(garden)s") % {"garden": garden.name},
        template="gardens/emails/plot_changed",
        context={
            "tenancy": tenancy,
            "plot": tenancy.plot,
            "garden": garden,
            "happened": say_past(change).sentence,
            "link": settings.SITE_URL + tenancy.get_absolute_url(),
        },
    )
