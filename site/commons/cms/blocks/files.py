"""Files and videos, announced before they are fetched. Nothing is loaded from another site."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from commons.cms.blocks.words import PLAIN_TEXT

GROUP = _("Liens et fichiers")
FILMS = ("mp4", "webm")


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("fichier"))
    title = blocks.CharBlock(
        label=_("titre"), required=False, max_length=120, help_text=_("Vide : celui du fichier.")
    )
    text = blocks.CharBlock(
        label=_("ce qu’il contient"), required=False, max_length=200, help_text=_("En une phrase.")
    )

    class Meta:
        icon = "doc-full"
        group = GROUP
        label = _("Fichier")
        description = _("Un fichier à télécharger, avec son format et son poids.")
        template = "cms/blocks/file.html"
        preview_template = "cms/previews/file.html"


class VideoBlock(blocks.StructBlock):
    """A film of ours, that starts only when asked, for those who see, hear, or read."""

    film = DocumentChooserBlock(label=_("vidéo"), help_text=_("Un fichier MP4 ou WebM."))
    title = blocks.CharBlock(label=_("titre"), max_length=120)
    poster = ImageBlock(
        label=_("image d’attente"), required=False, help_text=_("Ce que l’on voit avant de lancer.")
    )
    captions = DocumentChooserBlock(
        label=_("sous-titres"),
        required=False,
        help_text=_("Un fichier VTT, pour qui n’entend pas ou n’a pas le son."),
    )
    wordless = blocks.BooleanBlock(
        label=_("sans paroles"),
        required=False,
        help_text=_("Rien n’y est dit : les sous-titres sont inutiles."),
    )
    transcript = blocks.RichTextBlock(
        label=_("transcription"),
        features=PLAIN_TEXT,
        help_text=_("Ce qui s’y dit et ce qui s’y voit, à lire à la place de la vidéo."),
    )

    class Meta:
        icon = "media"
        group = _("Images et vidéos")
        label = _("Vidéo")
        description = _("Une vidéo du collectif, avec sous-titres et transcription.")
        template = "cms/blocks/video.html"
        preview_template = "cms/previews/video.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        wrong = {}
        if cleaned["film"].file_extension not in FILMS:
            wrong["film"] = ValidationError(_("Choisissez un fichier MP4 ou WebM."))
        if not cleaned["captions"] and not cleaned["wordless"]:
            wrong["captions"] = ValidationError(
                _("Ajoutez des sous-titres, ou cochez « sans paroles ».")
            )
        elif cleaned["captions"] and cleaned["captions"].file_extension != "vtt":
            wrong["captions"] = ValidationError(_("Choisissez un fichier VTT."))
        if wrong:
            raise StructBlockValidationError(block_errors=wrong)
        return cleaned


class RemoteVideoBlock(blocks.StructBlock):
    """A plain link: the visitor's browser speaks to the other site only after a click."""

    title = blocks.CharBlock(label=_("titre"), max_length=120)
    url = blocks.URLBlock(label=_("adresse"), help_text=_("La page où la vidéo se regarde."))
    length = blocks.CharBlock(
        label=_("durée"), required=False, max_length=20, help_text=_("« 4 min ».")
    )
    text = blocks.CharBlock(
        label=_("ce que l’on y voit"), required=False, max_length=200, help_text=_("En une phrase.")
    )

    class Meta:
        icon = "link-external"
        group = GROUP
        label = _("Vidéo ailleurs")
        description = _("Un lien vers une vidéo d’un autre site ; rien n’est chargé avant le clic.")
        template = "cms/blocks/remote_video.html"
        preview_value = {
            "title": "Monter un tas de compost à plusieurs",
            "url": "https://videos.example/compost",
            "length": "4 min",
            "text": "Les gestes, filmés au jardin.",
        }
