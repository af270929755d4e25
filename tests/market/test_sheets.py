"""Products by file: every fault is listed, what would change is shown, and only then is it written."""

import random
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import ModelLogEntry

from commons.plants.models import Plant
from commons.sheets.reading import read_table
from content.roles import MARKET_COORDINATORS, PRODUCERS
from market import actions, sheets
from market.actions import ImportRefusedError
from market.models import Product
from tests.content.desk import person_in
from tests.market.factories import OfferFactory, ProducerFactory, ProductFactory

pytestmark = pytest.mark.usefixtures("site_pages")
IMPORT, CHECK = "/gestion/marche/produits/importer/", "/gestion/marche/produits/importer/verifier/"


@pytest.fixture
def farmer(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    person = person_in(PRODUCERS)
    client.force_login(person)
    return person


@pytest.fixture
def farm(farmer):
    farm = ProducerFactory(name="La Ferme d’en Bas")
    farm.people.add(farmer)
    return farm


def plan(person, text):
    table = read_table(text.encode())
    return sheets.plan_import(*table, shelf=sheets.read_shelf(person, now=timezone.now()))


def faults(person, text):
    return [(fault.row, fault.column) for fault in plan(person, text).faults]


def bring(person, text, *, seen=None):
    headings, rows = read_table(text.encode())
    return actions.import_products(
        headings=headings,
        rows=rows,
        keeper=person,
        seen=seen or plan(person, text).fingerprint,
        now=timezone.now(),
    )


def test_a_new_product_is_created_with_its_address(farmer, farm):
    done = bring(
        farmer,
        "Nom;Rayon;Vendu à;Allergènes;Contenu;Unité du contenu\n"
        "Pain d’épeautre;Pains et farines;pièce;gluten;0,5;kg\n",
    )
    made = Product.objects.get(producer=farm)
    assert (done.created, done.changed) == (1, 0)
    assert (made.slug, made.pack_size, made.allergen_codes) == (
        "pain-depeautre",
        Decimal("0.5"),
        ["gluten"],
    )


def test_a_known_product_is_changed_and_its_other_facts_stay(farmer, farm):
    known = ProductFactory(producer=farm, name_fr="Œufs de poule", origin_place="Drôme")
    text = "nom;Variété;Description\noeufs de poule;Marans;\n"
    entry = plan(farmer, text).changed[0]
    assert [(c.column, c.before, c.after) for c in entry.changes] == [
        ("Nom", "Œufs de poule", "oeufs de poule"),
        ("Variété", "", "Marans"),
    ]
    bring(farmer, text)
    known.refresh_from_db()
    assert (known.variety, known.origin_place) == ("Marans", "Drôme")


def test_an_import_stands_in_the_history_of_each_product(farmer, farm):
    known = ProductFactory(producer=farm, name_fr="Ail")
    bring(farmer, "Nom;Rayon;Vendu à;Variété\nAil;Légumes;kg;Messidor\nRadis;Légumes;botte;\n")
    logged = ModelLogEntry.objects.filter(user=farmer).order_by("action")
    radish = Product.objects.get(name_fr="Radis")
    assert [(entry.action, entry.object_id) for entry in logged] == [
        ("wagtail.create", str(radish.pk)),
        ("wagtail.edit", str(known.pk)),
    ]


def test_an_import_is_searched_for_at_once(farmer, farm, client):
    bring(farmer, "Nom;Rayon;Vendu à\nTopinambour doré;Légumes;kg\n")
    assert "Topinambour doré" in client.get("/chercher/?q=topinambour").content.decode()


def test_every_fault_is_listed_and_nothing_is_written(farmer, farm):
    text = (
        "Nom;Rayon;Vendu à;Contenu;Bio;TVA;Plante;Certificat jusqu’au\n"
        ";Légumes;kg;;;;;\n"
        "Ail;Légume vert;kg;lourd;;;;\n"
        "Pain;Pains et farines;lot;;;;;\n"
        "Chou;Légumes;pièce;;oui;7;licorne;demain\n"
        "Radis;Légumes;botte;;;;;\n"
        "RADIS;Légumes;botte;;;;;\n"
        "Miel;Épicerie;pièce;;;;;\n"
    )
    assert faults(farmer, text) == [
        (2, "Nom"),
        (3, "Rayon"),
        (3, "Contenu"),
        (4, "Contenu"),
        (5, "Plante"),
        (5, "Certificat jusqu’au"),
        (7, "Nom"),
    ]
    with pytest.raises(ImportRefusedError):
        bring(farmer, text)
    assert not Product.objects.filter(producer=farm).exists()


def test_the_faults_of_the_form_are_those_of_the_file(farmer, farm):
    assert faults(farmer, "Nom;Rayon;Vendu à;Bio\nAil;Légumes;kg;oui\n") == [
        (2, "Organisme certificateur")
    ]
    assert faults(farmer, "Nom;Rayon;Vendu à;TVA\nAil;Légumes;kg;7\n") == [(2, "TVA")]
    assert faults(farmer, f"Nom;Rayon;Vendu à\n{'A' * 81};Légumes;kg\n") == [(2, "Nom")]
    assert faults(farmer, "Nom\nAil\n") == [(2, "Rayon"), (2, "Vendu à")]


def test_headings_that_are_missing_doubled_or_unknown(farmer, farm):
    ProducerFactory().people.add(farmer)
    assert faults(farmer, "Nom;nom;Couleur\nAil;Ail;vert\n") == [
        (1, "Nom"),
        (1, "Couleur"),
        (1, "Ferme"),
    ]


def test_anothers_goods_are_out_of_reach(farmer, farm):
    anothers = ProductFactory(producer__name="La Ferme d’en Haut", name_fr="Ail")
    assert faults(farmer, "Ferme;Nom\nLa Ferme d’en Haut;Ail\n") == [(2, "Ferme")]
    bring(farmer, "Nom;Rayon;Vendu à\nAil;Légumes;kg\n")
    anothers.refresh_from_db()
    assert anothers.unit == "bunch"
    assert Product.objects.filter(name_fr="Ail").count() == 2


def test_what_is_on_sale_loses_no_fact_by_a_file(farmer, farm):
    offer = OfferFactory(product__producer=farm, product__name_fr="Ail")
    assert faults(farmer, "Nom;Allergènes\nAil;\n") == [(2, "Allergènes")]
    actions.close_offer(offer_id=offer.pk)
    assert faults(farmer, "Nom;Allergènes\nAil;\n") == []


def test_what_was_seen_is_what_is_written(farmer, farm):
    known = ProductFactory(producer=farm, name_fr="Ail")
    text = "Nom;Variété\nAil;Messidor\n"
    seen = plan(farmer, text).fingerprint
    known.variety = "Thermidrome"
    known.save()
    with pytest.raises(ImportRefusedError):
        bring(farmer, text, seen=seen)
    known.refresh_from_db()
    assert known.variety == "Thermidrome"


def test_a_whole_catalogue_goes_out_and_comes_back_unchanged(client, farmer, farm):
    carrot = Plant.objects.get_or_create(
        slug="carotte", defaults={"kind": "vegetable", "name_fr": "carotte", "name_en": "carrot"}
    )[0]
    ProductFactory(
        producer=farm, plant=carrot, organic=True, certifier="FR-BIO-01",
        certificate_until=date(2027, 12, 31), allergen_codes=["gluten", "lait"],
        description_fr="=1+1", storage_fr="Au frais ; vite", perishable=False,
    )  # fmt: skip
    ProductFactory(producer=farm, unit="kg", pack_size=None, pack_unit="", weighed=True)
    ProductFactory()  # another's
    for name in ("exporter.csv", "exporter.xlsx"):
        answer = client.get(f"/gestion/marche/produits/{name}")
        content = answer.getvalue()
        found = sheets.plan_import(
            *read_table(content), shelf=sheets.read_shelf(farmer, now=timezone.now())
        )
        assert (found.faults, found.entries, found.unchanged) == ([], [], 2)


def test_the_template_can_be_sent_back_as_it_is(client, farmer, farm):
    Plant.objects.get_or_create(
        slug="carotte", defaults={"kind": "vegetable", "name_fr": "carotte", "name_en": "carrot"}
    )
    content = client.get("/gestion/marche/produits/modele.xlsx").content
    found = sheets.plan_import(
        *read_table(content), shelf=sheets.read_shelf(farmer, now=timezone.now())
    )
    assert (found.faults, len(found.created)) == ([], 2)
    assert [entry.lacks for entry in found.created] == [[], []]


def send(client, content, name="produits.csv"):
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, content)})


