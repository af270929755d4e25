"""The demo is not installed in tests: this fixture moves it in, for one test."""

from copy import deepcopy
from pathlib import Path

import pytest
from django.apps import AppConfig, apps
from django.db import connection

DEMO_TEMPLATES = Path(__file__).parents[2] / "site" / "demo" / "templates"


@pytest.fixture
def demo(db, settings):
    """The demo's rows, pages and mail backend; PostgreSQL forgets the tables with the test.

    One application is added by hand: changing INSTALLED_APPS would call every other one's
    ``ready()`` a second time, and a trade registers its letters once.
    """
    config = AppConfig.create("demo")
    config.apps = apps
    apps.app_configs["demo"] = config
    config.import_models()
    apps.clear_cache()

    from demo.models import DemoAttachment, DemoMail

    with connection.schema_editor() as editor:
        editor.create_model(DemoMail)
        editor.create_model(DemoAttachment)
    settings.TEMPLATES = deepcopy(settings.TEMPLATES)
    settings.TEMPLATES[0]["DIRS"].append(DEMO_TEMPLATES)
    settings.ROOT_URLCONF = "tests.demo.urls_with_demo"
    settings.EMAIL_BACKEND = "demo.mail.InboxBackend"
    yield
    del apps.app_configs["demo"]
    apps.clear_cache()
