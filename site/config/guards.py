"""What must be true before this site may face the public.

A hall that takes cards with the key of the demo, or talks to the stand-in of the payment provider,
looks as if it worked. So production does not start at all, and says in one sentence what to change.
"""

import warnings
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

DEMO_SECRET_KEY = "only-for-the-demo-" + "0" * 40
DEMO_STRIPE_SECRET_KEY = "sk_test_demo"
DEMO_STRIPE_WEBHOOK_SECRET = "whsec_demo"

STRIPE_API_BASE = "https://api.stripe.com"
SHORTEST_SECRET_KEY = 50  # characters; the length under which `check --deploy` complains too


def refuse_unsafe_production(
    *,
    secret_key: str,
    debug: bool,
    stripe_api_base: str,
    stripe_secret_key: str,
    stripe_webhook_secret: str,
    allowed_hosts: list[str],
    site_url: str,
    database_url: str,
    redis_url: str,
) -> None:
    """Raise ImproperlyConfigured with the first trouble found; warn about Stripe's test keys.

    Test keys are let through because a collective rehearses on its real server before it opens.
    """
    troubles = (
        *_secret_key_troubles(secret_key),
        *_address_troubles(debug, allowed_hosts, site_url),
        *_stripe_troubles(stripe_api_base, stripe_secret_key, stripe_webhook_secret),
        *_engine_troubles(database_url, redis_url),
    )
    if troubles:
        raise ImproperlyConfigured(troubles[0])
    if stripe_secret_key.startswith(("sk_test_", "rk_test_")):
        warnings.warn(
            "STRIPE_SECRET_KEY is a test key: cards are not really charged.", stacklevel=2
        )


def _secret_key_troubles(secret_key: str) -> Iterator[str]:
    if not secret_key:
        yield "SECRET_KEY is not set: give it at least 50 random characters."
    elif secret_key == DEMO_SECRET_KEY or secret_key.startswith("django-insecure-"):
        yield "SECRET_KEY is a public default: give it at least 50 random characters of your own."
    elif len(secret_key) < SHORTEST_SECRET_KEY:
        yield f"SECRET_KEY has {len(secret_key)} characters: give it at least 50 random ones."


def _address_troubles(debug: bool, allowed_hosts: list[str], site_url: str) -> Iterator[str]:
    if debug:
        yield "DEBUG is on: switch it off, because its error pages show settings to visitors."
    if not allowed_hosts:
        yield "ALLOWED_HOSTS is empty: give the host names of the site, such as halle.example.org."
    elif "*" in allowed_hosts:
        yield "ALLOWED_HOSTS contains '*': give the host names of the site instead."
    address = urlsplit(site_url)
    if address.scheme != "https" or not address.hostname:
        yield "SITE_URL must be a full https:// address, because sign-in links travel in it."
    elif not validate_host(address.hostname, allowed_hosts):
        yield f"SITE_URL names {address.hostname}, which is not among ALLOWED_HOSTS: add it there."


def _stripe_troubles(api_base: str, secret_key: str, webhook_secret: str) -> Iterator[str]:
    if api_base.rstrip("/") != STRIPE_API_BASE:
        yield (
            f"STRIPE_API_BASE must be {STRIPE_API_BASE} (or unset): "
            "any other address is a stand-in that charges nobody."
        )
    if secret_key == DEMO_STRIPE_SECRET_KEY or not secret_key.startswith(("sk_", "rk_")):
        yield "STRIPE_SECRET_KEY must be the secret key of your Stripe account (sk_live_…)."
    if webhook_secret == DEMO_STRIPE_WEBHOOK_SECRET or not webhook_secret.startswith("whsec_"):
        yield "STRIPE_WEBHOOK_SECRET must be the signing secret of your Stripe webhook (whsec_…)."


def _engine_troubles(database_url: str, redis_url: str) -> Iterator[str]:
    if not database_url:
        yield "DATABASE_URL is not set: give the address of PostgreSQL (postgres://…)."
    if not redis_url:
        yield "REDIS_URL is not set: give the address of Redis or Valkey (redis://…)."
