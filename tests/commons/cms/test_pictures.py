"""Pictures come in without their owner's secrets, and go out in the right size."""

import re
import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template
from PIL import Image
from pillow_heif import register_heif_opener
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from commons.cms.darkroom import LONGEST_SIDE, develop
from commons.cms.pictures import Picture
from commons.people.models import Person
from tests.commons.cms.pictures_at_hand import (
    GPS,
    ORIENTATION,
    a_picture,
    jpeg,
    jpeg_of_a_telephone,
    upload,
)
from tests.conftest import plant_roots


@pytest.fixture
def coordinator(db, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    plant_roots()
    return Person.objects.create_superuser("lea@exemple.fr")


def form_of(user, file, **words):
    data = {
        "title": "Le bac",
        "collection": Collection.get_first_root_node().pk,
        "tags": "",
        "description": "Un bac à compost.",
        **words,
    }
    return get_image_form(Picture)(data, {"file": file}, user=user)


def errors_of(form) -> str:
    assert not form.is_valid()
    return " ".join(error for errors in form.errors.values() for error in errors)


def secrets_of(content: bytes) -> dict:
    with Image.open(BytesIO(content)) as image:
        return {"exif": dict(image.getexif()), "gps": image.getexif().get_ifd(GPS)}


def test_the_sample_does_tell_where_it_was_taken():
    told = secrets_of(jpeg_of_a_telephone())
    assert told["gps"]
    assert told["exif"][ORIENTATION] == 6


def test_the_darkroom_keeps_the_pixels_upright_and_nothing_else():
    developed = develop(ContentFile(jpeg_of_a_telephone()), name="IMG_1.JPEG")
    content = developed.read()
    assert secrets_of(content) == {"exif": {}, "gps": {}}
    assert b"Lavandieres" not in content
    assert b"phone" not in content
    with Image.open(BytesIO(content)) as image:
        assert image.size == (480, 640)
    assert developed.name == "IMG_1.jpg"


def test_a_picture_larger_than_any_screen_is_reduced():
    developed = develop(ContentFile(jpeg((4000, 1000))), name="large.jpg")
    with Image.open(developed) as image:
        assert image.size == (LONGEST_SIDE, 800)


def test_a_drawing_keeps_its_transparency():
    content = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(content, "PNG")
    with Image.open(develop(ContentFile(content.getvalue()), name="mark.png")) as image:
        assert (image.format, image.mode) == ("PNG", "RGBA")


def test_what_only_some_telephones_open_becomes_a_jpeg():
    register_heif_opener()
    content = BytesIO()
    Image.new("RGB", (64, 48), "red").save(content, "HEIF")
    developed = develop(ContentFile(content.getvalue()), name="IMG_2.HEIC")
    assert developed.name == "IMG_2.jpg"
    with Image.open(developed) as image:
        assert image.format == "JPEG"


def test_an_upload_is_stored_developed_and_so_are_its_sizes(coordinator):
    form = form_of(coordinator, upload(content=jpeg_of_a_telephone()))
    assert form.is_valid(), form.errors
    picture = form.save()
    assert (picture.width, picture.height) == (480, 640)
    with picture.file.open() as stored:
        assert secrets_of(stored.read()) == {"exif": {}, "gps": {}}
    with picture.get_rendition("width-200|format-webp").file.open() as stored:
        assert secrets_of(stored.read()) == {"exif": {}, "gps": {}}


def test_a_picture_is_described_or_said_to_decorate(coordinator):
    assert "Décrivez l’image" in errors_of(form_of(coordinator, upload(), description=""))
    form = form_of(coordinator, upload(), description="", is_decorative="on")
    assert form.is_valid(), form.errors
    assert form.save().default_alt_text == ""


def test_too_heavy_a_picture_is_refused_with_its_weight_and_a_way_out(coordinator):
    heavy = jpeg() + b"\0" * (11 * 1024 * 1024)
    message = errors_of(form_of(coordinator, upload(content=heavy)))
    assert "11\u00a0Mo" in message
    assert "10\u00a0Mo" in message
    assert "2 000 pixels" in message


def test_a_wrong_ending_says_what_the_file_is(coordinator):
    message = errors_of(form_of(coordinator, upload(name="photo.png")))
    assert ".png" in message
    assert "jpeg" in message


@pytest.mark.parametrize("name", ["notes.jpg", "page.svg"])
def test_what_is_no_picture_is_refused(coordinator, name):
    assert errors_of(form_of(coordinator, upload(name, b"<svg><script>1</script></svg>")))


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that say they unfold to as many pixels as one likes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_a_picture_made_to_exhaust_the_machine_is_refused(coordinator):
    bomb = upload("b.png", png_that_claims(60_000, 60_000))
    assert "trop de pixels" in errors_of(form_of(coordinator, bomb))


def test_more_pixels_than_a_camera_has_are_refused(coordinator):
    content = BytesIO()
    Image.new("1", (8_000, 8_000)).save(content, "PNG")
    message = errors_of(form_of(coordinator, upload("b.png", content.getvalue())))
    assert "trop de pixels" in message
    assert "64000000" in message


def test_several_files_at_once_are_taken_and_asked_for_their_words_next(client, coordinator):
    client.force_login(coordinator)
    answer = client.post(
        "/gestion/images/multiple/add/",
        {"files[]": upload(content=jpeg_of_a_telephone()), "title": "Un tas"},
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()
    assert answer["success"]
    assert "description" in answer["form"]
    picture = Picture.objects.get()
    with picture.file.open() as stored:
        assert not secrets_of(stored.read())["gps"]


def drawn(picture, options="") -> str:
    template = Template("{% load pictures %}{% photo picture " + options + " %}")
    return template.render(Context({"picture": picture}))


def test_a_picture_comes_in_several_widths_without_being_blown_up(db):
    plant_roots()
    html = drawn(a_picture())
    widths = re.findall(r" (\d+)w", html)
    assert widths == ["480", "640"]
    assert 'width="640" height="480"' in html
    assert ".webp" in html
    assert 'loading="lazy"' in html
    assert 'alt="Un bac à compost."' in html
    assert "lazy" not in drawn(Picture.objects.get(), "first=True")


def test_a_card_is_cut_to_its_shape(db):
    plant_roots()
    width, height = re.search(
        r'width="(\d+)" height="(\d+)"', drawn(a_picture(), 'shape="card"')
    ).groups()
    assert int(width) / int(height) == pytest.approx(1.6, abs=0.01)
    assert 'alt=""' in drawn(a_picture(title="Fond", is_decorative=True))


def test_a_picture_whose_file_is_gone_leaves_the_page_whole(db):
    plant_roots()
    picture = a_picture()
    picture.file.storage.delete(picture.file.name)
    assert drawn(picture) == ""
    assert drawn(None) == ""
