"""Develops what volunteers upload: the pixels stay, what the telephone wrote about its owner goes."""

from io import BytesIO
from pathlib import PurePath
from typing import IO, cast

from django.core.files.base import ContentFile, File
from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

register_heif_opener()

# In pixels: no screen shows more, and the disk of a small server fills slowly.
LONGEST_SIDE = 3200

# The formats kept as they come, with their ending; the others (HEIC, AVIF) become a JPEG that all can open.
KEPT = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
QUALITY = 90


def develop(content: File, *, name: str, longest_side: int = LONGEST_SIDE) -> ContentFile:
    """The same picture without a word of metadata (place, camera, owner), upright, at most so many pixels long.

    The pixels are copied to a new image, so that nothing the file also held can come along.
    """
    content.seek(0)
    with Image.open(cast("IO[bytes]", content)) as taken:
        form = taken.format if taken.format in KEPT else "JPEG"
        upright = ImageOps.exif_transpose(taken)
        upright.thumbnail((longest_side, longest_side))
        clean = _pixels(upright, transparent=form != "JPEG" and upright.has_transparency_data)
    developed = BytesIO()
    clean.save(developed, format=form, quality=QUALITY)
    return ContentFile(developed.getvalue(), name=f"{PurePath(name).stem}{KEPT[form]}")


def _pixels(image: Image.Image, *, transparent: bool) -> Image.Image:
    mode = "RGBA" if transparent else "RGB"
    clean = Image.new(mode, image.size)
    clean.paste(image.convert(mode))
    return clean
