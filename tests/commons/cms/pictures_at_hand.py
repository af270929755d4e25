"""Pictures made for a test."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from commons.cms.pictures import Picture

GPS = 0x8825
ORIENTATION = 0x0112
MAKER = 0x010F


def jpeg(size=(640, 480), **save) -> bytes:
    content = BytesIO()
    Image.new("RGB", size, "#2a6538").save(content, "JPEG", **save)
    return content.getvalue()


def jpeg_of_a_telephone() -> bytes:
    """Taken lying on its side, in a garden whose place it wrote down."""
    exif = Image.Exif()
    exif[MAKER] = "Téléphone de Léa"
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS).update({1: "N", 2: (45.0, 46.0, 1.5), 3: "E", 4: (4.0, 50.0, 3.0)})
    return jpeg(exif=exif, comment=b"rue des Lavandieres")


def upload(name="photo.jpg", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg() if content is None else content)


def a_picture(title="Le bac 2", **fields) -> Picture:
    fields = {"description": "Un bac à compost.", **fields}
    picture = Picture(title=title, **fields)
    picture.file.save(f"{title}.jpg", ContentFile(jpeg()), save=True)
    return picture
