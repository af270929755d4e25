"""The plots somebody's household holds, and their ranks in the waiting lists."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from commons.people.mine import Promise, Promises, whose
from commons.people.models import Person
from gardens.models import PlotRequest, Tenancy
from gardens.words import say_date, say_ordinal


def plots_of(*, person: Person, now: datetime) -> Promises:
    """What they garden now, then what they wait for; three queries, however many gardens."""
    return Promises(
        trade="gardens",
        title=_("Votre jardin"),
        promises=[*_held(person, now=now), *_asked(person)],
        invitation=_("Pas encore de parcelle. Un coin de jardin se demande en deux minutes."),
        url=reverse("wagtail_serve", args=["jardins/"]),
        label=_("Voir les jardins"),
    )


def _held(person: Person, *, now: datetime) -> list[Promise]:
    if person.household_id is None:
        return []
    today = localdate(now)
    tenancies = Tenancy.objects.current(on=today).filter(household=person.household_id)
    held = tenancies.select_related("plot__garden").order_by("plot__garden", "plot__number")
    return [_plot(tenancy) for tenancy in held]


def _plot(tenancy: Tenancy) -> Promise:
    notes = [_("depuis le %(day)s") % {"day": say_date(tenancy.starts_on)}]
    if tenancy.ends_on:
        notes = [_("jusqu’au %(day)s") % {"day": say_date(tenancy.ends_on)}]
    if tenancy.plot.parts > 1:
        notes.append(_("partagée en %(count)d") % {"count": tenancy.plot.parts})
    on_trial = tenancy.state == Tenancy.State.TRIAL
    return Promise(
        title=_("Parcelle %(number)d, %(garden)s")
        % {"number": tenancy.plot.number, "garden": tenancy.plot.garden.name},
        url=tenancy.get_absolute_url(),
        notes=[" · ".join(notes)],
        tag=_("Saison d’essai") if on_trial else "",
    )


def _asked(person: Person) -> list[Promise]:
    asked = PlotRequest.objects.waiting().filter(whose(person)).with_rank()
    return [
        Promise(
            title=_("Votre demande, %(garden)s") % {"garden": request.garden.name},
            url=request.get_absolute_url(),
            notes=[_("demandée le %(day)s") % {"day": say_date(localdate(request.asked_at))}],
            tag=_("%(rank)s dans la liste") % {"rank": say_ordinal(request.rank)},
        )
        for request in asked.select_related("garden")
    ]
