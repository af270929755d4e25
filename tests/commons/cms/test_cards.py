"""The picture of a shared link: one for each thing we know, and none for anybody's words."""

from io import BytesIO
from itertools import pairwise

import pytest
from django.conf import settings
from PIL import Image

from commons.cms import cards
from commons.cms.cards import Card, drawing, strokes
from content.models import ArticleIndexPage
from tests.market.factories import MarketDayFactory, ProductFactory
from tests.workshops.factories import SessionFactory

PICTOGRAMS = sorted((settings.SITE_ROOT / "static/pictograms").glob("*.svg"))


def a_card(**told):
    return Card(**{"kind": "page", "key": "1", "title": "Tailler", **told})


def opened(png):
    return Image.open(BytesIO(png))


@pytest.mark.parametrize(
    "title",
    [
        "Pain",
        "Cuisiner du trognon aux fanes " * 8,
        "Anticonstitutionnellement" * 3,
        "",
        "« Ça pousse\u202f! »",
    ],
)
def test_any_title_holds_on_the_picture(title):
    picture = opened(drawing.draw(a_card(title=title, line="samedi 14 mars · La halle")))
    assert picture.size == (1200, 630)
    assert picture.format == "PNG"


def test_a_picture_is_light_enough_to_be_sent():
    png = drawing.draw(
        a_card(title="Une parcelle pour deux", trade="gardens", pictogram="arrosoir")
    )
    assert len(png) < 60_000


def test_the_words_stay_in_their_column():
    for size in drawing.SIZES:
        font = drawing._font(drawing.SIGN, size, weight=800)
        lines = drawing._wrap("Teindre avec les plantes du jardin des Lavandières", font)
        assert all(font.getlength(line) <= drawing.WORDS for line in lines)


@pytest.mark.parametrize("path", PICTOGRAMS, ids=lambda path: path.stem)
def test_every_pictogram_can_be_painted_within_its_box(path):
    shapes = strokes.read(path.read_text(encoding="utf-8"))
    points = [point for shape in shapes for line in shape.lines for point in line]
    assert points
    assert all(-4 <= x <= 68 and -4 <= y <= 68 for x, y in points)


def test_curves_have_no_leaps():
    (shape,) = strokes.read('<svg><path d="M0 32c0-20 30-30 32 0s32 20 32 0"/></svg>')
    (line,) = shape.lines
    assert line[-1] == (64, 32)
    assert max(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(line)) < 8


@pytest.mark.django_db
class TestAddress:
    def test_a_page_a_session_a_day_and_a_product_have_theirs(self, client, site_pages):
        from market.structured import card_of_day, card_of_product
        from workshops.structured import card_of

        shown = [
            ArticleIndexPage.objects.first().card,
            card_of(SessionFactory()),
            card_of_day(MarketDayFactory()),
            card_of_product(ProductFactory()),
        ]
        for card in shown:
            answer = client.get(card.address)
            assert opened(answer.content).size == (1200, 630)
            assert "immutable" in answer["Cache-Control"]

    def test_it_changes_with_what_is_drawn_and_the_old_one_leads_to_the_new(
        self, client, site_pages
    ):
        page = ArticleIndexPage.objects.first()
        before = page.card.address
        page.title = "Les nouvelles"
        page.save_revision().publish()

        answer = client.get(before)

        assert answer.status_code == 302
        assert answer.url == page.card.address != before

    @pytest.mark.parametrize(
        "path",
        [
            *(
                "/partage/page/999999/abc.png",
                "/partage/page/abc/abc.png",
                "/partage/rien/1/abc.png",
            ),
            *("/partage/marche/2026-99-99/abc.png", "/partage/seance/99999999999999999999/abc.png"),
            "/partage/plante/nimporte/abc.png",
        ],
    )
    def test_nobody_has_us_draw_what_is_not_there(self, client, path, site_pages):
        assert client.get(path).status_code == 404

    def test_a_draft_has_no_picture(self, client, site_pages):
        page = ArticleIndexPage.objects.first()
        address = page.card.address
        page.unpublish()
        assert client.get(address).status_code == 404

    def test_it_is_drawn_once(self, client, site_pages, monkeypatch):
        card = ArticleIndexPage.objects.first().card
        client.get(card.address)
        monkeypatch.setattr(drawing, "draw", lambda _card: pytest.fail("drawn again"))
        assert client.get(card.address).status_code == 200

    def test_a_day_in_preparation_has_no_picture(self):
        day = MarketDayFactory(state="draft")
        assert cards.find("marche", day.date.isoformat()) is None
