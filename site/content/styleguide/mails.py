"""Every mail that the house can send, found where the trades keep them, and shown with made-up people."""

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.template import engines
from django.template.loader import render_to_string

from commons.cms.spoken import say_day, say_hours

# Where a folder of templates keeps its mails: the trades' own, and those of signing in.
OTHERS = "site-packages"
PATTERNS = ("*/emails/*.html", "account/email/*_message.html", "mfa/email/*_message.html")


def names() -> list[str]:
    """Stems of templates ("market/emails/receipt"), each with a .txt and a .html; parts of mails are left out."""
    folders = [Path(path) for path in engines["django"].template_dirs if OTHERS not in str(path)]
    return sorted(
        str(path.relative_to(folder).with_suffix(""))
        for folder in folders
        for pattern in PATTERNS
        for path in folder.glob(pattern)
        if not path.name.startswith("base_") and path.read_text("utf-8").startswith("{% extends")
    )


def render(name: str, *, now: datetime, house: Any) -> tuple[str, str]:
    """The mail as HTML and as plain text."""
    context = {**sample(now=now), "house": house}
    return render_to_string(f"{name}.html", context), render_to_string(f"{name}.txt", context)


def sample(*, now: datetime) -> dict[str, Any]:
    """The words that mails use, all at once: what one of them does not know is left blank."""
    place = SimpleNamespace(
        name="Halle des Lônes", one_line="Halle des Lônes, place du Lavoir, 01990 Val-des-Lônes"
    )
    starts_at = now + timedelta(days=5)
    ends_at = starts_at + timedelta(hours=3)
    link = f"{settings.SITE_URL}/exemple/"
    return {
        **_order(place, starts_at, ends_at),
        **_booking(place, starts_at, ends_at),
        "asked": SimpleNamespace(name="Nour Benali", garden=SimpleNamespace(name="Les Lavandières")),
        "garden": SimpleNamespace(name="Les Lavandières"),
        "plot": SimpleNamespace(number=19, surface_m2=Decimal("20.0"), parts=2),
        "happened": "Le 3 mars, la parcelle 9 a été divisée : 9 et 19.",
        "rank": "Vous êtes 3e : 2 foyers ont demandé avant vous.",
        "surplus": SimpleNamespace(
            title="Courgette", how_much="un cageot", on=starts_at, words="Des petites, à farcir."
        ),
        "criteria": "On suit l’ordre des demandes.",
        "title": "Cotisation reçue, merci",
        "paragraphs": ["Gardez ce message : c’est votre reçu."],
        "lines": ["Les Lavandières 2026–2027", "Cotisation : 20,00 €"],
        "label": "Voir mon reçu",
        **_care(),
        "link": link,
        **_sharing(),
        "code": "K7M2XQ",
        "timestamp": now,
        "from_email": "nour@exemple.fr",
        "to_email": "nour.benali@exemple.fr",
        "deleted_email": "nour@exemple.fr",
        "activate_url": link,
        "password_reset_url": link,
        "signup_url": link,
        "request": None,
    }  # fmt: skip


def _sharing() -> dict[str, Any]:
    return {
        "heading": "Un coin pour vous, Nour",
        "sentences": [
            "Solange propose un coin de 8 m² de sa parcelle, aux Lavandières.",
            "C’est le premier foyer de la liste à qui ce coin convient.",
        ],
        "told": [("Qui cultive quoi", "Les deux planches côté haie.")],
        "label": "Répondre",
        "why": "Vous recevez ce message parce que vous attendez une parcelle.",
    }


def _care() -> dict[str, Any]:
    return {
        "title": "Bientôt votre tour : Arrosage du soir",
        "words": "",
        "lines": ["samedi 14 mars, 18 h – 20 h", "Deux arrosoirs par planche, au pied."],
        "label": "Je viens",
        "others": [{"label": "Je ne peux pas", "link": f"{settings.SITE_URL}/exemple/"}],
        "reason": "Vous recevez ce message parce que votre foyer jardine ici.",
    }


def _order(place: Any, opens_at: datetime, closes_at: datetime) -> dict[str, Any]:
    seller = {
        "seller_name": "EARL des Lônes",
        "seller_siret": "12345678900011",
        "seller_mention": "",
    }
    goods = (("Poireaux", "2", "bunch", 520), ("Pommes", "1.5", "kg", 435))
    lines = [
        SimpleNamespace(
            **seller,
            name=name,
            quantity=Decimal(much),
            unit=unit,
            vat_rate=Decimal("5.5"),
            total_cents=cents,
        )
        for name, much, unit, cents in goods
    ]
    return {
        "order": SimpleNamespace(
            name="Nour Benali",
            number="K7M-204",
            total_cents=955,
            lines=SimpleNamespace(all=lines),
        ),
        "market_day": SimpleNamespace(
            date=opens_at.date(),
            opens_at=opens_at,
            closes_at=closes_at,
            orders_close_at=opens_at - timedelta(hours=13),
            place=place,
            state="open",
        ),
        "basket_lines": [
            SimpleNamespace(
                offer=SimpleNamespace(
                    product=SimpleNamespace(
                        name=line.name,
                        unit=line.unit,
                        producer=SimpleNamespace(name="Ferme des Lônes"),
                    )
                ),
                quantity=line.quantity,
                total_cents=line.total_cents,
            )
            for line in lines
        ],
        "basket_total_cents": 955,
        "gaps": ["Œufs, la boîte de 6 : il n’en reste plus"],
        "quiet_link": f"{settings.SITE_URL}/exemple/",
        "due_cents": 955,
        "asked_at": opens_at,
        "words": "Miel de tilleul, 2 pots (17,00 €)",
        "cents": 1700,
        "collective": SimpleNamespace(legal_name="Association Halle & Jardins"),
    }


def _booking(place: Any, starts_at: datetime, ends_at: datetime) -> dict[str, Any]:
    link = f"{settings.SITE_URL}/exemple/"
    return {
        "booking": SimpleNamespace(name="Nour Benali", number="204"),
        "entry": SimpleNamespace(name="Nour Benali", seats=2, state="lapsed"),
        "session": SimpleNamespace(starts_at=starts_at, cancelled_because="Orage annoncé"),
        "facts": SimpleNamespace(
            title="Tailler sans crainte",
            lines=[
                f"{say_day(starts_at)}, {say_hours(starts_at, ends_at)}",
                place.one_line,
                "2 places : Nour, Sacha",
                "À apporter : des gants",
            ],
        ),
        "before": f"{say_day(starts_at - timedelta(days=7))}, {place.name}",
        "refund": "24 € vous sont remboursés, sur la même carte, sous quelques jours.",
        "amount": "24 €",
        "offer": SimpleNamespace(expires_at=starts_at - timedelta(days=2)),
        "circular": SimpleNamespace(
            subject="Prévoyez des bottes", words="Il a plu toute la semaine : le jardin est trempé."
        ),
        "session_link": link,
        "coming_link": link,
        "leaving_link": link,
        "feedback_link": link,
    }
