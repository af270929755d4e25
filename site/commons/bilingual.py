"""Names that a row carries in both languages of the site."""

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _


class BilingualName(models.Model):
    """A row known by a French name, and an English one when somebody wrote it."""

    name_fr = models.CharField(_("nom"), max_length=120)
    name_en = models.CharField(_("nom anglais"), max_length=120, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language, in French when there is no other."""
        return (self.name_en if translation.get_language() == "en" else "") or self.name_fr
