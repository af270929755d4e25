"""What each public page says of itself to search engines, to shared links and to readers of the other language."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import timezone

from commons.people.models import Person
from commons.plants.models import Plant
from content.models import ArticleIndexPage, ArticlePage
from tests.content.factories import PartnerFactory
from tests.gardens.factories import GardenFactory
from tests.market.factories import MarketDayFactory, OfferFactory, StallFactory
from tests.workshops.factories import SessionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_pages")]

HERE = "http://testserver"
TREE = [
    "/", "/ateliers/", "/jardins/", "/agenda/", "/articles/", "/effets/", "/lieux/", "/saison/",
    "/producteurs/", "/partenaires/", "/contact/",
]  # fmt: skip


class Head(HTMLParser):
    """The title, the links and the metas of a page."""

    def __init__(self, page):
        super().__init__()
        self.metas, self.links, self.title, self._in_title = {}, [], "", False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "meta":
            self.metas[told.get("name") or told.get("property")] = told.get("content")
        if tag == "link":
            self.links.append(told)
        self._in_title = tag == "title" and not self.title  # a drawing has its own

    def handle_endtag(self, tag):
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data):
        self.title += data if self._in_title else ""

    def alternates(self):
        """Of languages: a feed is an alternate too."""
        return {link["hreflang"]: link["href"] for link in self.links if "hreflang" in link}

    def canonical(self):
        return [link["href"] for link in self.links if link["rel"] == "canonical"]


def head_of(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return Head(answer.content.decode())


def test_every_public_page_has_its_own_title_words_address_and_picture(client):
    plant = Plant.objects.create(slug="poireau", name_fr="poireau", kind="vegetable", season=[1])
    paths = [
        *TREE,
        SessionFactory().get_absolute_url(),
        MarketDayFactory().get_absolute_url(),
        GardenFactory().get_request_url(),
        OfferFactory().product.get_absolute_url(),
        StallFactory().producer.get_absolute_url(),
        PartnerFactory().get_absolute_url(),
        reverse("gardens:plants"),
        reverse("gardens:plant", args=[plant.slug]),
    ]
    heads = {path: head_of(client, f"{path}?rayon=fruits&page=2") for path in paths}
    for path, head in heads.items():
        assert head.title.endswith("· Halle & Jardins"), path
        assert 20 <= len(head.metas["description"]) <= 320, path
        assert head.canonical() == [HERE + path]
        assert head.metas["og:url"] == HERE + path
        assert head.metas["og:image"].startswith(f"{HERE}/partage/")
        assert head.metas["og:title"]
        assert head.alternates() == {
            "fr": HERE + path,
            "en": f"{HERE}/en{path}",
            "x-default": HERE + path,
        }
    assert len({head.title for head in heads.values()}) == len(paths)


def test_a_page_without_a_twin_names_none_and_leads_home(client):
    index = ArticleIndexPage.objects.get(locale__language_code="fr")
    article = index.add_child(instance=ArticlePage(title="La soupe", date=date(2026, 1, 1)))

    page = client.get(article.url).content.decode()

    assert Head(page).alternates() == {}
    assert re.search(r'class="tool language" href="/en/"', page)


def test_changing_language_keeps_what_was_chosen(client):
    page = client.get("/agenda/?quoi=ateliers").content.decode()
    assert 'href="/en/agenda/?quoi=ateliers"' in page


@pytest.mark.parametrize(
    "path", ["/marche/panier/", "/connexion/login/", "/connexion/signup/", "/en/connexion/login/"]
)
def test_private_pages_ask_not_to_be_listed(client, path):
    head = head_of(client, path)
    assert head.metas["robots"] == "noindex"
    assert head.canonical() == []


@pytest.mark.parametrize(("path", "home"), [("/nulle-part/", "/"), ("/en/nowhere/", "/en/")])
def test_a_lost_reader_is_shown_the_trades_and_the_entrance_in_their_language(client, path, home):
    answer = client.get(path)
    page = answer.content.decode()
    assert answer.status_code == 404
    main = page[page.index("<main") : page.index("</main>")]
    assert f'href="{home}"' in main
    assert f'href="{home}ateliers/"' in main
    assert Head(page).metas["robots"] == "noindex"


class TestLanguageOfAReader:
    FROM_US = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}

    def test_who_chose_english_finds_the_english_home_again(self, client):
        client.get("/en/agenda/", headers=self.FROM_US)
        answer = client.get("/", headers={"Sec-Fetch-Site": "none"})
        assert (answer.status_code, answer.url) == (302, "/en/")

    def test_a_link_to_the_french_home_leads_to_the_french_home(self, client):
        client.get("/en/agenda/", headers=self.FROM_US)
        assert client.get("/", headers=self.FROM_US).status_code == 200
        assert client.get("/", headers={"Sec-Fetch-Site": "none"}).status_code == 200

    def test_nothing_is_written_for_who_only_reads_french(self, client):
        client.get("/agenda/", headers=self.FROM_US)
        assert not client.cookies

    def test_signing_out_in_english_stays_in_english(self, client):
        client.force_login(Person.objects.create_user("amina@exemple.fr"))
        assert client.post("/en/connexion/logout/").url == "/en/"


def test_a_month_is_told_in_no_address_but_its_own(client):
    """A filter of the effects is the same page for search engines."""
    year = timezone.localdate().year
    assert head_of(client, f"/effets/?annee={year}").canonical() == [f"{HERE}/effets/"]
