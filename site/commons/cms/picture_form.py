"""The form by which volunteers bring a picture in: what is wrong is said with what to do about it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from commons.cms.spoken import say_weight

MESSAGES = {
    "invalid_image": _(
        "Ce fichier n’est pas une image, ou il est abîmé. Ouvrez-le sur votre appareil, "
        "puis enregistrez-le de nouveau en JPEG."
    ),
    "invalid_image_extension": _(
        "Ce format n’est pas accepté. Enregistrez l’image en JPEG, PNG, WebP, HEIC ou AVIF."
    ),
    "invalid_image_known_format": _(
        "Le nom du fichier finit par .%(extension)s, mais c’est une image %(image_format)s. "
        "Corrigez la fin du nom, ou enregistrez-la de nouveau en JPEG."
    ),
    "file_too_large": _(
        "Cette image pèse %(file_size)s : c’est plus que %(max_filesize)s. Réduisez-la à 2 000 pixels "
        "de large, ou envoyez-la-vous depuis votre téléphone en choisissant « taille moyenne »."
    ),
    "file_too_many_pixels": _(
        "Cette image compte trop de pixels (%(num_pixels)s ; %(max_pixels_count)s au plus). "
        "Réduisez-la à 2 000 pixels de large."
    ),
    "unfolds_too_far": _("Cette image compte trop de pixels. Réduisez-la à 2 000 pixels de large."),
    "file_too_large_unknown_size": _(
        "Cette image pèse plus de 10 Mo. Réduisez-la à 2 000 pixels de large, ou envoyez-la-vous "
        "depuis votre téléphone en choisissant « taille moyenne »."
    ),
}


class PictureFileField(WagtailImageField):
    """Wagtail's checks in our words, and a picture made to exhaust the machine refused as any other."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.error_messages.update(MESSAGES)
        # Said when it is read: a form is made once, and read in both languages.
        self.help_text = lazy(self._say_help, str)()

    def _say_help(self) -> str:
        return _(
            "JPEG, PNG, WebP, HEIC ou AVIF, %(size)s au plus. Le lieu et l’heure de la prise de vue "
            "sont effacés du fichier."
        ) % {"size": say_weight(self.max_upload_size)}

    def check_image_file_size(self, f: File) -> None:
        if f.size > self.max_upload_size:
            sizes = {
                "file_size": say_weight(f.size),
                "max_filesize": say_weight(self.max_upload_size),
            }
            raise ValidationError(
                self.error_messages["file_too_large"] % sizes, code="file_too_large"
            )

    def to_python(self, data: Any) -> File | None:
        try:
            file: File | None = super().to_python(data)
        except Image.DecompressionBombError as bomb:
            raise ValidationError(
                self.error_messages["unfolds_too_far"], code="unfolds_too_far"
            ) from bomb
        except (OSError, SyntaxError) as unreadable:
            raise ValidationError(
                self.error_messages["invalid_image"], code="invalid_image"
            ) from unreadable
        return file


class PictureForm(BaseImageForm):
    """A picture is described, or said to be decorative."""

    file = PictureFileField(label=_("Fichier"), widget=BaseImageForm.Meta.widgets["file"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self._asks_for_words and not (
            cleaned.get("description") or cleaned.get("is_decorative")
        ):
            self.add_error(
                "description",
                _("Décrivez l’image en une phrase, ou cochez « décorative »."),
            )
        return cleaned

    @property
    def _asks_for_words(self) -> bool:
        """Several files dropped at once come bare: each is asked for its words on the next screen."""
        return self.add_prefix("description") in self.data
