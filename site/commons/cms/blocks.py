"""The few blocks that every page is written with."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class PictureBlock(blocks.StructBlock):
    """A picture; Wagtail's own block asks for the alternative text, or that it be declared decorative."""

    image = ImageBlock(label=_("image"))
    caption = blocks.CharBlock(label=_("légende"), required=False, max_length=200)
    credit = blocks.CharBlock(label=_("crédit"), required=False, max_length=120)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "cms/blocks/picture.html"


class QuoteBlock(blocks.StructBlock):
    words = blocks.TextBlock(label=_("paroles"))
    who = blocks.CharBlock(label=_("de qui"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Citation")
        template = "cms/blocks/quote.html"


class CallBlock(blocks.StructBlock):
    """One invitation, one link."""

    title = blocks.CharBlock(label=_("titre"), max_length=120)
    text = blocks.TextBlock(label=_("texte"), required=False)
    page = blocks.PageChooserBlock(label=_("page"))
    button = blocks.CharBlock(label=_("bouton"), max_length=60)

    class Meta:
        icon = "link"
        label = _("Invitation")
        template = "cms/blocks/call.html"


class BodyBlock(blocks.StreamBlock):
    """What the body of a page is made of."""

    text = blocks.RichTextBlock(
        label=_("Texte"),
        features=["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"],
        template="cms/blocks/text.html",
    )
    picture = PictureBlock()
    quote = QuoteBlock()
    call = CallBlock()

    class Meta:
        required = False
