"""What every test may lean on."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import override_settings
from django.utils import translation
from hypothesis import HealthCheck, settings
from wagtail.models import Collection, Locale, Page

from content.models import HomePage
from content.roles import ADMINISTRATORS
from tests.stand_in import StandIn
from workbench.ports import free_port

# A busy machine is slow, and no rule is wrong for that.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

TEST_URL = "http://testserver"


@pytest.fixture(autouse=True)
def _plain_settings(settings, tmp_path):
    """Uploads go to a folder of the test; the address of the site is the one mails are read with."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SITE_URL = TEST_URL


@pytest.fixture(autouse=True)
def _in_french():
    """A request in English leaves its language behind; the next test starts in French again."""
    with translation.override("fr"):
        yield


def plant_roots():
    """Wagtail's roots and the roles: made by migrations, gone with the rows of a transactional test."""
    if not Page.objects.exists():
        french, _made = Locale.objects.get_or_create(language_code="fr")
        Page.add_root(instance=Page(title="Root", slug="root", locale=french))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    if not Group.objects.filter(name=ADMINISTRATORS).exists():
        import_module("content.migrations.0008_roles").make(apps, None)
        import_module("content.migrations.0009_roles_at_the_newer_screens").grant(apps, None)
        import_module("content.migrations.0010_facilitators").grant(apps, None)
        import_module("content.migrations.0013_seasons_of_gardens").grant(apps, None)
        import_module("content.migrations.0011_care_of_gardens").grant(apps, None)
        import_module("content.migrations.0012_surplus_of_gardens").grant(apps, None)
        import_module("content.migrations.0014_market_days").grant(apps, None)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Lay the site once: its pages take seconds to make, and most tests only read them."""
    with django_db_blocker.unblock():
        lay_site()


def lay_site():
    """The page tree and the groups, as a new installation has them."""
    plant_roots()
    with override_settings(SITE_URL=TEST_URL):
        call_command("prepare_site", verbosity=0)


@pytest.fixture
def site_pages(db):
    """The site is there: laid again after a transactional test, which empties every table."""
    if not HomePage.objects.exists():
        lay_site()


@pytest.fixture(scope="session")
def running_stand_in():
    stand_in = StandIn(port=free_port())
    yield stand_in
    stand_in.stop()


@pytest.fixture
def stand_in(running_stand_in, settings):
    """The provider, empty, and the site pointed at it."""
    running_stand_in.reset()
    settings.STRIPE_API_BASE = running_stand_in.url
    return running_stand_in
