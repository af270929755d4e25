"""The pictures of the site: whose they are, and what they show to those who cannot see them."""

from django.core.files.base import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from commons.cms.darkroom import develop


class DevelopedFile(WagtailImageFieldFile):
    """Whatever door a picture comes by, what is stored has been through the darkroom."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        developed = develop(content, name=name)
        super().save(developed.name, developed, save=save)


class PictureField(WagtailImageField):
    attr_class = DevelopedFile


class Picture(AbstractImage):
    """A picture says who took it, and what it shows, unless it only decorates."""

    file = PictureField(
        verbose_name=_("fichier"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    description = models.CharField(
        _("description"),
        max_length=255,
        blank=True,
        default="",
        help_text=_(
            "Ce que l’on y voit, en une phrase : elle est lue aux personnes qui ne voient pas l’image."
        ),
    )
    is_decorative = models.BooleanField(
        _("décorative"),
        default=False,
        help_text=_("L’image n’apprend rien à qui ne la voit pas : elle sera passée sous silence."),
    )
    credit = models.CharField(
        _("crédit"),
        max_length=120,
        blank=True,
        help_text=_(
            "Qui l’a prise ou dessinée. Demandez aussi leur accord aux personnes que l’on reconnaît."
        ),
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        # Who may do what is said of Wagtail's own images, collection by collection.
        default_permissions = ()

    @property
    def default_alt_text(self) -> str:
        """Never the title: a file's name read aloud helps nobody."""
        return "" if self.is_decorative else self.description


class Rendition(AbstractRendition):
    """A picture cut to a size, made when first shown."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("taille d’image")
        verbose_name_plural = _("tailles d’images")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_size"
            )
        ]

    def __str__(self) -> str:
        return f"{self.image} ({self.filter_spec})"
