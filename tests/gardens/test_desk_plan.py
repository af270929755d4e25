"""The plan at the desk: drawn in fields alone, sent back with everything typed, never lost to somebody else."""

import pytest
from django.urls import reverse
from django.utils import timezone

from commons.drawing import rectangle
from commons.people.models import Person
from content.roles import FRONT_DESK, GARDEN_COORDINATORS, WRITERS
from gardens.actions import Half, split_plot
from gardens.models import Feature, Plot
from gardens.queries import open_plan
from tests.content.desk import person_in
from tests.gardens.factories import (
    FeatureFactory,
    GardenFactory,
    HouseholdFactory,
    PlotFactory,
    TenancyFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def garden():
    garden = GardenFactory()
    PlotFactory(garden=garden, number=1, outline=rectangle(0, 0, 40, 25))
    PlotFactory(garden=garden, number=2, outline=rectangle(50, 0, 40, 25))
    FeatureFactory(garden=garden)
    return garden


@pytest.fixture
def desk(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(Person.objects.create_superuser("zoe@exemple.fr", first_name="Zoé"))
    return client


def screen(garden, name="draw"):
    return reverse(f"gardens_plan:{name}", args=[garden.pk])


def posted(garden, **changes):
    """What a browser without a script posts, with some fields typed anew."""
    form = {"version": open_plan(garden).version, "plot": [], "feature": []}
    for plot in garden.plots.filter(retired_on=None):
        xs, ys = zip(*plot.outline, strict=True)
        form["plot"].append(f"p{plot.pk}")
        form |= {
            f"number-p{plot.pk}": plot.number,
            f"x-p{plot.pk}": min(xs),
            f"y-p{plot.pk}": min(ys),
            f"width-p{plot.pk}": max(xs) - min(xs),
            f"height-p{plot.pk}": max(ys) - min(ys),
            f"corners-p{plot.pk}": " ".join(f"{x},{y}" for x, y in plot.outline),
        }
    for mark in garden.features.all():
        form["feature"].append(f"f{mark.pk}")
        form |= {
            f"{side}-f{mark.pk}": getattr(mark, side) for side in ("x", "y", "width", "height")
        }
        form[f"kind-f{mark.pk}"] = mark.kind
    form["plot"].append("n1")
    form["feature"].append("m1")
    return form | changes


def key(garden, number):
    return f"p{garden.plots.get(number=number, retired_on=None).pk}"


def said(response):
    return response.content.decode().replace("\u202f", " ").replace("&#x27;", "’")


def test_the_fields_alone_move_and_add(desk, garden):
    one = key(garden, 1)
    form = posted(
        garden,
        **{
            f"x-{one}": 10, f"width-{one}": 30, f"raised-{one}": "on",
            "number-n1": 3, "x-n1": 100, "y-n1": 0, "width-n1": 40, "height-n1": 25,
            "kind-m1": "shed", "x-m1": 200, "y-m1": 100, "width-m1": 30, "height-m1": 20,
        },
    )  # fmt: skip

    response = desk.post(screen(garden), form, follow=True)

    assert "Le plan est enregistré." in said(response)
    moved = garden.plots.get(number=1)
    assert (moved.outline, moved.raised_bed) == (rectangle(10, 0, 30, 25), True)
    assert garden.plots.get(number=3).outline == rectangle(100, 0, 40, 25)
    assert set(garden.features.values_list("kind", flat=True)) == {"tree", "shed"}
    assert "Zoé" in said(response)


def test_nothing_typed_changes_nothing(desk, garden):
    before = open_plan(garden).version

    desk.post(screen(garden), posted(garden))

    assert open_plan(garden).version == before
    assert not garden.changes.exists()


def test_what_is_ticked_goes(desk, garden):
    tree = garden.features.get()

    desk.post(
        screen(garden),
        posted(garden, **{f"remove-{key(garden, 1)}": "on", f"remove-f{tree.pk}": "on"}),
    )

    assert garden.plots.get().number == 2
    assert not Feature.objects.exists()


def test_a_fault_is_said_and_what_was_typed_is_kept(desk, garden):
    response = desk.post(screen(garden), posted(garden, **{f"x-{key(garden, 1)}": 35}))

    assert response.status_code == 422
    page = said(response)
    assert "Les parcelles 1 et 2 se chevauchent" in page
    assert 'value="35"' in page
    assert garden.plots.get(number=1).outline == rectangle(0, 0, 40, 25)


@pytest.mark.parametrize("typed", ["", "douze", "-4", "nan", "1e9", "1e999"])
def test_what_is_no_number_is_said(desk, garden, typed):
    response = desk.post(screen(garden), posted(garden, **{f"x-{key(garden, 1)}": typed}))

    assert response.status_code == 422
    assert "Parcelle 1 : un champ est vide" in said(response)


def test_a_plot_with_a_past_comes_back(desk, garden):
    TenancyFactory(plot=garden.plots.get(number=1))

    response = desk.post(screen(garden), posted(garden, **{f"remove-{key(garden, 1)}": "on"}))

    assert response.status_code == 422
    assert "On ne supprime pas une parcelle qui a un passé" in said(response)
    assert not [shown for shown in response.context["plots"] if shown.row.removed]


def test_who_drew_meanwhile_is_named_and_what_was_drawn_is_kept(desk, garden, client):
    late = posted(garden, **{f"y-{key(garden, 1)}": 60})
    desk.post(screen(garden), posted(garden, **{f"y-{key(garden, 2)}": 90}))

    response = desk.post(screen(garden), late)

    assert response.status_code == 422
    page = said(response)
    assert "Zoé a changé le plan" in page
    assert "Votre dessin est gardé" in page
    assert garden.plots.get(number=1).outline == rectangle(0, 0, 40, 25)
    # Sent again as it came back, it takes the place of the other.
    desk.post(screen(garden), late | {"version": response.context["version"]})
    assert garden.plots.get(number=1).outline == rectangle(0, 60, 40, 25)


def test_a_plot_divided_meanwhile_is_not_drawn_again(desk, garden):
    late = posted(garden, **{f"y-{key(garden, 2)}": 60})
    plot = garden.plots.get(number=1)
    split_plot(
        plot_id=plot.pk, way="down", at=20, halves=(Half(number=1), Half(number=3)), keeps={},
        on=timezone.localdate(),
    )  # fmt: skip

    response = desk.post(screen(garden), late)

    assert response.status_code == 422
    shown = {shown.row.number: shown.row for shown in response.context["plots"] if shown.plot}
    assert set(shown) == {"1", "2", "3"}
    assert shown["1"].key != f"p{plot.pk}"
    assert shown["2"].y == "60"


def test_the_screen_is_for_those_who_keep_the_gardens(client, settings, garden, site_pages):
    settings.SECOND_FACTOR_FOR_STAFF = False
    plot = garden.plots.first()
    doors = [
        screen(garden),
        screen(garden, "labels"),
        *(reverse(f"gardens_plan:{v}", args=[plot.pk]) for v in ("split", "merge", "retire")),
    ]
    for role, opens in ((GARDEN_COORDINATORS, True), (FRONT_DESK, False), (WRITERS, False)):
        client.force_login(person_in(role))
        for door in doors:
            assert (client.get(door).status_code == 200) is opens, (role, door)


@pytest.mark.parametrize("plots", [10, 200])
def test_queries_of_the_desk_do_not_grow(desk, django_assert_max_num_queries, plots):
    garden = GardenFactory(plan_width=4000, plan_height=4000)
    for n in range(plots):
        plot = PlotFactory(
            garden=garden, number=n + 1, outline=rectangle(n % 20 * 50, n // 20 * 30, 40, 25)
        )
        if n % 10 == 0:
            TenancyFactory(plot=plot)
        FeatureFactory(garden=garden)
    desk.post(screen(garden), posted(garden, **{f"x-{key(garden, 1)}": 5}))
    for name in ("draw", "labels"):
        desk.get(screen(garden, name))
        with django_assert_max_num_queries(12):
            assert desk.get(screen(garden, name)).status_code == 200


def test_a_plot_is_divided_at_the_desk(desk, garden):
    plot = garden.plots.get(number=1)
    tenancy = TenancyFactory(plot=plot, household=HouseholdFactory(name="Foyer Haddad"))
    address = reverse("gardens_plan:split", args=[plot.pk])
    assert "Foyer Haddad" in said(desk.get(address))
    form = {
        "way": "down", "share": 50, "first_number": 1, "first_parts": 1, "second_number": 3,
        "second_parts": 1, f"keeps_{tenancy.pk}": 1, "on": timezone.localdate().isoformat(),
        "words": "À leur demande.",
    }  # fmt: skip

    refused = desk.post(address, form | {"second_number": 2})
    assert refused.status_code == 422
    assert "Le numéro 2 est déjà pris" in said(refused)
    response = desk.post(address, form)

    assert response.url == screen(garden)
    assert garden.plots.get(number=3).tenancies.get().pk == tenancy.pk
    assert desk.get(address).status_code == 404
    assert "À leur demande." in said(desk.get(screen(garden)))


def test_two_plots_are_joined_at_the_desk(desk, garden):
    one, two = garden.plots.order_by("number")
    address = reverse("gardens_plan:merge", args=[one.pk])
    assert "Parcelle 2" in said(desk.get(address))

    desk.post(
        address,
        {"other": two.pk, "number": 1, "parts": "", "on": timezone.localdate().isoformat()},
    )

    assert Plot.objects.current().get().outline != one.outline
    assert Plot.objects.current().get().number == 1


def test_a_plot_that_is_held_is_not_retired(desk, garden):
    plot = garden.plots.get(number=1)
    TenancyFactory(plot=plot)

    response = desk.post(
        reverse("gardens_plan:retire", args=[plot.pk]), {"on": timezone.localdate().isoformat()}
    )

    assert response.status_code == 422
    assert "mettez d’abord fin à son attribution" in said(response)


def test_labels_carry_a_code_to_the_page_of_each_plot(desk, garden):
    page = said(desk.get(screen(garden, "labels"), {"parcelle": "2"}))

    assert page.count('class="label"') == 1
    assert "Code qui mène à la page de la parcelle 2" in page


def test_a_surface_far_from_the_drawing_is_kept_and_said(desk, garden):
    plot = garden.plots.get(number=1)
    form = {
        "garden": garden.pk, "number": 1, "kind": "individual", "parts": 1, "surface_m2": "60",
        "sun": "full", "soil": "clay", "soil_note": "", "soil_note_en": "",
        "outline": "[[0, 0], [40, 0], [40, 25], [0, 25]]",
        "pictures-TOTAL_FORMS": 0, "pictures-INITIAL_FORMS": 0,
        "pictures-MIN_NUM_FORMS": 0, "pictures-MAX_NUM_FORMS": 1000,
    }  # fmt: skip
    address = reverse("wagtailsnippets_gardens_plot:edit", args=[plot.pk])

    far = said(desk.post(address, form, follow=True))
    empty = said(desk.post(address, form | {"surface_m2": ""}, follow=True))

    assert "Surface notée : 60" in far
    assert "Surface notée" not in empty
    plot.refresh_from_db()
    assert (plot.surface_m2, plot.soil) == (10, "clay")
