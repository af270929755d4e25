"""What robots are asked to leave alone: desks, accounts, and what belongs to one person."""

from django.conf import settings

PRIVATE = (
    "/gestion/",
    "/connexion/",
    "/compte/",
    "/demo/",
    "/documents/",
    "/ateliers/avis/",
    "/ateliers/reservation/",
    "/jardins/demande/",
    "/marche/panier/",
    "/marche/commander/",
    "/marche/commande/",
    "/paiements/",
)


def write() -> str:
    """The file. Private pages are also marked ``noindex``: this one is a courtesy, not a lock."""
    refused = [f"Disallow: {prefix}{path}" for path in PRIVATE for prefix in ("", "/en")]
    return "\n".join(["User-agent: *", *refused, f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""])
