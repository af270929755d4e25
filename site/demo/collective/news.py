"""What the articles are about, and how the hall was reopened, step by step."""

from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.rich_text import RichText

from commons.agenda import Audience
from commons.cms.models import StoryPage
from content.models import ArticleIndexPage, ArticlePage, ChroniclePage, Topic
from demo.collective import prose
from demo.collective.pages import publish
from demo.collective.reopening import STEPS
from workshops.models import Workshop

Drawing = StoryPage.Illustration

TOPICS = {
    "halle": ("La vie de la halle", "Life in the hall"),
    "cuisine": ("Cuisine", "Cooking"),
    "jardin": ("Au jardin", "In the garden"),
    "compost": ("Compost", "Compost"),
    "argent": ("L’argent, en clair", "Plain money"),
}

CHRONICLE = "neuf-ans-pour-une-halle"

ABOUT = {
    "ou-va-chaque-euro": ("argent", "halle"),
    "une-parcelle-pour-deux": ("jardin",),
    "pesto-de-fanes": ("cuisine",),
    "pourquoi-quatorze": ("halle", "jardin"),
    "le-bac-a-64-degres": ("compost", "jardin"),
    "le-banc-de-la-place": ("halle",),
    "lire-une-etiquette": ("argent", "cuisine"),
    CHRONICLE: ("halle",),
}

AUDIENCES = {
    "mercredi-en-famille": Audience.FAMILIES,
    "tailler-sans-crainte": Audience.BEGINNERS,
    "semer-sous-abri": Audience.BEGINNERS,
    "reparer-son-velo": Audience.BEGINNERS,
}


def lay(*, now: datetime) -> None:
    """All of it once: topics that exist are the volunteers' from then on."""
    if Topic.objects.exists():
        return
    publish(
        ArticleIndexPage.objects.get(locale__language_code="fr"),
        ChroniclePage,
        words=f"chronicles/{CHRONICLE}",
        illustration=Drawing.HALL,
        date=timezone.localdate(now) - timedelta(days=1),
    )
    _tell_the_steps()
    _sort_by_topic()
    _say_for_whom()


def _tell_the_steps() -> None:
    for page in ChroniclePage.objects.filter(slug=CHRONICLE).select_related("locale"):
        told = [step.in_language(page.locale.language_code) for step in STEPS]
        page.steps = [
            ("step", {"when": when, "title": title, "text": RichText(f"<p>{text}</p>")})
            for when, title, text in told
        ]
        page.save_revision().publish()


def _sort_by_topic() -> None:
    topics = {
        slug: Topic.objects.create(slug=slug, name_fr=french, name_en=english, position=rank)
        for rank, (slug, (french, english)) in enumerate(TOPICS.items())
    }
    for page in ArticlePage.objects.filter(slug__in=ABOUT).specific():
        page.topics = [topics[slug] for slug in ABOUT[page.slug]]
        page.save_revision().publish()


def _say_for_whom() -> None:
    for slug, audience in AUDIENCES.items():
        name = prose.read(f"workshops/{slug}", language="fr").title
        Workshop.objects.filter(name_fr=name).update(audience=audience)
