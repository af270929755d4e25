"""The door of the web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()


def settle() -> None:
    """Leave what is loaded out of the collector's rounds, and load first what a first visitor would.

    It stays for as long as the process does; to go through it all again takes a third of a second, during
    which every visitor of the process waits.
    """
    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()


settle()
