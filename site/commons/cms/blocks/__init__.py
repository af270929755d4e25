"""The few blocks that every page is written with."""

from wagtail.blocks import StreamBlock

from commons.cms.blocks.files import FileBlock, RemoteVideoBlock, VideoBlock
from commons.cms.blocks.live import LiveListBlock
from commons.cms.blocks.pictures import GalleryBlock, PictureBlock
from commons.cms.blocks.ways import MapBlock
from commons.cms.blocks.words import (
    AccordionBlock,
    CallBlock,
    FiguresBlock,
    QuoteBlock,
    TextBlock,
)

__all__ = ["BodyBlock", "CallBlock", "TextBlock"]


class BodyBlock(StreamBlock):
    """What the body of a page is made of, in the order of the editor's menu."""

    text = TextBlock()
    quote = QuoteBlock()
    accordion = AccordionBlock()
    figures = FiguresBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    call = CallBlock()
    file = FileBlock()
    remote_video = RemoteVideoBlock()
    map = MapBlock()
    live = LiveListBlock()

    class Meta:
        required = False
