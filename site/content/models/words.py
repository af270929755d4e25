"""Small vocabularies that volunteers keep: each word has its two languages and its place in an address."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from commons.bilingual import BilingualName


class Word(BilingualName):
    """One word of a list to choose from."""

    slug = models.SlugField(
        _("mot de l’adresse"),
        unique=True,
        help_text=_("En minuscules, sans espace : « compost ». Le changer casse les liens gardés."),
    )
    position = models.PositiveSmallIntegerField(
        _("rang"), default=0, help_text=_("Le plus petit vient en premier.")
    )

    class Meta:
        abstract = True
        ordering = ["position", "name_fr"]


class Topic(Word):
    """What an article is about."""

    class Meta(Word.Meta):
        abstract = False
        verbose_name = _("sujet d’article")
        verbose_name_plural = _("sujets d’articles")
