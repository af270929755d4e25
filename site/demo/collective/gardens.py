"""Two gardens, thirty plots, the households that hold them, and those who wait."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from commons.people.models import Household, Person
from demo.collective import garden_care, garden_plans, garden_plots, people, places, prose
from demo.collective.garden_facts import GARDENS, Facts
from demo.collective.garden_plans import GardenDrawing
from demo.collective.keys import key
from demo.collective.pages import publish
from gardens import actions
from gardens.actions import request_plot
from gardens.models import (
    Feature,
    Garden,
    GardenIndexPage,
    GardenPage,
    Plot,
    PlotRequest,
    Tenancy,
)
from gardens.vacancies import free_plots

PLANS = {"lavandieres": garden_plans.RIVERSIDE, "fournil": garden_plans.HILLSIDE}

HOUSEHOLDS = (
    "Foyer Haddad", "Foyer Perrin", "Foyer Belkacem-Roy", "Foyer Carvalho", "Coloc’ du quai",
    "Foyer Tran", "Foyer Garnier", "Foyer Traoré", "Foyer Aubert", "Foyer Lenoir-Vasseur",
    "Foyer Nowak", "Foyer Chérif", "École du Préau", "Foyer Poncet", "Foyer Fabre", "Foyer Saïdi",
    "Foyer Morel", "Foyer Kovalenko", "Résidence des Aulnes", "Foyer Ramel", "Foyer Diop",
    "Foyer Blanc", "Foyer Jacquet", "Foyer Delgado", "Foyer Escoffier", "Foyer Marchal",
    "Foyer Bouzid", "Foyer Ndiaye", "Foyer Baptista", "Foyer Lacroix",
)  # fmt: skip
# The household of the gardener who signs in holds a part of this shared plot.
OF_THE_GARDENER = ("lavandieres", 9)


@dataclass(frozen=True)
class Asked:
    """A request made some days ago: who, how many they are, what they wish."""

    garden: str
    neighbour: int
    days_ago: int
    size: int
    wish: str = PlotRequest.Wish.EITHER
    raised_bed: bool = False
    note: str = ""
    hours: tuple[str, ...] = ()
    experience: str = ""
    no_outdoors: bool = False


# What the committee of the riverside garden counts besides the date of asking, in days.
HEAD_STARTS = {"lavandieres": {"no-outdoors": 90, "shares": 60}}

WAITING = (
    Asked("lavandieres", 0, 412, 4, PlotRequest.Wish.ALONE),
    Asked(
        "lavandieres",
        3,
        287,
        2,
        note="Je sais faire les semis.",
        hours=("weekends",),
        experience="seasoned",
    ),
    Asked(
        "lavandieres",
        8,
        203,
        1,
        PlotRequest.Wish.SHARE,
        hours=("evenings", "weekends"),
        experience="beginner",
        no_outdoors=True,
    ),
    Asked("lavandieres", 13, 131, 1, PlotRequest.Wish.EITHER, True, "Je jardine assis."),
    Asked("lavandieres", 18, 64, 5, PlotRequest.Wish.ALONE),
    Asked("lavandieres", 21, 12, 3, note="Nous arrivons dans le quartier, on n’y connaît rien !"),
    Asked("fournil", 5, 176, 2),
    Asked("fournil", 10, 58, 3, PlotRequest.Wish.SHARE),
    Asked("fournil", 15, 9, 1, note="Disponible en semaine, le matin."),
)


def lay(*, now: datetime) -> None:
    """Gardens with their plots and tenants, their pages, and the waiting list in its order."""
    places_of = {"lavandieres": places.RIVERSIDE, "fournil": places.HILLSIDE}
    index = GardenIndexPage.objects.get(locale__language_code="fr")
    households = _households()
    for facts in GARDENS:
        garden = _garden(facts, place=places_of[facts.slug], households=households, now=now)
        publish(
            index,
            GardenPage,
            words=f"gardens/{facts.slug}",
            illustration=GardenPage.Illustration.GARDEN,
            garden=garden,
        )
    for slug, days in HEAD_STARTS.items():
        _count(slug, days, now=now)
    for asked in WAITING:
        _ask(asked, now=now)
    _offer(now=now)
    garden_plots.lay(now=now)
    garden_care.lay(now=now)


def _households() -> Iterator[Household]:
    """Households in turn, the gardener's own first."""
    known = {household.name: household for household in Household.objects.all()}
    for name in HOUSEHOLDS:
        yield known.get(name) or Household.objects.create(name=name)


