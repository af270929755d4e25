"""The frame of the stand-in's own pages: plain HTML, in French or English, no script."""

from html import escape
from pathlib import Path

from .exchange import Reply, Request

STYLE = (Path(__file__).parent / "page_shell.css").read_text(encoding="utf-8")


def language(request: Request) -> str:
    """French, unless the browser asks for English first."""
    return "en" if request.headers.get("Accept-Language", "").lower().startswith("en") else "fr"


def page(lang: str, title: str, body: str, status: int = 200) -> Reply:
    """A whole page; `body` is HTML, `title` is not."""
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style>"
    )
    main = f"<main><h1>{escape(title)}</h1>{body}</main>"
    html = f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{main}</body></html>'
    return Reply(status, html, headers={"Cache-Control": "no-store"})


def price(amount: int, currency: str, lang: str) -> str:
    """Cents as people write them: 12,34 € or €12.34."""
    figure = f"{amount / 100:.2f}"
    if lang == "fr":
        return (
            f"{figure.replace('.', ',')}\u202f€"
            if currency == "eur"
            else f"{figure} {currency.upper()}"
        )
    return f"€{figure}" if currency == "eur" else f"{figure} {currency.upper()}"
