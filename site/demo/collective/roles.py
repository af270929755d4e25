"""What each role finds at the desk: a farm to keep, pages to review and to take up again."""

from datetime import datetime

from django.utils import timezone
from wagtail.models import Comment, Locale

from content.models import ArticleIndexPage, ArticlePage
from demo.collective import people, prose
from market.models import Producer

FARM = "ferme-des-lones"
TO_REVIEW, SENT_BACK = "le-four-rallume", "tomates-vertes"


def lay(*, now: datetime) -> None:
    """Each once; a draft that somebody published or threw away stays so."""
    Producer.objects.get(slug=FARM).people.add(people.of(people.FARMER))
    if ArticlePage.objects.filter(owner=people.of(people.WRITER)).exists():
        return
    _submit(_draft(TO_REVIEW, now=now))
    _send_back(
        _draft(SENT_BACK, now=now),
        remark="Très appétissant ! Il manque la quantité de sucre.".replace(" !", "\u202f!"),
        verdict="Encore deux détails, et c’est bon à publier.",
    )


def _draft(slug: str, *, now: datetime) -> ArticlePage:
    """A draft in both languages; the French one is what its writer works on."""
    french, english = (_written(slug, language, now=now) for language in ("fr", "en"))
    english.translation_key = french.translation_key
    for page in (french, english):
        ArticleIndexPage.objects.get(locale=page.locale).add_child(instance=page)
        page.save_revision(user=page.owner)
    return french


def _written(slug: str, language: str, *, now: datetime) -> ArticlePage:
    said = prose.read(f"drafts/{slug}", language=language)
    return ArticlePage(
        slug=slug,
        locale=Locale.objects.get(language_code=language),
        title=said.title,
        lead=said.lead,
        byline=said.byline,
        body=said.body,
        date=timezone.localdate(now),
        owner=people.of(people.WRITER),
        live=False,
    )


def _submit(page: ArticlePage) -> None:
    page.get_workflow().start(page, page.owner)


def _send_back(page: ArticlePage, *, remark: str, verdict: str) -> None:
    reviewer = people.of(people.REVIEWER)
    state = page.get_workflow().start(page, page.owner)
    Comment.objects.create(page=page, user=reviewer, text=remark, contentpath="lead")
    state.current_task_state.reject(user=reviewer, comment=verdict)
