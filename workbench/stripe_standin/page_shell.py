"""The frame of the stand-in's own pages: plain HTML, in French or English, no script."""

from html import escape

from .exchange import Reply, Request

STYLE = """
:root { color-scheme: light dark; --ink: #1d2733; --paper: #f4f6f9; --card: #fff; --line: #c3ccd8; --blue: #1f4fa3 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf4; --paper: #10161e; --card: #1b2430; --line: #46546a; --blue: #a9c4f5 }
}
body { margin: 0; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif }
main { max-width: 28rem; margin: 2rem auto; padding: 1.5rem; background: var(--card); border: 1px solid var(--line);
  border-radius: .75rem }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.2 }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem } dt { opacity: .8 } dd { margin: 0; font-weight: 600 }
form { display: grid; gap: .75rem; margin-top: 1.5rem }
button { min-height: 3rem; border: 2px solid var(--blue); border-radius: .5rem; background: none; color: var(--blue);
  font: inherit; font-weight: 600; cursor: pointer }
button.first { background: var(--blue); color: var(--card) }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 3px }
.note { font-size: 1rem; opacity: .85 } a { color: var(--blue) }
"""


def language(request: Request) -> str:
    """French, unless the browser asks for English first."""
    return "en" if request.headers.get("Accept-Language", "").lower().startswith("en") else "fr"


def page(lang: str, title: str, body: str, status: int = 200) -> Reply:
    """A whole page; `body` is HTML, `title` is not."""
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style>"
    )
    frame = f'<!doctype html><html lang="{lang}"><head>{head}</head><body><main><h1>{escape(title)}</h1>{body}</main>'
    return Reply(status, frame + "</body></html>", headers={"Cache-Control": "no-store"})


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
