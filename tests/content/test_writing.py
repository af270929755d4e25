"""What a writer may count on: an old page can be corrected, an address that moves leads on, dates are kept."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from commons.cms.tasks import publish_scheduled
from content.roles import REVIEWERS
from tests.content.desk import draft_of, form_of, person_in

pytestmark = pytest.mark.usefixtures("site_pages")


@pytest.fixture
def reviewer(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    person = person_in(REVIEWERS)
    client.force_login(person)
    return person


@pytest.fixture
def page(reviewer):
    page = draft_of(reviewer)
    page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


def save(client, page, **given):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, form_of(page, **given))


def test_the_draft_of_an_expired_page_is_saved_and_not_published(client, page):
    past = (timezone.localtime() - timedelta(days=2)).replace(second=0, microsecond=0)
    page.expire_at = past
    page.save_revision()
    written = {"title": "Corrigé", "expire_at": past.strftime("%Y-%m-%d %H:%M")}
    saved = save(client, page, **written)
    assert saved.status_code == 302, saved.context["form"].errors
    refused = save(client, page, **written, **{"action-publish": "1"})
    assert refused.context["form"].errors["expire_at"]
    changed = (past - timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    assert save(client, page, **{**written, "expire_at": changed}).status_code == 200


def test_pages_appear_and_leave_when_their_date_has_come(page):
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()
    publish_scheduled()
    page.refresh_from_db()
    assert not page.live
    page.go_live_at, page.expire_at = timezone.now() - timedelta(seconds=1), None
    page.save_revision(approved_go_live_at=page.go_live_at)
    publish_scheduled()
    page.refresh_from_db()
    assert page.live


def test_an_address_that_changes_leads_to_the_new_one(
    client, page, django_capture_on_commit_callbacks
):
    old = page.relative_url(current_site=None)
    with django_capture_on_commit_callbacks(execute=True):
        answer = save(client, page, slug="nouvelle-adresse", **{"action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    redirect = Redirect.objects.get(old_path=Redirect.normalise_path(old))
    assert redirect.redirect_page_id == page.pk


def test_a_page_is_previewed_beside_its_translation(page):
    english = Locale.objects.get(language_code="en")
    twin = page.copy_for_translation(english)
    twin.title = "The frost is over"
    twin.save_revision()
    page = type(page).objects.get(pk=page.pk)
    assert [mode for mode, _name in page.preview_modes] == ["", "translation"]
    seen = page.make_preview_request(preview_mode="translation").content.decode()
    assert "The frost is over" in seen
    assert '<html lang="en"' in seen
    assert [size["device_width"] for size in page.preview_sizes] == [360, 1280]
