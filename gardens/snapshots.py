"""Small pictures that gardeners take of their things: without a word of where and when, and light on a phone."""

from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import ImageFieldFile
from django.utils.crypto import get_random_string

from commons.cms.darkroom import develop

LONGEST_SIDE = 1200  # in pixels: twice the width of a telephone


class SnapshotFile(ImageFieldFile):
    """What is stored has been through the darkroom, under a name that nobody can guess."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        developed = develop(content, name=get_random_string(24), longest_side=LONGEST_SIDE)
        super().save(str(developed.name), developed, save=save)


class SnapshotField(models.ImageField):
    attr_class = SnapshotFile
