"""Serves stripe.js: the parts in stripe_js/, joined in one function.

So they share their names with each other, and with nobody else on the page.
"""

from pathlib import Path

from .exchange import Reply, Request
from .standin import Standin

FOLDER = Path(__file__).parent / "stripe_js"
PARTS = ("words.js", "look.js", "checks.js", "card_form.js", "elements.js", "stripe.js")


def answer(standin: Standin, request: Request) -> Reply:
    """The script; it finds the API at the address it was loaded from."""
    parts = "\n".join((FOLDER / part).read_text(encoding="utf-8") for part in PARTS)
    script = f'"use strict";\n(() => {{\n{parts}\n}})();\n'
    return Reply(200, script, "text/javascript; charset=utf-8", {"Cache-Control": "no-cache"})
