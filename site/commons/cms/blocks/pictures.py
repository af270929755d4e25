"""Pictures in a page: one, or several together."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

GROUP = _("Images et vidéos")


def _newest(count: int) -> list[Any]:
    """What stands in for the pictures that the editor will choose."""
    from commons.cms.pictures import Picture

    pictures = list(Picture.objects.order_by("-pk")[:count])
    for picture in pictures:
        picture.contextual_alt_text = picture.default_alt_text
    return pictures


class PictureBlock(blocks.StructBlock):
    """A picture; Wagtail's own block asks for the alternative text, or that it be declared decorative."""

    image = ImageBlock(label=_("image"))
    caption = blocks.CharBlock(
        label=_("légende"),
        required=False,
        max_length=200,
        help_text=_("Ce que l’image ne dit pas : quand, qui, pourquoi."),
    )
    credit = blocks.CharBlock(
        label=_("crédit"),
        required=False,
        max_length=120,
        help_text=_("Vide : celui de l’image."),
    )

    class Meta:
        icon = "image"
        group = GROUP
        label = _("Image")
        description = _("Une image, sa légende et son crédit.")
        template = "cms/blocks/picture.html"

    def get_preview_value(self) -> Any:
        caption = "Samedi, huit heures : le bac 2 fume."
        return self.normalize({"image": next(iter(_newest(1)), None), "caption": caption})


class GalleryPictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("image"))
    caption = blocks.CharBlock(label=_("légende"), required=False, max_length=160)

    class Meta:
        icon = "image"
        label = _("Image")


class GalleryBlock(blocks.StructBlock):
    """A few pictures side by side; each leads to itself in large, without a script."""

    pictures = blocks.ListBlock(
        GalleryPictureBlock(),
        label=_("images"),
        min_num=2,
        max_num=12,
        help_text=_("De deux à douze. Le cadrage suit le point d’intérêt de chaque image."),
    )

    class Meta:
        icon = "table"
        group = GROUP
        label = _("Galerie")
        description = _("De deux à douze images côte à côte ; chacune s’ouvre en grand.")
        template = "cms/blocks/gallery.html"

    def get_preview_value(self) -> Any:
        pictures = [{"image": picture, "caption": ""} for picture in _newest(3)]
        return self.normalize({"pictures": pictures})
