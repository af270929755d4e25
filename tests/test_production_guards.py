"""Production refuses to start with what only a demo may have, and names the variable to change."""

import os
import secrets
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.guards import DEMO_SECRET_KEY, refuse_unsafe_production

ROOT = Path(__file__).resolve().parent.parent
LIVE_KEY = "sk_live_" + "made-up"


def safe_settings() -> dict[str, Any]:
    """Made-up values that production would accept."""
    return {
        "secret_key": secrets.token_urlsafe(50),
        "debug": False,
        "stripe_api_base": "https://api.stripe.com",
        "stripe_secret_key": LIVE_KEY,
        "stripe_webhook_secret": "whsec_made-up",
        "allowed_hosts": ["halle.example.org"],
        "site_url": "https://halle.example.org",
        "database_url": "postgres://halle@db/halle",
        "redis_url": "redis://valkey:6379/0",
    }


def test_safe_settings_pass_without_a_word() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        refuse_unsafe_production(**safe_settings())


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("secret_key", ""),
        ("secret_key", DEMO_SECRET_KEY),
        ("secret_key", "django-insecure-" + "a1b2c3d4e5" * 5),
        ("secret_key", "too-short"),
        ("debug", True),
        ("stripe_api_base", "http://127.0.0.1:12111"),
        ("stripe_api_base", "https://api.stripe.com.example.org"),
        ("stripe_api_base", ""),
        ("stripe_secret_key", ""),
        ("stripe_secret_key", "sk_test_demo"),
        ("stripe_secret_key", "pk_live_" + "made-up"),
        ("stripe_webhook_secret", ""),
        ("stripe_webhook_secret", "whsec_demo"),
        ("allowed_hosts", []),
        ("allowed_hosts", ["halle.example.org", "*"]),
        ("site_url", ""),
        ("site_url", "http://halle.example.org"),
        ("site_url", "https://"),
        ("site_url", "https://hall.example.org"),
        ("database_url", ""),
        ("redis_url", ""),
    ],
)
def test_each_trouble_is_refused_by_the_name_of_its_variable(argument: str, value: object) -> None:
    with pytest.raises(ImproperlyConfigured, match=rf"^{argument.upper()} .+\.$"):
        refuse_unsafe_production(**{**safe_settings(), argument: value})


def test_a_host_may_be_allowed_with_all_its_subdomains() -> None:
    refuse_unsafe_production(**{**safe_settings(), "allowed_hosts": [".example.org"]})


def test_a_refusal_never_repeats_the_secret() -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        refuse_unsafe_production(**{**safe_settings(), "secret_key": "hunter2"})
    assert "hunter2" not in str(refusal.value)


def test_stripe_test_keys_pass_with_a_warning() -> None:
    rehearsal = {**safe_settings(), "stripe_secret_key": "sk_test_" + "made-up"}
    with pytest.warns(UserWarning, match="STRIPE_SECRET_KEY is a test key"):
        refuse_unsafe_production(**rehearsal)


PRODUCTION = {
    "MODE": "production",
    "SECRET_KEY": "k7" * 30,
    "DEBUG": "false",
    "ALLOWED_HOSTS": "halle.example.org",
    "SITE_URL": "https://halle.example.org",
    "DATABASE_URL": "postgres://halle@db/halle",
    "REDIS_URL": "redis://valkey:6379/0",
    "STRIPE_API_BASE": "https://api.stripe.com",
    "STRIPE_SECRET_KEY": LIVE_KEY,
    "STRIPE_PUBLISHABLE_KEY": "pk_live_" + "made-up",
    "STRIPE_WEBHOOK_SECRET": "whsec_made-up",
}


def start_django(**changes: str | None) -> subprocess.CompletedProcess[str]:
    """Start Django in a process of its own, as production would; None takes a variable away."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        **PRODUCTION,
        **changes,
    }
    return subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_django_starts_with_safe_settings() -> None:
    started = start_django()
    assert started.returncode == 0, started.stderr


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SECRET_KEY", None),
        ("DEBUG", "true"),
        ("STRIPE_API_BASE", "http://127.0.0.1:12111"),
        ("DATABASE_URL", None),
        ("REDIS_URL", None),
    ],
)
def test_django_does_not_start_with_unsafe_settings(variable: str, value: str | None) -> None:
    started = start_django(**{variable: value})
    assert started.returncode != 0
    last_line = started.stderr.strip().splitlines()[-1]
    assert f"ImproperlyConfigured: {variable} " in last_line


def test_production_is_the_default_mode() -> None:
    started = start_django(MODE=None, DEBUG="true")
    assert "ImproperlyConfigured: DEBUG " in started.stderr
