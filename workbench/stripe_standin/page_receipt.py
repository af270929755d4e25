"""The receipt behind a charge's `receipt_url`."""

from .exchange import Reply, Request
from .page_shell import language, page, price
from .standin import Standin

WORDS = {
    "fr": {
        "title": "Reçu de démonstration",
        "paid": "Payé",
        "back": "Remboursé",
        "card": "Carte",
        "unknown": "Reçu introuvable",
    },
    "en": {
        "title": "Demonstration receipt",
        "paid": "Paid",
        "back": "Refunded",
        "card": "Card",
        "unknown": "No such receipt",
    },
}


def answer(standin: Standin, request: Request) -> Reply:
    """What was taken and what was given back."""
    lang = language(request)
    words = WORDS[lang]
    charge = standin.vault.resources.get(request.path.removeprefix("/receipts/"))
    if not charge or charge["object"] != "charge" or not charge["paid"]:
        return page(lang, words["unknown"], "", status=404)
    given_back = charge["amount_refunded"] - charge["_released"]
    rows = {
        words["paid"]: price(charge["amount_captured"], charge["currency"], lang),
        words["back"]: price(given_back, charge["currency"], lang),
        words["card"]: f"•••• {charge['payment_method_details']['card']['last4']}",
    }
    return page(
        lang,
        words["title"],
        f"<dl>{''.join(f'<dt>{k}</dt><dd>{v}</dd>' for k, v in rows.items())}</dl>",
    )
