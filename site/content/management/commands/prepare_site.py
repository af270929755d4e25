"""``manage.py prepare_site``: run at each deployment, after ``migrate``."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from content import foundations


class Command(BaseCommand):
    help = "Lay the languages, first pages, groups and review. Safe to run again."

    def handle(self, *_args: Any, **_options: Any) -> None:
        foundations.prepare(site_url=settings.SITE_URL)
        self.stdout.write("The site stands: languages, pages, groups, review.")
