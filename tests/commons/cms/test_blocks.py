"""Each block says what it holds, to the eye and to the ear, and loads nothing from elsewhere."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text import RichText

from commons.cms import live
from commons.cms.blocks import BodyBlock
from tests.commons.cms.pictures_at_hand import a_picture
from tests.conftest import plant_roots
from tests.gardens.factories import GardenFactory, PlotFactory
from tests.market.factories import MarketDayFactory, OfferFactory, ProductFactory
from tests.workshops.factories import SessionFactory

BODY = BodyBlock()
LISTS = ["gardens.plots", "market.day", "market.season", "workshops.sessions"]


@pytest.fixture(autouse=True)
def _roots(db):
    plant_roots()


def rendered(kind, value) -> str:
    block = BODY.child_blocks[kind]
    return block.render(block.normalize(value))


def said_of(picture, alt="Un seau plein."):
    return {"image": picture, "alt_text": alt, "decorative": False}


def a_document(name, content=b"x" * 2048):
    document = get_document_model()(title=name.partition(".")[0])
    document.file.save(name, ContentFile(content), save=True)
    return document


def test_the_menu_groups_its_blocks_and_helps():
    for block in BODY.child_blocks.values():
        assert block.meta.group
        assert block.meta.description
        assert block.label


@pytest.mark.parametrize("kind", [*BODY.child_blocks])
def test_each_block_can_be_previewed(client, settings, django_user_model, kind):
    settings.SECOND_FACTOR_FOR_STAFF = False
    block = BODY.child_blocks[kind]
    assert block.is_previewable
    client.force_login(django_user_model.objects.create_superuser("lea@exemple.fr"))
    a_picture()
    response = client.get(f"/gestion/block-preview/?id={block.definition_prefix}")
    assert response.status_code == 200
    assert "css/blocks.css" in response.content.decode()


def test_a_picture_carries_its_caption_and_the_credit_of_its_author():
    html = rendered(
        "picture",
        {"image": said_of(a_picture(credit="Noa")), "caption": "Au jardin.", "credit": ""},
    )
    assert 'alt="Un seau plein."' in html
    assert "Au jardin." in html
    assert "Noa" in html


def test_a_gallery_leads_to_each_picture_in_large():
    pictures = [{"image": said_of(a_picture(title=name)), "caption": name} for name in "ab"]
    html = rendered("gallery", {"pictures": pictures})
    assert html.count("<li>") == 2
    assert html.count("max-2000x2000") == 2


def test_questions_open_without_a_script():
    html = rendered(
        "accordion", {"questions": [{"question": "Où ?", "answer": RichText("<p>Ici.</p>")}]}
    )
    assert "<summary>Où ?</summary>" in html
    assert "<p>Ici.</p>" in html


def test_a_figure_has_its_sentence_and_its_source():
    figure = {"number": "340 kg", "sentence": "de compost", "source": "pesées de mai"}
    html = rendered("figures", {"figures": [figure]})
    assert "340 kg" in html
    assert "pesées de mai" in html


def test_an_invitation_leads_to_its_page_and_goes_with_it():
    page = Page.get_first_root_node().add_child(instance=Page(title="Agenda", slug="agenda"))
    value = {"title": "Venez", "text": "", "page": page, "button": "Voir les dates"}
    assert "Voir les dates" in rendered("call", value)
    page.live = False
    assert "Voir les dates" not in rendered("call", value)


def test_a_file_says_what_one_is_about_to_fetch():
    html = rendered("file", {"document": a_document("charte.pdf"), "title": "", "text": ""})
    assert "PDF" in html
    assert "2\u00a0Ko" in html
    assert ">charte</a>" in html


def a_film(**fields):
    return {
        "film": a_document("semis.webm"),
        "title": "La levée",
        "poster": None,
        "captions": None,
        "wordless": True,
        "transcript": RichText("<p>Cinq plants sortent de terre.</p>"),
        **fields,
    }


def test_a_film_waits_to_be_started_and_can_be_read():
    html = rendered("video", a_film(captions=a_document("semis.vtt")))
    assert 'preload="none"' in html
    assert '<track kind="captions"' in html
    assert "Cinq plants sortent de terre." in html
    assert "autoplay" not in html


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("captions", lambda: {"wordless": False}),
        ("captions", lambda: {"captions": a_document("notes.txt")}),
        ("film", lambda: {"film": a_document("notes.txt")}),
        ("transcript", lambda: {"transcript": RichText("")}),
    ],
    ids=["unheard", "wrong captions", "no film", "unread"],
)
def test_a_film_nobody_could_follow_is_refused(field, fields):
    block = BODY.child_blocks["video"]
    with pytest.raises(ValidationError) as refused:
        block.clean(block.normalize(a_film(**fields())))
    assert field in refused.value.block_errors


def test_a_video_elsewhere_is_a_plain_link():
    html = rendered(
        "remote_video", {"title": "Gestes", "url": "https://v.example/1", "length": "4 min"}
    )
    assert 'href="https://v.example/1"' in html
    assert "<iframe" not in html
    assert "<img" not in html


def test_the_way_is_written_drawn_and_opens_ones_own_map():
    where = {"latitude": Decimal("45.9"), "longitude": Decimal("5.1")}
    words = {"name": "La halle", "address": "place du Lavoir", "by_bus": "Bus 4, arrêt Halle."}
    html = rendered("map", {**words, **where, "sketch": said_of(a_picture(), "Croquis.")})
    assert 'href="geo:45.9,5.1?q=45.9,5.1(La%20halle)"' in html
    assert "Bus 4" in html
    assert 'alt="Croquis."' in html
    assert "geo:" not in rendered("map", words)


def test_half_a_position_is_refused():
    block = BODY.child_blocks["map"]
    value = block.normalize({"name": "Ici", "address": "là", "latitude": Decimal(45)})
    with pytest.raises(ValidationError):
        block.clean(value)


def live_list(what, limit=2) -> str:
    return rendered("live", {"what": what, "title": "À venir", "limit": limit})


def test_a_live_list_shows_what_the_trades_have():
    for name in ("Tailler", "Semer", "Greffer"):
        SessionFactory(workshop__name_fr=name)
    html = live_list("workshops.sessions")
    assert "À venir" in html
    assert html.count("<h3>") == 2
    PlotFactory(garden=GardenFactory(name_fr="Les Lavandières"))
    assert "Les Lavandières" in live_list("gardens.plots")
    month = timezone.localdate().month
    day = MarketDayFactory()
    OfferFactory(market_day=day, product=ProductFactory(name_fr="Navet", own_season=[month]))
    assert "Navet" in live_list("market.season")
    assert day.get_absolute_url() in live_list("market.day")


@pytest.mark.parametrize("what", LISTS)
def test_a_live_list_invites_while_it_is_empty(what):
    assert "À venir" in live_list(what)


@pytest.mark.parametrize("what", LISTS)
def test_a_live_list_asks_few_questions(django_assert_max_num_queries, what):
    day = MarketDayFactory()
    month = timezone.localdate().month
    for number in range(1, 7):
        SessionFactory()
        PlotFactory(garden=GardenFactory(), number=number)
        OfferFactory(market_day=day, product=ProductFactory(own_season=[month]))
    with django_assert_max_num_queries(4):
        live_list(what, limit=6)


def test_a_list_that_is_no_longer_offered_leaves_the_page_whole():
    assert live_list("cinema.screenings").strip() == ""


def test_two_lists_cannot_share_a_key():
    known = live.get("market.day")
    live.register("market.day", known)
    with pytest.raises(ValueError, match="two live lists"):
        live.register("market.day", live.get("market.season"))