def test_a_file_is_looked_at_then_agreed_to(client, farmer, farm):
    assert send(client, b"Nom;Rayon;Vendu \xe0\nAil;L\xe9gumes;kg\n").url == CHECK
    page = client.get(CHECK)
    assert "1\u00a0produit à créer" in page.content.decode() or "1 produit à créer" in (
        page.content.decode()
    )
    assert "les allergènes" in page.content.decode()
    assert not Product.objects.filter(producer=farm).exists()
    seen = page.context["plan"].fingerprint
    assert client.post(CHECK, {"seen": seen}).status_code == 302
    assert Product.objects.get(producer=farm).name_fr == "Ail"
    assert client.post(CHECK, {"seen": seen}).url == IMPORT


def test_the_file_waits_for_its_own_session_only(client, farmer, farm):
    send(client, b"Nom;Rayon\nAil;fruits\n")
    other = person_in(MARKET_COORDINATORS)
    client.force_login(other)
    assert client.get(CHECK).url == IMPORT


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "pas un tableau"),
        (b"x" * (10 * 1024 * 1024), "trop lourd"),
        (b"Nom\n" + b"Ail\n" * 5001, "trop de lignes"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(client, farmer, farm, content, words):
    answer = send(client, content)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_five_thousand_rows_take_as_many_queries_as_five(
    farmer, farm, django_assert_max_num_queries
):
    names = [f"Courge {random.Random(n).random()}" for n in range(1200)]
    text = "Nom;Rayon;Vendu à;Allergènes\n" + "".join(f"{n};Légumes;kg;aucun\n" for n in names)
    with django_assert_max_num_queries(8):
        seen = plan(farmer, text).fingerprint
    with django_assert_max_num_queries(30):
        assert bring(farmer, text, seen=seen).created == 1200