def _garden(facts: Facts, *, place: str, households: Iterator[Household], now: datetime) -> Garden:
    """A garden with its plan, all at once; a garden that exists keeps the life it has had since."""
    if garden := Garden.objects.filter(slug=facts.slug).first():
        return garden
    plan = PLANS[facts.slug]
    words = f"gardens/{facts.slug}"
    with transaction.atomic():
        garden = Garden.objects.create(
            slug=facts.slug,
            name_fr=prose.read(words, language="fr").title,
            name_en=prose.read(words, language="en").title,
            place=places.named(place),
            climate=facts.climate,
            climate_en=facts.climate_en,
            criteria=facts.criteria,
            criteria_en=facts.criteria_en,
            plan_width=plan.width,
            plan_height=plan.height,
        )
        _draw(garden, plan)
        _settle(garden, plan, households=households, today=timezone.localdate(now))
    return garden


def _draw(garden: Garden, plan: GardenDrawing) -> None:
    Plot.objects.bulk_create(
        Plot(
            garden=garden,
            number=drawn.number,
            kind=drawn.kind,
            parts=drawn.parts,
            outline=drawn.corners,
            surface_m2=drawn.surface_m2,
            raised_bed=drawn.raised_bed,
            sun=drawn.sun,
        )
        for drawn in plan.plots
    )
    Feature.objects.bulk_create(
        Feature(garden=garden, kind=kind, x=x, y=y, width=width, height=height)
        for kind, x, y, width, height in plan.marks
    )


def _settle(
    garden: Garden, plan: GardenDrawing, *, households: Iterator[Household], today: date
) -> None:
    """Households move in, plot by plot; the latest are in their trial season."""
    plots = {plot.number: plot for plot in garden.plots.all()}
    held = [(drawn.number, part + 1) for drawn in plan.plots for part in range(drawn.tenants)]
    first = OF_THE_GARDENER[1] if garden.slug == OF_THE_GARDENER[0] else 0
    held.sort(key=lambda plot_and_part: plot_and_part[0] != first)
    for rank, (number, part) in enumerate(held):
        household = next(households)
        is_trial = rank % 5 == 4
        Tenancy.objects.create(
            plot=plots[number],
            part=part,
            household=household,
            starts_on=today - timedelta(days=120 if is_trial else 500 + 90 * rank),
            state=Tenancy.State.TRIAL if is_trial else Tenancy.State.CONFIRMED,
        )
        if (number, part) == (first, 1):
            Person.objects.filter(email=people.GARDENER).update(household=household)


def _ask(asked: Asked, *, now: datetime) -> None:
    neighbour = people.NEIGHBOURS[asked.neighbour]
    form_key = key("plot-request", asked.garden, neighbour.email)
    if PlotRequest.objects.filter(form_key=form_key).exists():
        return
    request_plot(
        garden_id=Garden.objects.get(slug=asked.garden).pk,
        form_key=form_key,
        name=neighbour.name,
        email=neighbour.email,
        language="fr",
        now=now - timedelta(days=asked.days_ago),
        household_size=asked.size,
        wish=asked.wish,
        raised_bed=asked.raised_bed,
        note=asked.note,
        hours=list(asked.hours),
        experience=asked.experience,
        no_outdoors=asked.no_outdoors,
    )


def _count(slug: str, days: dict[str, int], *, now: datetime) -> None:
    """The committee's decision of last spring, once."""
    garden = Garden.objects.get(slug=slug)
    if not garden.head_starts.exists():
        actions.set_criteria(
            garden_id=garden.pk,
            days=days,
            by=None,
            reason="Décidé en assemblée : d’abord qui n’a pas d’extérieur, et qui accepte de partager.",
            now=now - timedelta(days=420),
        )


def _offer(*, now: datetime) -> None:
    """A plot of the hillside garden is held for the first in its line."""
    garden = Garden.objects.get(slug="fournil")
    free = free_plots(garden, now=now, on=timezone.localdate(now))
    found = next((vacancy for vacancy in free if vacancy.proposed), None)
    if found and found.proposed and not garden.log.filter(kind="offered").exists():
        actions.offer_plot(
            request_id=found.proposed.pk,
            plot_id=found.plot.pk,
            starts_on=timezone.localdate(now) + timedelta(days=21),
            by=None,
            now=now - timedelta(days=2),
        )
