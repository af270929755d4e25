"""A new site stands after ``prepare_site``, and a lived-in one is left alone."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Locale, Page, Site, Workflow

from commons.people.models import Person
from content.models import AgendaPage, ArticleIndexPage, HomePage
from content.roles import REVIEWERS, WRITERS

pytestmark = pytest.mark.usefixtures("site_pages")


def prepare():
    call_command("prepare_site", verbosity=0)


def test_both_languages_have_their_home_and_first_pages():
    french, english = (Locale.objects.get(language_code=code) for code in ("fr", "en"))
    for locale in (french, english):
        home = HomePage.objects.get(locale=locale)
        assert home.live
        slugs = set(home.get_children().live().values_list("slug", flat=True))
        assert {"ateliers", "agenda", "articles", "lieux"} <= slugs
    assert AgendaPage.objects.get(locale=english).title == "What’s on"


def test_the_site_answers_at_the_address_of_the_environment(settings):
    settings.SITE_URL = "https://halle.example"
    prepare()
    site = Site.objects.get()
    assert (site.hostname, site.port) == ("halle.example", 443)
    assert site.root_page.specific == HomePage.objects.get(locale__language_code="fr")


def test_nothing_of_the_stock_installation_is_left():
    assert Page.objects.filter(depth=2).count() == 2
    assert set(Group.objects.values_list("name", flat=True)) >= {WRITERS, REVIEWERS}
    assert not Group.objects.filter(name__in=["Moderators", "Editors"]).exists()
    assert Workflow.objects.get().name == "Relecture avant publication"


def test_running_again_changes_nothing_editors_did():
    home = HomePage.objects.get(locale__language_code="fr")
    home.headline = "Bienvenue chez nous"
    home.save_revision().publish()
    ArticleIndexPage.objects.get(locale__language_code="fr").unpublish()
    Site.objects.update(site_name="La Halle du Pré")
    Group.objects.get(name=WRITERS).permissions.clear()
    pages = Page.objects.count()

    prepare()

    home.refresh_from_db()
    assert home.headline == "Bienvenue chez nous"
    assert not ArticleIndexPage.objects.get(locale__language_code="fr").live
    assert Site.objects.get().site_name == "La Halle du Pré"
    assert not Group.objects.get(name=WRITERS).permissions.exists()
    assert Page.objects.count() == pages


def person_in(group):
    person = Person.objects.create_user(f"{group.lower()}@exemple.fr", is_staff=True)
    person.groups.add(Group.objects.get(name=group))
    return person


@pytest.mark.parametrize(("group", "may_publish"), [(WRITERS, False), (REVIEWERS, True)])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_writers_write_and_reviewers_publish(group, may_publish, language):
    person = person_in(group)
    articles = ArticleIndexPage.objects.get(locale__language_code=language)
    rights = articles.permissions_for_user(person)
    assert person.has_perm("wagtailadmin.access_admin")
    assert rights.can_edit()
    assert rights.can_add_subpage()
    assert rights.can_publish() is may_publish


def test_what_a_writer_submits_waits_for_a_reviewer():
    writer, reviewer = person_in(WRITERS), person_in(REVIEWERS)
    home = HomePage.objects.get(locale__language_code="fr")
    page = home.get_children().get(slug="articles").specific
    page.title = "Les nouvelles"
    page.save_revision(user=writer)

    state = home.get_workflow().start(page, writer)

    task = state.current_task_state.task.specific
    assert not task.user_can_access_editor(page, writer) or not task.get_actions(page, writer)
    assert [action[0] for action in task.get_actions(page, reviewer)]
    state.current_task_state.approve(user=reviewer)
    page.refresh_from_db()
    assert page.title == "Les nouvelles"
