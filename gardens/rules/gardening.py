"""How households garden: the words of wishes and of matches."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Hours(models.TextChoices):
    """When a household comes to the garden."""

    MORNINGS = "mornings", _("en semaine, le matin")
    AFTERNOONS = "afternoons", _("en semaine, l’après-midi")
    EVENINGS = "evenings", _("en semaine, le soir")
    WEEKENDS = "weekends", _("le week-end")


class Experience(models.TextChoices):
    BEGINNER = "beginner", _("Je débute")
    SOME = "some", _("J’ai déjà un peu jardiné")
    SEASONED = "seasoned", _("Je jardine depuis longtemps")


class Generation(models.TextChoices):
    """Asked only of those who wish generations to mix, for nothing else."""

    YOUNG = "young", _("moins de 35 ans")
    MIDDLE = "middle", _("de 35 à 60 ans")
    OLDER = "older", _("plus de 60 ans")


class Size(models.TextChoices):
    ANY = "any", _("Peu importe")
    SMALL = "small", _("Un coin, jusqu’à 10 m²")
    MEDIUM = "medium", _("De 10 à 30 m²")
    LARGE = "large", _("Plus de 30 m²")
