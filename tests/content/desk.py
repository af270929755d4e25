"""People at the desk, one of each role, and a page posted as the desk's form posts it."""

from django.contrib.auth.models import Group
from wagtail.test.utils.form_data import nested_form_data, streamfield

from commons.people.models import Person
from content.models import ArticleIndexPage, ArticlePage


def person_in(*groups: str) -> Person:
    """Somebody with these roles and no other right."""
    person = Person.objects.create_user(f"{'-'.join(groups).lower()}@exemple.fr")
    person.groups.add(*Group.objects.filter(name__in=groups))
    return person


def draft_of(writer: Person, *, title: str = "Le gel est passé", live: bool = False) -> ArticlePage:
    """An article that nobody but its writer has touched."""
    articles = ArticleIndexPage.objects.get(locale__language_code="fr")
    page = ArticlePage(title=title, owner=writer, live=live)
    articles.add_child(instance=page)
    page.save_revision(user=writer)
    return page


def form_of(page: ArticlePage, **given: object) -> dict[str, object]:
    """What the form of an article posts."""
    comments = given.pop("comments", [])
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "date": "2027-03-02",
            "body": streamfield([]),
            "lead": "",
            "illustration": "",
            "byline": "",
            "seo_title": "",
            "search_description": "",
            **given,
            "comments": {
                "TOTAL_FORMS": len(comments),
                "INITIAL_FORMS": 0,
                "MIN_NUM_FORMS": 0,
                "MAX_NUM_FORMS": "",
                **{str(rank): comment for rank, comment in enumerate(comments)},
            },
        }
    )


def comment_saying(text: str) -> dict[str, object]:
    no_reply = {
        "TOTAL_FORMS": 0,
        "INITIAL_FORMS": 0,
        "MIN_NUM_FORMS": 0,
        "MAX_NUM_FORMS": "",
    }
    return {"text": text, "contentpath": "title", "position": "", "id": "", "replies": no_reply}
