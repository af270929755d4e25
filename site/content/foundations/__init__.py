"""The pages a new site stands on, in both languages. Laid once: editors' work is left alone."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from commons.cms.models import StoryPage
from content.foundations import beginnings
from content.foundations.blueprints import CHILDREN, HOME, Foundation, Words
from content.models import HomePage
from content.roles import prepare_roles
from content.sections import FIRST_SECTIONS


def prepare(*, site_url: str) -> None:
    """Languages, home, first pages, roles. Safe to run again, on a site that has lived since."""
    with transaction.atomic():
        french, english = _locales()
        home = _home(french)
        english_home = _translated(HOME, home, english)
        _site(home, site_url=site_url)
        for foundation in CHILDREN:
            _translated(foundation, _child(foundation, home), english)
        beginnings.lay()
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
    found = foundation.model.objects.child_of(home).filter(**foundation.facts)
    page: StoryPage | None = found.first()
    return page or _publish(home, _made(foundation, home.locale))


def _made(foundation: Foundation, locale: Locale) -> StoryPage:
    return foundation.model(
        locale=locale,
        illustration=foundation.illustration,
        slug=foundation.slug,
        **foundation.facts,
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
