"""Search: what is found, by which words, and what is not shown."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.core.management import call_command
from django.utils import timezone

from commons.finding.found import Wanted
from commons.plants.models import Plant
from content.models import ArticleIndexPage, ArticlePage, ChroniclePage
from gardens.models import GardenIndexPage, GardenPage
from market.models import MarketDay, ProducerIndexPage, ProducerPage
from tests.gardens.factories import GardenFactory, PlotFactory
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProducerFactory,
    ProductFactory,
    StallFactory,
)
from tests.workshops.factories import SessionFactory, WorkshopFactory
from workshops.models import WorkshopIndexPage, WorkshopPage

pytestmark = pytest.mark.django_db
with_pages = pytest.mark.usefixtures("site_pages")

QUERIES_AT_MOST = 12


def write(index, page, language="fr"):
    return index.objects.get(locale__language_code=language).add_child(instance=page)


def article(title, *, language="fr", **fields):
    return write(
        ArticleIndexPage, ArticlePage(title=title, date=date(2026, 3, 1), **fields), language
    )


def plant(name_fr, name_en, slug):
    return Plant.objects.create(
        name_fr=name_fr, name_en=name_en, slug=slug, kind="vegetable", season=[4, 5]
    )


def answer(client, words, path="/chercher/", **more):
    response = client.get(path, {"q": words, **more})
    assert response.status_code == 200
    return response.content.decode()


def titles(page):
    return [unescape(title) for title in re.findall(r"<h3><a [^>]*>(.*?)</a>", page)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("epinards", "Épinard"),
        ("ÉPINARD", "Épinard"),
        ("e\u0301pinard", "Épinard"),
        ("spinach", "Épinard"),
        ("oeufs", "Œuf"),
        ("pommes de terre", "Pomme de terre"),
        ("la pomme de terre", "Pomme de terre"),
        ("potatoes", "Pomme de terre"),
        ("cherry", "Cerise"),
        ("cherries", "Cerise"),
    ],
)
def test_accents_plurals_and_the_other_language_are_forgiven(client, words, name):
    plant("épinard", "Spinach", "epinard")
    plant("œuf", "Egg", "oeuf")
    plant("pomme de terre", "Potato", "pomme-de-terre")
    plant("cerise", "Cherries", "cerise")
    assert titles(answer(client, words)) == [name]


@with_pages
@pytest.mark.parametrize(
    "words", ["jardinage partagé", "jardinages partagées", "jardinage partage"]
)
def test_forms_of_a_word_are_forgiven(client, words):
    article("Le jardinage partagé")
    assert titles(answer(client, words)) == ["Le jardinage partagé"]


@with_pages
def test_english_readers_find_forms_of_english_words_and_pages_in_english_only(client):
    article("Gardening in winter", language="en")
    article("Le jardin et le garden club")
    assert titles(answer(client, "gardens", "/en/chercher/"))[0] == "Gardens"
    assert "Gardening in winter" in titles(answer(client, "garden", "/en/chercher/"))
    assert "Le jardin et le garden club" not in answer(client, "garden", "/en/chercher/")
    assert "Workshops" in titles(answer(client, "workshop", "/en/chercher/"))


@with_pages
def test_drafts_are_not_found_nor_suggested_nor_offered_as_a_spelling(client):
    article("La fermentation secrète", live=False)
    assert titles(answer(client, "fermentation")) == []
    assert "secrète" not in answer(client, "fermentatoin secrete")
    assert "secrète" not in answer(client, "ferm", "/chercher/suggestions/")


@with_pages
def test_a_chronicle_is_found_with_its_lead_which_the_table_of_articles_keeps(client):
    write(
        ArticleIndexPage,
        ChroniclePage(
            title="Neuf ans de halle", lead="De la grille au marché", date=date(2026, 3, 1)
        ),
    )
    page = answer(client, "neuf ans")
    assert titles(page) == ["Neuf ans de halle"]
    assert "De la grille au marché" in page


@with_pages
def test_what_a_body_says_is_found_after_what_a_title_says(client):
    article("Autre chose", lead="On y parle de rutabaga.")
    article("Le rutabaga")
    assert titles(answer(client, "rutabaga")) == ["Le rutabaga", "Autre chose"]


def test_a_product_on_sale_says_its_price_its_producer_and_its_day(client):
    day = MarketDayFactory()
    offer = OfferFactory(market_day=day, product__name_fr="Tomates cerises", price_cents=320)
    page = answer(client, "tomate cerise")
    assert f'href="{offer.product.get_absolute_url()}"' in page
    assert "3,20\u202f€ la botte" in page
    assert str(offer.product.producer) in page


def test_a_product_nobody_brings_is_found_last_and_says_so(client):
    ProductFactory(name_fr="Tomate tomate tomate")
    OfferFactory(market_day__state=MarketDay.State.DRAFT, product__name_fr="Tomate verte")
    OfferFactory(product__name_fr="Des tomates jaunes et bien mûres")
    page = answer(client, "tomates")
    assert titles(page)[0] == "Des tomates jaunes et bien mûres"
    assert page.count("pas annoncé sous la halle") == 2


def test_a_product_is_found_by_its_plant_and_its_producer(client):
    tomato = plant("tomate", "Tomato", "tomate")
    ProductFactory(
        name_fr="Cœur de bœuf", plant=tomato, producer=ProducerFactory(name="Ferme du Ruisseau")
    )
    assert "Cœur de bœuf" in titles(answer(client, "tomatoes"))
    assert {"Cœur de bœuf", "Ferme du Ruisseau"} <= set(titles(answer(client, "ruisseau")))


def test_a_producer_says_the_next_stall(client):
    stall = StallFactory(producer__name="Les Ruchers du Mont", pitch__number=7)
    page = answer(client, "rucher")
    assert "étal 7" in page
    assert f'href="{stall.producer.get_absolute_url()}"' in page


@with_pages
def test_a_producer_is_found_once_by_what_their_story_says(client):
    producer = ProducerFactory(name="Les Ruchers du Mont")
    story = ProducerPage(title="La ruche", lead="On y élève des reines.", producer=producer)
    write(ProducerIndexPage, story)
    for words in ("reines", "ruche"):
        assert titles(answer(client, words)) == ["Les Ruchers du Mont"]
    story.unpublish()
    assert titles(answer(client, "reines")) == []


@with_pages
def test_every_kind_of_page_says_what_it_is(client):
    write(ArticleIndexPage, ChroniclePage(title="La halle rouverte", date=date(2026, 3, 1)))
    write(ArticleIndexPage, ArticlePage(title="Rouverte !", date=date(2026, 3, 1), lead="Enfin."))
    page = answer(client, "rouverte")
    assert {"La halle rouverte", "Rouverte !"} <= set(titles(page))
    assert "Récit" in page
    assert "Article · Enfin." in page
    for words in ("mentions légales", "saison"):
        assert titles(answer(client, words)), words


def test_the_best_of_a_very_common_word_is_found_and_the_rest_is_counted_roughly(
    client, monkeypatch
):
    monkeypatch.setattr("commons.finding.matching.MOST", 5)
    monkeypatch.setattr("commons.finding.found.MOST", 5)
    sold = OfferFactory(product__name_fr="Soupe", product__description_fr="Avec des panais.")
    ProductFactory(name_fr="Panais")
    for number in range(8):
        ProductFactory(name_fr=f"Purée {number}", description_fr="Avec des panais.")
    page = answer(client, "panais")
    assert titles(page)[:2] == [sold.product.name, "Panais"]
    assert "Plus de 5 réponses" in page


@with_pages
def test_a_workshop_says_its_next_date_and_a_past_one_comes_last(client):
    past, coming = WorkshopFactory(name_fr="Bouturer"), WorkshopFactory(name_fr="Bouturer tôt")
    SessionFactory(workshop=past, starts_at=timezone.now() - timedelta(days=9))
    session = SessionFactory(workshop=coming)
    for workshop in (past, coming):
        write(WorkshopIndexPage, WorkshopPage(title=workshop.name_fr, workshop=workshop))
    page = answer(client, "bouturer")
    assert titles(page) == ["Bouturer tôt", "Bouturer"]
    assert session.place.name in page
    assert "Pas de séance annoncée" in page


def test_a_workshop_nobody_has_told_yet_is_found_by_its_session(client):
    session = SessionFactory(workshop=WorkshopFactory(name_fr="Affûter", name_en="Sharpening"))
    WorkshopFactory(name_fr="Affûter sans date")
    page = answer(client, "affuter")
    assert titles(page) == ["Affûter"]
    assert session.get_absolute_url() in page


@with_pages
def test_a_garden_says_its_free_plots(client):
    garden = GardenFactory(name_fr="Jardin des Lavandières", name_en="Washhouse Garden")
    PlotFactory(garden=garden)
    write(GardenIndexPage, GardenPage(title="Aux Lavandières", garden=garden))
    page = answer(client, "washhouse")
    assert titles(page) == ["Aux Lavandières"]
    assert "1 parcelle libre" in page


def test_kinds_stand_under_their_heading_with_their_count(client):
    for number in range(6):
        ProductFactory(name_fr=f"Tomate {number}")
    plant("tomate", "Tomato", "tomate")
    page = answer(client, "tomate")
    assert page.index('id="trouve-produits"') < page.index('id="trouve-plantes"')
    assert len(titles(page)) == 4 + 1
    assert "quoi=produits" in page
    assert "7 réponses" in page


def test_one_kind_is_read_page_after_page(client):
    for number in range(25):
        ProductFactory(name_fr=f"Tomate {number}")
    plant("tomate", "Tomato", "tomate")
    first = titles(answer(client, "tomate", quoi="produits"))
    second = titles(answer(client, "tomate", quoi="produits", page="2"))
    assert (len(first), len(second)) == (20, 5)
    assert not set(first) & set(second)
    for beyond in ("9", "0", "-1", "deux", "9" * 400, "²"):
        assert len(titles(answer(client, "tomate", quoi="produits", page=beyond))) == 20
    assert len(titles(answer(client, "tomate", quoi="n-importe"))) == 5


def test_a_typing_mistake_is_put_right(client):
    ProductFactory(name_fr="Épinards frais", name_en="")
    page = answer(client, "epniards")
    assert "Vouliez-vous dire" in page
    assert ">épinards</a>" in page
    assert "Vouliez-vous dire" not in answer(client, "zzzzzz")


@pytest.mark.parametrize(
    "words",
    [
        "'", "''", "&", ":*", "a:* & !b | (c <-> d)", "\\", "%", "_", "<script>alert(1)</script>",
        "x" * 5000, "mot " * 5000, "خضار من الحديقة", "🥕", " ", "-", "le la les", "l'été", "tomate:*A",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/chercher/", "/chercher/suggestions/"])
def test_whatever_is_typed_is_only_words(client, words, path):
    ProductFactory(name_fr="Tomate")
    page = answer(client, words, path)
    assert "<script>alert" not in page


@pytest.mark.parametrize("path", ["/chercher/", "/chercher/suggestions/"])
def test_a_null_byte_is_refused_not_suffered(client, path):
    assert client.get(f"{path}?q=a%00b").status_code in {200, 400}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_empty_question_invites_and_nothing_found_invites_too(client, prefix):
    page = answer(client, "", f"{prefix}/chercher/")
    assert 'type="search"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'class="empty"' in answer(client, "zzzzzz", f"{prefix}/chercher/")


@pytest.mark.parametrize("words", ["to", "tomate ce", "tomates", "Tomatoes"])
def test_suggestions_are_links_to_the_nearest_names(client, words):
    OfferFactory(product__name_fr="Tomate cerise", product__name_en="Cherry tomato")
    page = answer(client, words, "/chercher/suggestions/")
    assert "<html" not in page
    assert re.search(r'<a href="/marche/[^"]+">.*?<b>Tomate cerise</b>', page, re.DOTALL)


def test_one_letter_suggests_nothing(client):
    ProductFactory(name_fr="Tomate")
    assert "<li" not in answer(client, "t", "/chercher/suggestions/")


@with_pages
def test_every_page_leads_to_search(client):
    assert 'href="/chercher/"' in client.get("/").content.decode()
    assert 'href="/en/chercher/"' in client.get("/en/").content.decode()


def test_what_was_changed_in_bulk_is_found_once_the_index_is_refreshed(client):
    product = ProductFactory(name_fr="Panais")
    type(product).objects.update(name_fr="Topinambour")
    assert titles(answer(client, "topinambour")) == []
    call_command("update_index", verbosity=0)
    assert titles(answer(client, "topinambour")) == ["Topinambour"]


@with_pages
@pytest.mark.parametrize("rows", [5, 500])
@pytest.mark.parametrize(
    "path", ["/chercher/?q=tomate", "/chercher/suggestions/?q=toma", "/chercher/?q=tmoates"]
)
def test_search_asks_few_questions_however_much_there_is(
    client, django_assert_max_num_queries, path, rows
):
    producer, day = ProducerFactory(name="Les tomates du val"), MarketDayFactory()
    garden, workshop = GardenFactory(), WorkshopFactory()
    for number in range(5):
        OfferFactory(market_day=day, product__name_fr=f"Tomate {number}")
        plant(f"tomate {number}", "Tomato", f"tomate-{number}")
        SessionFactory(workshop=WorkshopFactory(name_fr=f"La tomate {number}"))
        write(GardenIndexPage, GardenPage(title=f"Tomate {number}", garden=garden))
        write(WorkshopIndexPage, WorkshopPage(title=f"Tomate {number}", workshop=workshop))
        article(f"La tomate {number}")
    Plant.objects.bulk_create(
        Plant(name_fr=f"tomate {number}", slug=f"t-{number}", kind="fruit")
        for number in range(5, rows)
    )
    type(ProductFactory()).objects.bulk_create(
        ProductFactory.build(producer=producer, name_fr=f"Tomate n° {number}")
        for number in range(5, rows)
    )
    call_command("update_index", verbosity=0)
    client.get(path)
    with django_assert_max_num_queries(QUERIES_AT_MOST):
        assert "omate" in client.get(path).content.decode()


def test_words_are_cut_to_a_reasonable_wish():
    assert len(Wanted.read("mot " * 500).words) == 10
    assert Wanted.read("l’épinard & co:*").words == ("l", "épinard", "co")
