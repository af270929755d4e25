"""Components say to assistive tools what they show to the eye."""

import re
from pathlib import Path

import pytest
from django import forms
from django.template import engines
from django.template.loader import render_to_string

ROOT = Path(__file__).resolve().parents[3]
COMPONENTS = ROOT / "site/templates/components"
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
CARD_CLASS = re.compile(r'\bclass="(?:[^"]*\s)?(?:card|panel)(?:__|--|[\s"])')


class Visit(forms.Form):
    email = forms.EmailField(label="Adresse", help_text="Pour la confirmation.")
    way = forms.ChoiceField(
        label="Venue", choices=[("foot", "À pied"), ("bike", "À vélo")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="Un mot", required=False)


def templates() -> list[Path]:
    return [
        path
        for folder in engines["django"].template_dirs
        for path in Path(folder).rglob("*.html")
        if path.is_relative_to(ROOT) and ".venv" not in path.parts
    ]


@pytest.fixture
def wrong_form() -> Visit:
    return Visit({"email": "lea@", "way": "", "note": ""})


def ids(html: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', html))


@pytest.mark.parametrize("path", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.stem)
def test_each_component_says_what_it_is_at_its_top(path: Path) -> None:
    assert path.read_text().startswith(("{% comment %}\n", "{# "))


def test_a_wrong_field_points_to_its_hint_and_its_error(wrong_form: Visit) -> None:
    html = render_to_string("components/field.html", {"field": wrong_form["email"]})
    described = re.search(r'<input[^>]*aria-describedby="([^"]+)"', html)
    assert described is not None
    assert set(described[1].split()) == {"id_email_helptext", "id_email_error"} <= ids(html)
    assert 'aria-invalid="true"' in html
    assert 'value="lea@"' in html


def test_a_group_of_radios_is_a_fieldset_with_its_legend(wrong_form: Visit) -> None:
    html = render_to_string("components/field.html", {"field": wrong_form["way"]})
    assert re.search(r"<fieldset[^>]*aria-describedby=\"id_way_error\"", html)
    assert "<legend>" in html


def test_an_optional_field_says_so(wrong_form: Visit) -> None:
    html = render_to_string("components/field.html", {"field": wrong_form["note"]})
    assert "facultatif" in html


def test_the_summary_links_to_each_wrong_field(wrong_form: Visit) -> None:
    html = render_to_string("components/form.html", {"form": wrong_form, "submit_label": "Venir"})
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert len(targets) == 2
    assert targets <= ids(html)
    assert 'role="alert"' in html


def test_seats_are_read_as_a_sentence() -> None:
    html = render_to_string("components/seats.html", {"taken": 9, "capacity": 14})
    assert 'role="img" aria-label="9 places prises sur 14"' in html
    assert html.count("<i") == 14
    assert "Encore 5 places" in html


@pytest.mark.parametrize(("left", "words"), [(0, "Épuisé"), (12, "Plus que 12"), (40, "Reste 40")])
def test_stock_says_what_is_left(left: int, words: str) -> None:
    html = render_to_string("components/stock_bar.html", {"left": left, "out_of": 60, "unit": "kg"})
    assert words in html


def test_the_frame_stands_without_any_context() -> None:
    html = render_to_string("base.html")
    assert '<main id="contenu"' in html
    assert html.count('<link rel="stylesheet"') == 5


def test_no_component_carries_a_style_attribute() -> None:
    """The content security policy would refuse it."""
    assert not [path.name for path in COMPONENTS.glob("*.html") if "style=" in path.read_text()]


# A page of the shop draws dozens of crates: drawn by hand, in few includes, they take a third of the time.
DRAWN_BY_HAND = {
    f"market/templates/market/{name}.html" for name in ("group", "offer_facts", "product_picture")
}


def test_cards_and_panels_are_taken_from_the_components() -> None:
    """When it fails: include components/card.html, or open {% panel %}, rather than write their classes."""
    by_hand = {
        str(path.relative_to(ROOT))
        for path in templates()
        if COMPONENTS not in path.parents and CARD_CLASS.search(TAG.sub("", path.read_text()))
    }
    assert by_hand == DRAWN_BY_HAND


def test_a_panel_is_a_part_of_its_page_when_it_has_a_title() -> None:
    django = engines["django"]
    named = '{% panel title="Y venir" id="venir" part="aside" small=True %}<p>{{ way }}</p>{% endpanel %}'
    html = django.from_string(named).render({"way": "À pied & à vélo"})
    assert re.search(r'<aside class="card [^"]*" aria-labelledby="venir">', html)
    assert '<h2 id="venir" class="h3">Y venir</h2>' in html
    assert "<p>À pied &amp; à vélo</p>" in html
    frame = django.from_string("{% panel on_paper=False %}<p>Un cadre</p>{% endpanel %}").render()
    assert frame.startswith('<div class="card card--board no-print">')


def test_a_card_without_a_title_is_a_picture_alone() -> None:
    html = render_to_string("components/card.html", {"kind": "crate", "picture": "poireau"})
    assert "<h3" not in html
    assert "card__body" not in html


def test_a_mail_extends_the_base_and_reads_in_text() -> None:
    django = engines["django"]
    mail = '{% extends "mail/base.txt" %}{% block title %}C’est réservé{% endblock %}'
    mail += "{% block action_url %}https://halle.example/r/1?a=1&b=2{% endblock %}"
    text = django.from_string(mail).render()
    assert text.startswith("C’est réservé")
    assert "https://halle.example/r/1?a=1&b=2" in text
