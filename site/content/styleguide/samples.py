"""Each component in each of its states: by its name, the contexts it is shown with."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.messages import SUCCESS
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator

from commons.codes import drawn
from content.styleguide import forms

Contexts = list[dict[str, Any]]

# The frame of the page shows these already, and a page has only one of each.
IN_THE_FRAME = frozenset({"footer", "header", "language_switch", "skip_link"})
# Seen inside another: the basket in the header, the words of a field’s label, a page’s photo on its card.
INSIDE_ANOTHER = frozenset({"basket_link", "card_picture", "field_label"})

TRADES = ("market", "workshops", "gardens")
KINDS = ("info", "success", "warning", "error")
SEASON = [9, 10, 11, 12, 1, 2, 3]


def examples(*, now: datetime) -> dict[str, Contexts]:
    """What the style guide shows of each component, in the order of the names."""
    shown = {**_actions(), **_told(), **_facts(now), **_things(), **_forms(), **_heads(), **_ways()}
    # A page's own head comes last: what follows it is a second title again.
    return dict(sorted(shown.items(), key=lambda item: (item[0] == "page_head", item[0])))


def _actions() -> dict[str, Contexts]:
    label, link = {"label": "Réserver ma place", "type": "button"}, {"url": "#link_button"}
    return {
        "button": [
            *({**label, "kind": kind} for kind in ("", "quiet", "light", "chalk")),
            {**label, "pictogram": "fait"},
            {**label, "wide": True, "said": "à l’atelier « Lire son sol »"},
            {**label, "disabled": True},
            {**label, "busy": True},
        ],
        "link_button": [
            *({**link, "label": "Voir le jardin", "kind": kind} for kind in ("", "quiet", "light")),
            {**link, "label": "Au jardin", "pictogram": "beche"},
        ],
        "quantity": [
            {"name": "bottes", "label": "Bottes de radis", "unit": "bottes"},
            {"name": "kilos", "label": "Kilos de pommes", "unit": "kg", "value": "1.5", "step": "0.5"},
        ],
    }  # fmt: skip


def _told() -> dict[str, Contexts]:
    words = {
        "title": "La halle ouvre plus tôt",
        "text": "Samedi, venez dès 8 h par la place du Lavoir.",
    }
    said = Message(SUCCESS, "Votre panier est gardé.")
    return {
        "notice": [{**words, "kind": kind} for kind in KINDS],
        "messages": [{"messages": [said]}],
        "empty_state": [
            {
                "title": "Aucun atelier prévu",
                "text": "Dites-nous ce que vous aimeriez apprendre.",
                "url": "#empty_state",
                "label": "Proposer un atelier",
                "level": 4,
            }
        ],
        "tag": [
            {"label": "Du lieu"},
            {"label": "Bio", "kind": "leaf", "pictogram": "fait"},
            {"label": "Complet", "kind": "tomato"},
            {"label": "Prix libre", "kind": "plum"},
            {"label": "De saison", "kind": "squash"},
            {"label": "Étal 4", "kind": "slate"},
        ],
    }  # fmt: skip


def _facts(now: datetime) -> dict[str, Contexts]:
    return {
        "date_block": [{"at": now + timedelta(days=5), "trade": trade} for trade in TRADES],
        "price": [
            {"cents": 320, "unit": "le kg"},
            {"cents": 260, "unit": "la botte", "per_cents": 520, "per": "le kg"},
            {"cents": 320, "unit": "le kg", "tag": True},
        ],
        "seats": [
            {"taken": 0, "capacity": 8},
            {"taken": 9, "capacity": 14},
            {"taken": 13, "capacity": 14},
            {"taken": 14, "capacity": 14},
            {"taken": 9, "capacity": 14, "quiet": True},
        ],
        "season_strip": [
            {"months": SEASON, "show_words": True},
            {"months": [6, 7, 8], "label": "Récolte", "show_words": True},
        ],
        "scan_code": [_code("https://halle.example/marche/")],
        "stock_bar": [
            {"left": 60, "out_of": 60, "unit": "bottes"},
            {"left": 12, "out_of": 60, "unit": "kg"},
            {"left": 0, "out_of": 60, "unit": "kg"},
        ],
    }


def _code(text: str) -> dict[str, Any]:
    side, path = drawn(text)
    return {"side": side, "path": path, "label": "Code à montrer"}


def _things() -> dict[str, Contexts]:
    leek = {
        "title": "Poireau d’hiver",
        "text": "Arraché la veille.",
        "picture": "poireau",
        "level": 4,
    }
    lines = [("Poireaux, 2 bottes", "5,20 €"), ("Pommes, 1,5 kg", "4,35 €")]
    return {
        "card": [
            {**leek, "url": "#card", "meta": "La Ferme des Lônes", "tag": "Bio"},
            {**leek, "kind": "crate", "paint": "leaf", "price_cents": 340, "unit": "le kg"},
            {**leek, "title_url": "#card", "seal": "Bio", "foot": "components/button.html", "label": "Ajouter"},
            {**leek, "url": "#card", "kind": "line", "trade": "market", "picture": "panier"},
            {**leek, "url": "#card", "kind": "tile", "trade": "market", "text": "", "meta": "La Ferme des Lônes"},
            {**leek, "url": "#card", "picture": "", "at": datetime(2026, 3, 14, 9, tzinfo=UTC), "trade": "gardens"},
            {**leek, "kind": "packet", "paint": "squash", "title": "Semer sous abri", "picture": "semis"},
            {"kind": "crate", "paint": "leaf", "picture": "poireau"},
        ],
        "mark": [{}],
        "panel": [
            {
                "title": "Votre agenda",
                "id": "guide-panel",
                "small": True,
                "level": 4,
                "body": "components/link_button.html",
                "url": "#panel",
                "label": "Changer d’adresse",
                "kind": "quiet",
            },
            {
                "title": "Y venir",
                "id": "guide-panel-aside",
                "part": "aside",
                "small": True,
                "level": 4,
                "words": "Place du Lavoir, au bout du quai.",
            },
            {"words": "Sans titre, le panneau n’est qu’un cadre."},
            {
                "title": "Un coin de terre vous attend",
                "part": "aside",
                "sign": True,
                "level": 4,
                "words": "On commence à deux, une heure par semaine.",
            },
        ],
        "slate": [
            {
                "kicker": "Le prochain marché",
                "title": "samedi 28 novembre",
                "rows": [("Ouvert", "8 h 30 – 13 h"), ("À la criée", "mâche, poireaux, pommes")],
                "foot": "Commandes jusqu’à jeudi 20 h",
                "note": "dans 3 jours",
                "url": "#slate",
                "label": "Commander",
                "level": 4,
            }
        ],
        "table": [
            {
                "caption": "À préparer pour samedi",
                "columns": [{"label": "Produit"}, {"label": "Étal"}, {"label": "Quantité", "number": True}],
                "rows": [["Poireaux", "1", "24 bottes"], ["Pommes", "3", "38,5 kg"]],
            }
        ],
        "ticket": [
            {"title": "Votre commande", "code": "K7M-204", "lines": lines, "total": "9,55 €", "level": 4}
        ],
    }  # fmt: skip


def _forms() -> dict[str, Contexts]:
    wrong = forms.wrong()
    return {
        "field": [{"field": field} for form in (forms.empty(), wrong) for field in form],
        "error_summary": [{"form": wrong, "still": True}],
        "form": [
            {
                "form": forms.short(),
                "still": True,
                "submit_label": "Entrer dans la liste",
                "method": "get",
                "action": "#form",
            }
        ],
    }  # fmt: skip


def _heads() -> dict[str, Contexts]:
    words = {
        "title": "Tailler sans crainte",
        "lede": "On apprend à moins de quinze.",
        "kicker": "Les ateliers",
    }
    drawings = zip(("", *TRADES), ("agenda", "panier", "outil", "beche"), strict=True)
    return {
        "page_head": [{**words, "trade": trade, "pictogram": drawing} for trade, drawing in drawings],
        "section_head": [
            {"title": "De saison", "level": 4},
            {"title": "Aux étals", "url": "#section_head", "label": "Tout le marché", "level": 4},
        ],
    }  # fmt: skip


def _ways() -> dict[str, Contexts]:
    return {
        "breadcrumbs": [
            {"crumbs": [{"title": "Les jardins", "url": "#breadcrumbs"}, {"title": "Les Lavandières"}]}
        ],
        "pagination": [{"page": Paginator(range(70), 10).get_page(2)}],
        "stepper": [
            {"steps": ["Panier", "Coordonnées", "Paiement"], "current": step} for step in (1, 2, 3)
        ],
        "tabs": [
            {
                "tabs": [
                    {"label": "Tout", "url": "#tabs", "current": True},
                    {"label": "Légumes", "url": "#tabs", "count": 12},
                    {"label": "Fruits", "url": "#tabs", "count": 4},
                ]
            }
        ],
    }  # fmt: skip
