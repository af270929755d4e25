"""Words that a row carries in both languages of the site."""

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _


def in_the_readers_language(french: str, english: str) -> str:
    """The English words for an English reader when somebody wrote them, else the French ones."""
    return english if english and translation.get_language() == "en" else french


def both_names(french: str, english: str) -> str:
    """What search knows a row by, whoever reads."""
    return " · ".join(filter(None, (french, english)))


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
        return in_the_readers_language(self.name_fr, self.name_en)

    @property
    def title(self) -> str:
        """Both names, which search weighs as it does the title of a page."""
        return both_names(self.name_fr, self.name_en)
