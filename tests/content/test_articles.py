"""Topics, related articles, stories told step by step, and the feeds of them all."""

from datetime import date
from xml.etree import ElementTree

import pytest
from wagtail.rich_text import RichText

from content.models import ChroniclePage
from tests.content.factories import TopicFactory, write_article

pytestmark = pytest.mark.usefixtures("site_pages")

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def compost():
    return TopicFactory(name_fr="Compost", name_en="Compost heap", slug="compost")


def steps(*titles):
    return [
        ("step", {"when": f"printemps {2010 + n}", "title": title, "text": RichText("<p>…</p>")})
        for n, title in enumerate(titles)
    ]


def test_a_topic_of_the_address_keeps_its_articles(client, compost):
    write_article("Le bac à 64 degrés", date(2026, 3, 1), topics=[compost])
    write_article("La soupe de minuit", date(2026, 3, 2), topics=[TopicFactory(slug="cuisine")])

    kept = client.get("/articles/?sujet=compost").text
    everything = client.get("/articles/?sujet=nimporte").text

    assert "Le bac à 64 degrés" in kept
    assert "La soupe de minuit" not in kept
    assert "La soupe de minuit" in everything
    assert '/articles.rss?sujet=compost"' in kept


def test_an_article_leads_to_others_on_the_same_topic(client, compost):
    article = write_article("Un", date(2026, 3, 1), topics=[compost])
    write_article("Retourner le tas", date(2026, 3, 2), topics=[compost])
    write_article("Sans rapport", date(2026, 3, 3))

    words = client.get(article.url).text

    assert "Retourner le tas" in words
    assert "Sans rapport" not in words
    assert 'href="/articles/?sujet=compost"' in words


def test_a_chronicle_is_an_ordered_list_and_an_article_among_others(client, compost):
    chronicle = write_article(
        "Neuf ans pour rouvrir",
        date(2026, 3, 1),
        topics=[compost],
        model=ChroniclePage,
        steps=steps("La grille se ferme", "La clé tourne"),
    )

    words = client.get(chronicle.url).text

    assert "Neuf ans pour rouvrir" in client.get("/articles/?sujet=compost").text
    assert words.index('<ol class="row-of-steps"') < words.index("La grille se ferme")
    assert words.index("La grille se ferme") < words.index("La clé tourne")


@pytest.mark.parametrize("articles", [2, 15])
def test_lists_articles_and_feeds_ask_few_questions(
    client, django_assert_max_num_queries, compost, articles
):
    for number in range(articles):
        article = write_article(
            f"Article {number}", date(2026, 1, 1), topics=[compost, TopicFactory()]
        )
    for address in ("/articles/?sujet=compost", article.url, "/articles.rss", "/articles.atom"):
        client.get(address)
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200


def test_rss_tells_the_newest_first_under_names_that_never_change(client, compost):
    old = write_article("Ancien", date(2026, 1, 1), lead="Un chapeau & demi.", topics=[compost])
    write_article("Nouveau", date(2026, 2, 1))

    channel = ElementTree.fromstring(client.get("/articles.rss").content).find("channel")
    items = channel.findall("item")
    named = items[1].findtext("guid")
    old.slug, old.title = "autre-adresse", "Autre titre"
    old.save_revision().publish()
    again = ElementTree.fromstring(client.get("/articles.rss?sujet=compost").content)

    assert [item.findtext("title") for item in items] == ["Nouveau", "Ancien"]
    assert channel.findtext("language") == "fr"
    assert items[1].findtext("description") == "Un chapeau & demi."
    assert items[1].findtext("category") == "Compost"
    assert named.startswith("urn:uuid:")
    assert items[1].find("guid").get("isPermaLink") == "false"
    assert [item.findtext("guid") for item in again.iter("item")] == [named]


def test_atom_speaks_each_language(client, compost):
    write_article("Le tas", date(2026, 1, 1), topics=[compost])
    write_article("The heap", date(2026, 1, 1), topics=[compost], language="en")

    feed = ElementTree.fromstring(client.get("/en/articles.atom?sujet=compost").content)

    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "The heap"
    assert entry.find(f"{ATOM}link").get("href") == "http://testserver/en/articles/the-heap/"
    assert entry.find(f"{ATOM}category").get("term") == "Compost heap"


def test_pages_say_where_their_feed_is(client):
    assert 'type="application/rss+xml"' in client.get("/articles/").text
    assert client.get("/articles.rss?sujet=inconnu").status_code == 404
