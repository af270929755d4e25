"""The bank's page: the customer authorises or refuses, then goes back to the shop."""

from html import escape
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from . import payments, setup_intents
from .exchange import Reply, Request, see_other
from .page_shell import language, page, price
from .standin import Standin
from .vault import Resource

AUTHENTICATE = {"payment_intent": payments.authenticate, "setup_intent": setup_intents.authenticate}
WORDS = {
    "fr": {
        "title": "Confirmez avec votre banque",
        "intro": "Votre banque de démonstration vous demande de confirmer\u202f:",
        "pay": "Paiement",
        "keep": "Enregistrer la carte",
        "card": "Carte",
        "yes": "Autoriser",
        "no": "Refuser",
        "note": "Page de démonstration\u202f: aucune somme n’est prélevée.",
        "unknown": "Ce lien ne correspond à aucune demande",
        "done": "C’est fait",
        "close": "Vous pouvez fermer cette page.",
        "over": "Votre réponse est déjà enregistrée.",
        "back": "Revenir à la boutique",
    },
    "en": {
        "title": "Confirm with your bank",
        "intro": "Your demonstration bank asks you to confirm:",
        "pay": "Payment",
        "keep": "Save the card",
        "card": "Card",
        "yes": "Authorise",
        "no": "Refuse",
        "note": "Demonstration page: no money is taken.",
        "unknown": "This link matches no request",
        "done": "Done",
        "close": "You can close this page.",
        "over": "Your answer is already recorded.",
        "back": "Go back to the shop",
    },
}


def answer(standin: Standin, request: Request) -> Reply:
    """Show the question (GET), or note the answer and go back (POST)."""
    lang = language(request)
    intent = _intent(standin, request)
    if intent is None:
        return page(lang, WORDS[lang]["unknown"], "", status=404)
    if request.method == "POST":
        authorised = request.fields.get("decision") == "authorise"
        work = AUTHENTICATE[intent["object"]]
        standin.perform(standin.call(), lambda call: work(call, intent, authorised=authorised))
        return see_other(way_back(intent)) if intent["_return_url"] else _over(intent, lang, "done")
    if intent["status"] != "requires_action":
        return _over(intent, lang, "over")
    return _question(standin, intent, lang)


def way_back(intent: Resource) -> str:
    """The `return_url` with what Stripe adds to it."""
    parts = urlsplit(intent["_return_url"])
    kind = intent["object"]
    added = {
        kind: intent["id"],
        f"{kind}_client_secret": intent["client_secret"],
        "redirect_status": "succeeded"
        if intent["status"] in ("succeeded", "requires_capture")
        else "failed",
    }
    query = urlencode([*parse_qsl(parts.query, keep_blank_values=True), *added.items()])
    return urlunsplit(parts._replace(query=query))


def _intent(standin: Standin, request: Request) -> Resource | None:
    intent = standin.vault.resources.get(request.path.removeprefix("/3ds/"))
    if (
        not intent
        or intent.get("client_secret") != request.fields.get("client_secret")
        or "_return_url" not in intent
    ):
        return None
    return intent


def _question(standin: Standin, intent: Resource, lang: str) -> Reply:
    words = WORDS[lang]
    card = standin.vault.resources[intent["payment_method"]]["card"]
    secret = escape(intent["client_secret"])
    what = (
        price(intent["amount"], intent["currency"], lang) if "amount" in intent else words["keep"]
    )
    body = (
        f"<p>{words['intro']}</p>"
        f"<dl><dt>{words['pay']}</dt><dd>{escape(what)}</dd>"
        f"<dt>{words['card']}</dt><dd>•••• {card['last4']}</dd></dl>"
        f'<form method="post"><input type="hidden" name="client_secret" value="{secret}">'
        f'<button class="first" name="decision" value="authorise">{words["yes"]}</button>'
        f'<button name="decision" value="refuse">{words["no"]}</button></form>'
        f'<p class="note">{words["note"]}</p>'
    )
    return page(lang, words["title"], body)


def _over(intent: Resource, lang: str, title: str) -> Reply:
    words = WORDS[lang]
    if intent["_return_url"]:
        body = f'<p><a href="{escape(way_back(intent))}">{words["back"]}</a></p>'
    else:
        body = f"<p>{words['close']}</p>"
    return page(lang, words[title], body)
