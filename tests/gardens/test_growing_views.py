"""The log as a household keeps it: two taps, then more if they like."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from commons.plants.climates import Climate
from commons.plants.models import Plant
from gardens.models import Growing, Harvest, Surplus
from gardens.rules.growing import EDITABLE_FOR, Way
from tests.gardens.factories import GardenFactory, TenancyFactory
from tests.gardens.growing_factories import GrowingFactory, HarvestFactory, SurplusFactory

pytestmark = pytest.mark.django_db

QUERIES_AT_MOST = 12


@pytest.fixture(scope="module")
def _sheets(django_db_setup, django_db_blocker):
    from tests.demo.collective import forgotten

    with django_db_blocker.unblock(), forgotten():
        call_command("load_plants", verbosity=0)
        yield


@pytest.fixture(autouse=True)
def _sheets_here(_sheets, db):
    """Sixty sheets, read once."""


@pytest.fixture
def tenancy():
    return TenancyFactory(starts_on=date(2020, 3, 1))


def plant(slug):
    return Plant.objects.get(slug=slug)


def plain(response):
    return response.content.decode().replace("\u202f", " ").replace("\u00a0", " ")


def page(name, tenancy, *more):
    return reverse(f"gardens:{name}", args=[tenancy.token, *more])


def test_a_plant_is_noted_in_two_taps_and_says_when_to_pick_it(client, tenancy):
    home = client.get(tenancy.get_absolute_url())
    assert page("note", tenancy, "seme") in home.content.decode()

    tap = {"plante": "radis", "form_key": uuid4()}
    noted = client.post(page("note", tenancy, "seme"), tap, follow=True)

    line = Growing.objects.get()
    assert (line.plant.slug, line.on, line.way) == ("radis", timezone.localdate(), Way.OPEN)
    assert noted.redirect_chain[-1][0] == page("log_line", tenancy, "culture", line.pk)
    assert "Récolte attendue" in plain(noted)


@pytest.mark.parametrize(
    ("day", "slug", "way"),
    [
        (date(2026, 3, 10), "tomate", Way.COVER),
        (date(2026, 4, 10), "radis", Way.OPEN),
        (date(2026, 12, 10), "melon", Way.COVER),
        (date(2026, 2, 10), "carotte", Way.COVER),
    ],
)
def test_the_sheet_says_whether_one_sows_outside(client, tenancy, day, slug, way):
    with time_machine.travel(day):
        client.post(page("note", tenancy, "seme"), {"plante": slug, "form_key": uuid4()})
    assert Growing.objects.get().way == way


def test_a_double_tap_notes_once(client, tenancy):
    tap = {"plante": "radis", "form_key": uuid4()}
    first, second = (client.post(page("note", tenancy, "plante"), tap) for _tap in range(2))
    assert first.url == second.url
    assert Growing.objects.get().way == Way.PLANTED


def test_a_plant_without_a_sheet_keeps_its_name(client, tenancy):
    found = client.get(page("note", tenancy, "seme"), {"q": "basilic"})
    assert "Aucune fiche ne porte le nom « basilic »" in plain(found)
    client.post(page("note", tenancy, "seme"), {"autre": "basilic", "form_key": uuid4()})
    assert Growing.objects.get().name == "basilic"


def test_the_search_knows_no_accent(client, tenancy):
    found = client.get(page("note", tenancy, "seme"), {"q": "CELERI"})
    assert [p.slug for shelf in found.context["shelves"] for p in shelf.plants] == ["celeri"]


def test_the_likeliest_plants_come_first(client, tenancy):
    GrowingFactory(tenancy=tenancy, plant=plant("panais"))
    with time_machine.travel(date(2026, 4, 10)):
        shelves = client.get(page("note", tenancy, "seme")).context["shelves"]
    assert [shelf.title for shelf in shelves] == ["Récemment", "C’est la saison", "Les autres"]
    assert [p.slug for p in shelves[0].plants] == ["panais"]
    assert "radis" in [p.slug for p in shelves[1].plants]
    assert sum(len(shelf.plants) for shelf in shelves) == Plant.objects.count()


def test_nothing_tapped_is_said(client, tenancy):
    refused = client.post(page("note", tenancy, "seme"), {"form_key": uuid4()})
    assert refused.status_code == 422
    assert "Touchez une plante" in plain(refused)


def test_a_line_is_told_more_and_mended(client, tenancy):
    line = GrowingFactory(tenancy=tenancy)
    facts = {"on": timezone.localdate(), "way": "cover", "bed": "Rang du fond", "quantity": "12"}
    client.post(page("log_line", tenancy, "culture", line.pk), facts)
    line.refresh_from_db()
    assert (line.way, line.bed, line.quantity) == (Way.COVER, "Rang du fond", "12")


def test_what_was_typed_is_kept_when_a_day_is_wrong(client, tenancy):
    line = HarvestFactory(tenancy=tenancy)
    tomorrow = timezone.localdate() + timedelta(days=1)
    facts = {"on": tomorrow, "grams": "beaucoup", "words": "Trop de soleil"}
    refused = client.post(page("log_line", tenancy, "recolte", line.pk), facts)
    assert refused.status_code == 422
    for words in ("pas encore venu", "par exemple 1,5", "Trop de soleil", "beaucoup"):
        assert words in plain(refused)


@pytest.mark.parametrize(("typed", "grams"), [("1,5", 1500), ("0.25", 250), ("", None)])
def test_kilos_are_typed_as_people_write_them(client, tenancy, typed, grams):
    line = HarvestFactory(tenancy=tenancy)
    address = page("log_line", tenancy, "recolte", line.pk)
    client.post(address, {"on": timezone.localdate(), "grams": typed, "solidarity": "on"})
    line.refresh_from_db()
    assert (line.grams, line.solidarity) == (grams, True)
    if grams:
        assert f'value="{typed.replace(".", ",")}"' in client.get(address).content.decode()


@pytest.mark.parametrize("typed", ["-1", "0", "1e9", "NaN", "Infinity", "1000"])
def test_a_weight_that_is_none_is_refused(client, tenancy, typed):
    line = HarvestFactory(tenancy=tenancy)
    facts = {"on": timezone.localdate(), "grams": typed}
    assert client.post(page("log_line", tenancy, "recolte", line.pk), facts).status_code == 422


def test_a_line_is_taken_back(client, tenancy):
    line = GrowingFactory(tenancy=tenancy)
    address = page("erase_line", tenancy, "culture", line.pk)
    assert client.get(address).status_code == 405
    assert "Ligne effacée : radis." in plain(client.post(address, follow=True))
    assert "déjà effacée" in plain(client.post(address, follow=True))


def test_an_old_line_is_read_only(client, tenancy):
    line = GrowingFactory(tenancy=tenancy, created_at=timezone.now() - 2 * EDITABLE_FOR)
    address = page("log_line", tenancy, "culture", line.pk)
    assert "elle ne change plus" in plain(client.get(address))
    facts = {"on": timezone.localdate(), "way": "cover"}
    assert "trop ancienne" in plain(client.post(address, facts, follow=True))


def test_nobody_reads_another_household_s_log(client, tenancy):
    line = GrowingFactory()
    assert client.get(page("log_line", tenancy, "culture", line.pk)).status_code == 404
    assert client.post(page("erase_line", tenancy, "culture", line.pk), follow=True)
    assert Growing.objects.filter(pk=line.pk).exists()
    assert client.get(reverse("gardens:log", args=["x"])).status_code == 404
    assert client.get(page("note", tenancy, "arrache")).status_code == 404
    assert client.get(page("log_line", tenancy, "poids", line.pk)).status_code == 404


def test_who_left_reads_and_writes_no_more(client):
    gone = TenancyFactory(starts_on=date(2020, 3, 1), ends_on=timezone.localdate() - timedelta(3))
    GrowingFactory(tenancy=gone)
    assert client.get(page("log", gone)).status_code == 200
    assert client.get(page("note", gone, "seme")).status_code == 404
    assert "J’ai semé" not in plain(client.get(gone.get_absolute_url()))


def test_the_same_family_too_soon_is_gently_said(client, tenancy):
    last_year = timezone.localdate() - timedelta(days=365)
    GrowingFactory(tenancy=tenancy, plant=plant("pomme-de-terre"), on=last_year, bed="Fond")
    GrowingFactory(tenancy=tenancy, plant=plant("oignon"))
    tomato = GrowingFactory(tenancy=tenancy, plant=plant("tomate"), bed="fond", way=Way.PLANTED)
    carrot = GrowingFactory(tenancy=tenancy, plant=plant("carotte"), bed="Allée")

    said = plain(client.get(page("log_line", tenancy, "culture", tomato.pk)))
    assert f"pomme de terre a poussé ici en {last_year.year}" in said
    assert "Un conseil" in said
    said = plain(client.get(page("log_line", tenancy, "culture", carrot.pk)))
    assert "Oignon, sur la même parcelle : les deux vont bien ensemble" in said
    assert "Un conseil : faire tourner" not in said


def test_a_tender_plant_outside_in_the_frost_is_said(client, tenancy):
    said = {}
    for day in (date(2026, 3, 10), date(2026, 7, 10)):
        line = GrowingFactory(tenancy=tenancy, plant=plant("tomate"), on=day, way=Way.PLANTED)
        said[day.month] = "Il peut encore geler" in plain(
            client.get(page("log_line", tenancy, "culture", line.pk))
        )
    assert said == {3: True, 7: False}


def test_the_plot_remembers_what_grew_before_without_saying_who(client, tenancy):
    before = TenancyFactory(
        plot=tenancy.plot,
        household__name="Foyer Perrin",
        starts_on=date(2018, 3, 1),
        ends_on=date(2020, 2, 1),
    )
    GrowingFactory(tenancy=before, plant=plant("tomate"), on=date(2019, 5, 18), bed="Fond")
    said = plain(client.get(page("log", tenancy)))
    assert "2019" in said
    assert "tomate" in said
    assert "Perrin" not in said


def test_the_file_holds_every_line_and_no_formula(client, tenancy):
    GrowingFactory(tenancy=tenancy, words="=1+1", on=date(2024, 4, 1))
    HarvestFactory(tenancy=tenancy, grams=1250, solidarity=True)
    lines = client.get(page("log_file", tenancy)).content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("2024-04-01;semé en place;radis")
    assert "'=1+1" in lines[1]
    assert "1,250" in lines[2]


def test_a_surplus_is_announced_brought_and_counted(client, tenancy):
    form = {
        "plante": "radis",
        "how_much": "un cageot",
        "on": timezone.localdate(),
        "form_key": uuid4(),
    }
    said = plain(client.post(page("surplus", tenancy), form, follow=True))
    assert "C’est annoncé à la halle" in said
    assert "Je l’ai apporté" in said
    surplus = Surplus.objects.get()
    empty = client.post(page("bring_surplus", tenancy, surplus.pk), {"grams": ""})
    assert empty.status_code == 422
    client.post(page("bring_surplus", tenancy, surplus.pk), {"grams": "2,4"})
    assert Harvest.objects.get().grams == 2400
    assert client.get(page("bring_surplus", tenancy, surplus.pk)).status_code == 404


def test_a_surplus_of_last_month_or_next_year_is_refused(client, tenancy):
    for days in (-1, 61):
        on = timezone.localdate() + timedelta(days=days)
        form = {"plante": "radis", "how_much": "3 kg", "on": on, "form_key": uuid4()}
        assert client.post(page("surplus", tenancy), form).status_code == 422


def test_a_surplus_is_withdrawn(client, tenancy):
    surplus = SurplusFactory(tenancy=tenancy)
    client.post(page("withdraw_surplus", tenancy, surplus.pk))
    surplus.refresh_from_db()
    assert surplus.state == Surplus.State.WITHDRAWN
    other = SurplusFactory()
    assert client.post(page("withdraw_surplus", tenancy, other.pk)).status_code == 404


def test_the_month_follows_the_climate_of_the_garden(client):
    north, south = (GardenFactory(zone=zone) for zone in (Climate.NORTH_EAST, Climate.SOUTH))
    address = {g: reverse("gardens:this_month", args=[g.slug]) for g in (north, south)}
    with time_machine.travel(date(2026, 4, 20)):
        cold, mild = plain(client.get(address[north])), plain(client.get(address[south]))
    assert "Il peut geler" in cold
    assert "Au jardin en avril" in cold
    sown = {work.title: [p.slug for p in work.plants] for work in client.get(
        address[south], {"mois": "4"}).context["works"]}  # fmt: skip
    assert "tomate" in sown["Planter"]
    works = client.get(address[north], {"mois": "4"}).context["works"]
    assert "tomate" not in [
        p.slug for work in works if work.title == "Planter" for p in work.plants
    ]
    assert "?mois=5" in mild
    assert client.get(address[north], {"mois": "13"}).status_code == 200


def test_a_sheet_is_read_in_a_climate(client):
    garden = GardenFactory(zone=Climate.NORTH_EAST)
    address = reverse("gardens:plant", args=["tomate"])
    plantings = {
        query: next(s.words for s in client.get(address + query).context["strips"] if s.label == "Planter")
        for query in ("", "?climat=south", "?climat=mountain", f"?jardin={garden.slug}", "?climat=x")
    }  # fmt: skip
    assert plantings == {
        "": "en mai",
        "?climat=south": "de mi-avril à mi-mai",
        "?climat=mountain": "en juin",
        f"?jardin={garden.slug}": "de mi-mai à mi-juin",
        "?climat=x": "en mai",
    }
    said = plain(client.get(address))
    assert "solanacées" in said
    assert "craint le gel" in said
    assert "Jardinier paresseux" in said


@pytest.mark.parametrize("lines", [1, 40])
def test_pages_ask_few_questions_however_long_the_log(
    client, tenancy, django_assert_max_num_queries, lines
):
    for number in range(lines):
        on = timezone.localdate() - timedelta(days=number % 4 * 365 + number)
        chosen = plant(("radis", "tomate", "poireau", "ail")[number % 4])
        GrowingFactory(tenancy=tenancy, plant=chosen, on=on, bed=f"Rang {number % 5}")
        HarvestFactory(tenancy=tenancy, plant=chosen, on=on, grams=500)
        SurplusFactory(tenancy=tenancy, plant=chosen)
    line = Growing.objects.first()
    slug = tenancy.plot.garden.slug
    for address in (
        tenancy.get_absolute_url(),
        page("note", tenancy, "seme"),
        page("note", tenancy, "recolte"),
        page("log", tenancy),
        page("log_file", tenancy),
        page("log_line", tenancy, "culture", line.pk),
        page("surplus", tenancy),
        reverse("gardens:this_month", args=[slug]),
        reverse("gardens:plant", args=["tomate"]),
    ):
        with django_assert_max_num_queries(QUERIES_AT_MOST, info=address):
            assert client.get(address).status_code == 200
