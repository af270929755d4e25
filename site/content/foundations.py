"""The pages a new site stands on, in both languages. Laid once: editors' work is left alone."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from commons.cms.models import StoryPage
from content.models import AgendaPage, ArticleIndexPage, HomePage, PlaceIndexPage
from content.roles import prepare_roles
from content.sections import FIRST_SECTIONS
from gardens.models import GardenIndexPage
from impact.pages import ImpactPage
from workshops.models import WorkshopIndexPage


@dataclass(frozen=True, kw_only=True)
class Words:
    """What one page says in one language."""

    title: str
    lead: str = ""
    headline: str = ""


@dataclass(frozen=True, kw_only=True)
class Foundation:
    """A page the site stands on. Its slug is the same in both languages: addresses speak French."""

    model: type[StoryPage]
    slug: str
    fr: Words
    en: Words
    illustration: str = ""


HOME = Foundation(
    model=HomePage,
    slug="accueil",
    illustration=StoryPage.Illustration.HALL,
    fr=Words(
        title="Accueil",
        headline="Samedi, c’est marché. Dimanche, on sème.",
        lead="Une halle où l’on connaît qui cultive, des jardins à partager, des ateliers à taille "
        "humaine. Tenus par les gens du quartier.",
    ),
    en=Words(
        title="Home",
        headline="Saturday is market day. Sunday, we sow.",
        lead="A market hall where you know who grows your food, gardens to share, workshops small "
        "enough to talk. Run by the people who live here.",
    ),
)

CHILDREN = (
    Foundation(
        model=WorkshopIndexPage,
        slug="ateliers",
        illustration=StoryPage.Illustration.SEEDLINGS,
        fr=Words(
            title="Les ateliers",
            lead="Tailler, semer, cuisiner, réparer : on apprend à moins de quinze, "
            "et l’on repart en se connaissant un peu.",
        ),
        en=Words(
            title="Workshops",
            lead="Pruning, sowing, cooking, mending: we learn in groups of fewer than fifteen, "
            "and leave knowing each other a little.",
        ),
    ),
    Foundation(
        model=GardenIndexPage,
        slug="jardins",
        illustration=StoryPage.Illustration.GARDEN,
        fr=Words(
            title="Les jardins",
            lead="Des parcelles à soi, à deux ou à toute une rue. On demande, on attend son tour, "
            "on sait pourquoi ; et l’on peut commencer par un coin partagé.",
        ),
        en=Words(
            title="Gardens",
            lead="Plots of your own, for two, or for a whole street. You ask, you wait your turn "
            "and know why; and you can start with a shared corner.",
        ),
    ),
    Foundation(
        model=AgendaPage,
        slug="agenda",
        fr=Words(
            title="L’agenda",
            lead="Jours de marché et ateliers des semaines qui viennent, jour après jour.",
        ),
        en=Words(
            title="What’s on",
            lead="Market days and workshops of the coming weeks, day by day.",
        ),
    ),
    Foundation(
        model=ArticleIndexPage,
        slug="articles",
        illustration=StoryPage.Illustration.BASKETS,
        fr=Words(
            title="Nouvelles de la halle",
            lead="Ce qui pousse, ce qui se cuisine, ce qui se décide.",
        ),
        en=Words(
            title="News from the hall",
            lead="What is growing, what is cooking, what is being decided.",
        ),
    ),
    Foundation(
        model=ImpactPage,
        slug="effets",
        illustration=StoryPage.Illustration.HALL,
        fr=Words(
            title="Ce que le lieu apporte",
            lead="Quelques chiffres, et comment ils sont comptés. Personne n’y est nommé.",
        ),
        en=Words(
            title="What the place gives",
            lead="A few figures, and how they are counted. Nobody is named.",
        ),
    ),
    Foundation(
        model=PlaceIndexPage,
        slug="lieux",
        illustration=StoryPage.Illustration.HALL,
        fr=Words(
            title="Les lieux",
            lead="Où l’on se retrouve, comment y venir, et ce qu’il faut savoir avant d’entrer.",
        ),
        en=Words(
            title="Places",
            lead="Where we meet, how to get there, and what to know before you come in.",
        ),
    ),
)


def prepare(*, site_url: str) -> None:
    """Languages, home, first pages, roles. Safe to run again, on a site that has lived since."""
    with transaction.atomic():
        french, english = _locales()
        home = _home(french)
        english_home = _translated(HOME, home, english)
        _site(home, site_url=site_url)
        for foundation in CHILDREN:
            _translated(foundation, _child(foundation, home), english)
        prepare_roles(homes=[home, english_home])


def _locales() -> tuple[Locale, Locale]:
    french, english = (
        Locale.objects.get_or_create(language_code=code)[0]
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
    )
    return french, english


def _home(locale: Locale) -> HomePage:
    """The French home, in place of the page that Wagtail greets a new site with."""
    home: HomePage | None = HomePage.objects.filter(locale=locale, depth=2).first()
    if home is None:
        home = _publish(Page.get_first_root_node(), _made(HOME, locale))
        # Its site goes with it (a cascade): ``_site`` makes ours.
        Page.objects.filter(depth=2, content_type__app_label="wagtailcore", numchild=0).delete()
    return home


def _site(home: HomePage, *, site_url: str) -> None:
    """The site answers at the address of the environment; its name, once given, is the editors'."""
    address = urlsplit(site_url)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first() or Site(
        is_default_site=True, site_name=settings.WAGTAIL_SITE_NAME, root_page=home
    )
    site.hostname, site.port = address.hostname or "localhost", port
    site.save()


def _child(foundation: Foundation, home: HomePage) -> StoryPage:
    page: StoryPage | None = foundation.model.objects.child_of(home).first()
    return page or _publish(home, _made(foundation, home.locale))


def _made(foundation: Foundation, locale: Locale) -> StoryPage:
    return foundation.model(
        locale=locale,
        illustration=foundation.illustration,
        slug=foundation.slug,
        **_fields(foundation.fr, foundation.model),
    )


def _translated(foundation: Foundation, page: StoryPage, locale: Locale) -> StoryPage:
    """The page in another language, when nobody made it yet."""
    translation: StoryPage | None = page.get_translation_or_none(locale)
    if translation is None:
        translation = page.copy_for_translation(locale)
        for name, words in _fields(foundation.en, foundation.model).items():
            setattr(translation, name, words)
        translation.save_revision().publish()
        translation.refresh_from_db()
    return translation


def _fields(words: Words, model: type[StoryPage]) -> dict[str, Any]:
    fields: dict[str, Any] = {"title": words.title, "lead": words.lead}
    if model is not HomePage:
        return fields
    return {**fields, "headline": words.headline, "sections": FIRST_SECTIONS}


def _publish(parent: Page, page: StoryPage) -> StoryPage:
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page
