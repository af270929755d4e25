"""Where an account link leads: one button finishes the onboarding of a producer's account."""

from html import escape

from . import accounts
from .exchange import Reply, Request, see_other
from .page_shell import language, page
from .standin import Standin

WORDS = {
    "fr": {
        "title": "Activer les versements",
        "intro": "Stripe demanderait ici l’identité et le compte bancaire de",
        "go": "Tout est rempli, activer le compte",
        "unknown": "Compte introuvable",
        "nameless": "ce compte",
    },
    "en": {
        "title": "Activate payouts",
        "intro": "Here Stripe would ask for the identity and the bank account of",
        "go": "All is filled in, activate the account",
        "unknown": "No such account",
        "nameless": "this account",
    },
}


def answer(standin: Standin, request: Request) -> Reply:
    """Ask (GET), or activate and go back (POST)."""
    lang = language(request)
    words = WORDS[lang]
    account = standin.vault.resources.get(request.path.removeprefix("/onboarding/"))
    if not account or "_return_url" not in account:
        return page(lang, words["unknown"], "", status=404)
    if request.method == "POST":
        standin.perform(standin.call(), lambda call: accounts.onboard(call, account))
        return see_other(account["_return_url"])
    name = (account["business_profile"] or {}).get("name") or account["email"] or words["nameless"]
    body = (
        f"<p>{words['intro']} {escape(name)}.</p>"
        f'<form method="post"><button class="first">{words["go"]}</button></form>'
    )
    return page(lang, words["title"], body)
