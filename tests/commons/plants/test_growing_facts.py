"""What sheets say beyond their months, and who stands well beside whom."""

import pytest
from django.core.management import call_command

from commons.plants.actions import load_neighbours
from commons.plants.models import Neighbours, Plant
from commons.plants.neighbours import read_neighbours
from commons.plants.sheets import parse_span
from tests.commons.plants.test_load_plants import LEEK, load, refusal, write  # noqa: F401

pytestmark = pytest.mark.django_db

LONG_HEADER = (
    "kind,name_fr,name_en,season,sow_cover,sow_open,plant,harvest,sources,"
    "family,frost_tender,nursery_weeks,sow_days,plant_days,thin_days,spacing_cm,rows_cm"
)
TOMATO = "vegetable,tomate,tomato,6-9,3,,5,7-10,,solanaceae,yes,6-10,,70-90,,45-90,60-120"


def test_facts_become_fields_and_what_is_empty_is_unknown(write):  # noqa: F811
    load(write(TOMATO, header=LONG_HEADER))

    tomato = Plant.objects.get()
    assert (tomato.family, tomato.frost_tender) == (Plant.Family.SOLANACEAE, True)
    assert (tomato.nursery_weeks, tomato.sow_days, tomato.plant_days) == ([6, 10], [], [70, 90])


def test_an_older_copy_of_the_file_leaves_facts_alone(write):  # noqa: F811
    load(write(TOMATO, header=LONG_HEADER))
    load(write(",".join(TOMATO.split(",")[:9])))

    assert Plant.objects.get().plant_days == [70, 90]


@pytest.mark.parametrize(
    ("wrong", "right", "where"),
    [
        ("solanaceae", "tomatoes", "colonne family : « tomatoes » n’est pas une famille"),
        (",yes,", ",oui,", "colonne frost_tender : « oui » n’est ni yes, ni no, ni vide"),
        ("70-90", "90-70", "colonne plant_days : « 90-70 » va du plus grand"),
        ("6-10", "6-x", "colonne nursery_weeks : « x » n’est pas un nombre"),
    ],
)
def test_a_fault_is_named(write, wrong, right, where):  # noqa: F811
    said = refusal(write(TOMATO.replace(wrong, right), header=LONG_HEADER))

    assert where in said


@pytest.mark.parametrize(("text", "span"), [("", []), ("120", [120, 120]), ("60 - 80", [60, 80])])
def test_a_span_is_a_least_and_a_most(text, span):
    assert parse_span(text) == span


def test_neighbours_are_told_once_for_the_plants_that_have_a_sheet():
    call_command("load_plants", verbosity=0)
    told = Neighbours.objects.count()
    assert told == len(read_neighbours()) > 4
    assert all(pair.source and pair.why_fr and pair.why_en for pair in Neighbours.objects.all())

    Plant.objects.filter(slug="oignon").delete()
    assert load_neighbours(read_neighbours()) < told
