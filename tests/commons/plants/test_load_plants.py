from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from commons.plants.models import Plant
from commons.plants.sheets import LONGEST, parse_months

pytestmark = pytest.mark.django_db

HEADER = "kind,name_fr,name_en,season,sow_cover,sow_open,plant,harvest,sources"
LEEK = "vegetable,poireau,leek,9-4,,2-4,5-8,9-4,season:ADEME"
SHALLOT = "vegetable,échalote,shallot,10-12,,,2-3;10,5-9,"


@pytest.fixture
def write(tmp_path):
    def write_file(*lines, header=HEADER, encoding="utf-8"):
        path = tmp_path / "plants.csv"
        path.write_bytes("\n".join([header, *lines, ""]).encode(encoding))
        return path

    return write_file


def load(path=None):
    said = StringIO()
    call_command("load_plants", *([path] if path else []), stdout=said)
    return said.getvalue().strip()


def refusal(path):
    with pytest.raises(CommandError) as refused:
        load(path)
    return str(refused.value).replace("\u202f", " ")


def test_a_good_file_becomes_plants(write):
    assert load(write(LEEK, SHALLOT)).startswith("2 plantes ajoutées, 0 corrigées, 0 inchangées")

    shallot = Plant.objects.get(slug="echalote")
    assert (shallot.name_fr, shallot.name_en) == ("échalote", "shallot")
    assert (shallot.plant, shallot.sow_open) == ([2, 3, 10], [])
    assert Plant.objects.get(slug="poireau").season == [9, 10, 11, 12, 1, 2, 3, 4]


def test_loading_again_corrects_and_adds_but_never_doubles(write):
    load(write(LEEK, SHALLOT))
    again = write(LEEK, SHALLOT.replace("5-9", "6-9"), "fruit,coing,quince,10,,,,,")

    assert load(again).startswith("1 plantes ajoutées, 1 corrigées, 1 inchangées")
    assert load(again).startswith("0 plantes ajoutées, 0 corrigées, 3 inchangées")
    assert Plant.objects.get(slug="echalote").harvest == [6, 7, 8, 9]


def test_a_plant_that_the_file_does_not_name_stays(write):
    load(write(LEEK))
    load(write(SHALLOT))

    assert Plant.objects.count() == 2


def test_our_own_sheets_load():
    load()

    assert Plant.objects.count() > 50
    assert Plant.objects.in_season(12).filter(slug="poireau").exists()


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ((LEEK, LEEK.replace("vegetable", "legume")), "ligne 3, colonne kind : « legume »"),
        ((LEEK.replace("poireau", ""),), "ligne 2, colonne name_fr : il manque un nom"),
        ((LEEK.replace("leek", " "),), "ligne 2, colonne name_en : il manque un nom"),
        ((LEEK.replace("poireau", "p" * 121),), "ligne 2, colonne name_fr : plus de 120"),
        ((LEEK.replace("9-4", "9-13", 1),), "ligne 2, colonne season : « 13 » n’est pas un mois"),
        ((LEEK.replace("2-4", "mars"),), "ligne 2, colonne sow_open : « mars » n’est pas un mois"),
        ((LEEK.replace("5-8", "5-"),), "ligne 2, colonne plant : «  » n’est pas un mois"),
        ((SHALLOT.replace("2-3;10", "2-3;3"),), "ligne 2, colonne plant : le mois 3 y est deux"),
        ((LEEK, SHALLOT, "fruit,Poireau,leek,,,,,,"), "ligne 4, colonne name_fr : « Poireau » est"),
        ((LEEK, "fruit,coing"), "ligne 3 : 2 cases au lieu de 9"),
        ((LEEK, 'fruit,"coing,quince,10,,,,,'), "ligne 3 : un guillemet"),
        ((), "ligne 2 : le fichier ne contient aucune plante"),
    ],
)
def test_a_fault_is_named_with_its_line_and_column(write, lines, where):
    said = refusal(write(*lines))

    assert "rien n’a changé" in said
    assert where in said
    assert not Plant.objects.exists()


def test_all_faults_are_named_at_once(write):
    bad = "herb,thym,,13,,,0,x,"

    said = refusal(write(LEEK, bad, LEEK))

    places = [line.partition(" : ")[0] for line in said.splitlines()[1:]]
    assert places == [
        "ligne 3, colonne name_en",
        "ligne 3, colonne season",
        "ligne 3, colonne plant",
        "ligne 3, colonne harvest",
        "ligne 4, colonne name_fr",
    ]


def test_a_refused_file_leaves_plants_and_itself_as_they_were(write):
    load(write(LEEK))
    path = write(LEEK.replace("9-4", "1-2"), SHALLOT.replace("5-9", "50"))
    before = path.read_bytes()

    refusal(path)

    assert path.read_bytes() == before
    assert [plant.slug for plant in Plant.objects.all()] == ["poireau"]
    assert Plant.objects.get().season[0] == 9


def test_other_columns_are_refused(write):
    assert "ligne 1 : les colonnes doivent être kind," in refusal(write(LEEK, header="kind,name"))


def test_another_encoding_is_refused_at_its_line(write):
    said = refusal(write(LEEK, SHALLOT, encoding="latin-1"))

    assert "ligne 3 : le fichier n’est pas enregistré en UTF-8" in said


def test_a_spreadsheets_mark_before_the_first_letter_is_no_fault(write):
    assert load(write(LEEK, encoding="utf-8-sig")).startswith("1 plantes")


def test_a_missing_file_is_said_plainly(tmp_path):
    assert "absent.csv ne se lit pas" in refusal(tmp_path / "absent.csv")


@given(st.integers(1, 12), st.integers(1, 12))
def test_a_range_goes_round_the_year_from_its_first_to_its_last_month(first, last):
    months = parse_months(f"{first}-{last}")

    assert (months[0], months[-1]) == (first, last)
    assert len(months) == len(set(months)) == (last - first) % 12 + 1
    assert all(after % 12 == (month + 1) % 12 for month, after in pairwise(months))


def test_the_longest_texts_are_those_that_the_rows_hold():
    assert {name: Plant._meta.get_field(name).max_length for name in LONGEST} == LONGEST
