"""The web server's process, once it is loaded."""

import gc

from django.urls import get_resolver

from config import wsgi


def test_what_is_loaded_is_loaded_before_the_first_visit_and_never_collected_again():
    gc.unfreeze()
    wsgi.settle()
    try:
        assert gc.get_freeze_count() > 10_000
        assert "url_patterns" in vars(get_resolver())
    finally:
        gc.unfreeze()
