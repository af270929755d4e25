"""What every test may lean on."""

import pytest
from django.core.management import call_command


@pytest.fixture(autouse=True)
def _plain_settings(settings, tmp_path):
    """Uploads go to a folder of the test; the address of the site is the one mails are read with."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SITE_URL = "http://testserver"


@pytest.fixture
def site_pages(db):
    """The page tree and the groups, as a new installation has them."""
    call_command("prepare_site", verbosity=0)
