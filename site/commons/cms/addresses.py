"""Addresses of views, in each language of the site."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation


def in_each_language(name: str, *args: Any) -> dict[str, str]:
    """The path of a view by language: {"fr": "/ateliers/…", "en": "/en/ateliers/…"}."""
    paths = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            paths[code] = reverse(name, args=args)
    return paths
