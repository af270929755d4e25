from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FindingConfig(AppConfig):
    name = "commons.finding"
    verbose_name = _("Recherche")
