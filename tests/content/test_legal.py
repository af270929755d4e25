"""Legal texts: drafts with gaps stay at the desk, and what was in force stays readable as it was."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from content.models import LegalPage, LegalVersion
from content.queries import legal_links, privacy_page

pytestmark = pytest.mark.usefixtures("site_pages")

TODAY = timezone.localdate


@pytest.fixture
def privacy():
    return LegalPage.objects.get(kind=LegalPage.Kind.PRIVACY, locale__language_code="fr")


def version(page, *, days_ago, text):
    return LegalVersion.objects.create(
        page=page, in_force_on=TODAY() - timedelta(days=days_ago), text=f"<p>{text}</p>"
    )


def test_a_new_site_has_drafts_of_the_four_texts_in_both_languages_and_shows_none(client):
    drafts = LegalVersion.objects.filter(in_force_on=None)
    assert drafts.count() == 8
    assert all("[" in draft.text for draft in drafts)
    for address in ("/mentions-legales/", "/en/vie-privee/", "/accessibilite/"):
        words = client.get(address).text
        assert "compléter" not in words
        assert "to be completed" not in words
    assert legal_links(language="fr", on=TODAY()) == []


def test_a_text_with_gaps_cannot_be_dated(privacy):
    draft = privacy.versions.get()
    draft.in_force_on = TODAY()
    with pytest.raises(ValidationError, match="à compléter"):
        draft.full_clean()


def test_the_newest_in_force_is_shown_and_the_others_stay_readable(client, privacy):
    before = version(privacy, days_ago=400, text="Ce que nous disions avant.")
    version(privacy, days_ago=3, text="Ce que nous disons.")
    version(privacy, days_ago=-3, text="Ce que nous dirons.")

    now = client.get(privacy.url).text
    past = client.get(f"{privacy.url}?version={before.in_force_on}").text

    assert "Ce que nous disons." in now
    assert "Ce que nous dirons." not in now
    assert "Ce que nous disions avant." in past
    assert "n’est plus en vigueur" in past
    assert client.get(f"{privacy.url}?version=1999-01-01").status_code == 404


def test_a_text_in_force_changes_by_no_door(privacy):
    stays = version(privacy, days_ago=1, text="Promis.")
    stays.text = "<p>Autre chose.</p>"
    with pytest.raises(ValidationError, match="ne se change plus"):
        stays.full_clean()
    for change in (
        lambda: LegalVersion.objects.filter(pk=stays.pk).update(text=""),
        lambda: LegalVersion.objects.filter(pk=stays.pk).delete(),
    ):
        with pytest.raises(DatabaseError, match="stays as it was"), transaction.atomic():
            change()


def test_a_draft_can_still_change_and_go(privacy):
    draft = privacy.versions.get()
    draft.text = "<p>Mieux dit.</p>"
    draft.save()
    draft.delete()
    assert not privacy.versions.exists()


def test_the_foot_of_the_site_links_to_what_is_in_force(privacy, django_assert_max_num_queries):
    version(privacy, days_ago=0, text="Promis.")
    with django_assert_max_num_queries(3):
        links = legal_links(language="fr", on=TODAY())
    assert links == [{"title": "Vie privée", "url": "/vie-privee/"}]
    assert legal_links(language="en", on=TODAY()) == []
    assert privacy_page(language="fr", on=TODAY()) == privacy


def test_a_draft_is_previewed_as_readers_will_see_it(privacy, rf):
    draft = privacy.versions.get()
    answer = draft.make_preview_request(preview_mode="")
    assert answer.status_code == 200
    assert "Responsable du traitement" in answer.rendered_content


def test_legal_pages_ask_few_questions(client, privacy, django_assert_max_num_queries):
    for days_ago in range(1, 20):
        version(privacy, days_ago=days_ago, text="Promis.")
    client.get(privacy.url)
    with django_assert_max_num_queries(12):
        client.get(privacy.url)
