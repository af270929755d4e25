"""A story told step by step."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.search import index

from content.pages.articles import ArticlePage


class StepBlock(blocks.StructBlock):
    """A moment of the story. Its date is words: people remember a spring, not always a day."""

    when = blocks.CharBlock(
        label=_("quand"),
        max_length=60,
        help_text=_("Comme on le dit : « printemps 2019 », « 14 mars 2021 »."),
    )
    title = blocks.CharBlock(label=_("titre"), max_length=120)
    text = blocks.RichTextBlock(label=_("texte"), features=["bold", "italic", "ul", "link"])
    picture = ImageBlock(label=_("image"), required=False)
    caption = blocks.CharBlock(label=_("légende"), required=False, max_length=200)

    class Meta:
        icon = "date"
        label = _("Étape")
        template = "content/chronicle_step.html"


class ChroniclePage(ArticlePage):
    """An article that goes from step to step: how the hall reopened, a year in the garden.

    It is an article, so lists, topics, feeds and related articles hold it without knowing.
    """

    steps: Any = StreamField(
        [("step", StepBlock())],
        verbose_name=_("étapes"),
        blank=True,
        help_text=_("Dans l’ordre où les choses sont arrivées."),
    )

    content_panels = [*ArticlePage.content_panels, FieldPanel("steps")]
    search_fields = [*ArticlePage.search_fields, index.SearchField("steps")]
    parent_page_types = ["content.ArticleIndexPage"]
    subpage_types: list[str] = []
    page_description = _("Une histoire racontée étape par étape, du début à aujourd’hui.")

    class Meta:
        verbose_name = _("récit")
