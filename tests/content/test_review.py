"""A review is told to those whom it concerns, by rows: a mail server that is down stops nobody."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, TaskState

from commons.notices.actions import deliver
from commons.notices.models import Message
from content.roles import REVIEWERS, WRITERS
from tests.content.desk import comment_saying, draft_of, form_of, person_in

pytestmark = pytest.mark.usefixtures("site_pages")


@pytest.fixture
def writer():
    return person_in(WRITERS)


@pytest.fixture
def reviewer():
    return person_in(REVIEWERS)


@pytest.fixture
def page(writer):
    return draft_of(writer)


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def post(client, person, page, **given):
    client.force_login(person)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, form_of(page, **given))


def submit(page, writer):
    return page.get_workflow().start(page, writer)


def letter_to(person):
    """The mail that the row to a person becomes, once its hour has come."""
    message = Message.objects.get(to=person.email)
    deliver(message_id=message.pk, now=timezone.now() + timedelta(hours=1))
    return mail.outbox.pop() if mail.outbox else None


def test_submitting_tells_each_reviewer_and_not_the_writer(client, page, writer, reviewer):
    answer = post(client, writer, page, **{"action-submit": "1"})
    assert answer.status_code == 302
    assert list(Message.objects.values_list("to", "kind")) == [
        (reviewer.email, "content.to-review")
    ]
    letter = letter_to(reviewer)
    assert "Le gel est passé" in letter.subject
    assert f"/gestion/pages/{page.pk}/edit/" in letter.body


def test_a_mail_server_that_is_down_does_not_stop_a_writer(
    client, page, writer, reviewer, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert post(client, writer, page, **{"action-submit": "1"}).status_code == 302
    assert Message.objects.get().state == Message.State.DUE


def test_a_reviewer_is_spared_when_another_has_published(page, writer, reviewer):
    state = submit(page, writer)
    state.current_task_state.approve(user=reviewer)
    Message.objects.exclude(to=reviewer.email).delete()
    assert letter_to(reviewer) is None


def test_the_writer_is_told_that_the_page_is_public(page, writer, reviewer):
    state = submit(page, writer)
    Message.objects.all().delete()
    state.current_task_state.approve(user=reviewer)
    letter = letter_to(writer)
    assert letter.subject == "En ligne\u202f: Le gel est passé"
    assert "/articles/" in letter.body


def test_the_writer_is_told_what_to_change(page, writer, reviewer):
    state = submit(page, writer)
    Message.objects.all().delete()
    state.current_task_state.reject(user=reviewer, comment="Ajoute la date.")
    letter = letter_to(writer)
    assert letter.subject.startswith("À reprendre")
    assert "Ajoute la date." in letter.body


def test_a_comment_is_told_to_the_writer_once_in_a_while(client, page, writer, reviewer):
    submit(page, writer)
    Message.objects.all().delete()
    for words in ("Quelle date\u202f?", "Et la photo\u202f?"):
        answer = post(client, reviewer, page, comments=[comment_saying(words)])
        assert answer.status_code == 302, answer.context["form"].errors
    assert Comment.objects.filter(page=page).count() == 2
    assert Message.objects.filter(to=writer.email).count() in {
        1,
        2,
    }  # two if ten minutes just passed
    assert not Message.objects.filter(to=reviewer.email).exists()
    message = Message.objects.filter(to=writer.email).last()
    deliver(message_id=message.pk, now=message.due_at)
    assert "Quelle date" in mail.outbox[0].body
    assert "Et la photo" in mail.outbox[0].body


def test_resolved_comments_are_not_told(client, page, writer, reviewer):
    post(client, reviewer, page, comments=[comment_saying("Quelle date\u202f?")])
    Comment.objects.update(resolved_at=timezone.now())
    assert letter_to(writer) is None


def test_each_reads_in_their_own_language(page, writer, reviewer):
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(reviewer)
    profile.preferred_language = "en"
    profile.save()
    submit(page, writer)
    assert Message.objects.get().language == "en"
    assert "/en/gestion/" in letter_to(reviewer).body


def test_nothing_is_told_by_wagtail_itself(page, writer, reviewer):
    submit(page, writer)
    TaskState.objects.get().approve(user=reviewer)
    assert mail.outbox == []
