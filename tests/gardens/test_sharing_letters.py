"""What each of two households is told; nothing of one to the other before both agreed."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from commons.notices.actions import deliver
from commons.notices.models import Message
from gardens import actions
from gardens.models import Garden, Match, SharingAgreement
from tests.gardens.sharing import matched, sharing

pytestmark = pytest.mark.django_db

SECRETS = ("amina@exemple.fr", "solange@exemple.fr", "Diallo", "Kouassi", "06 00 00 00 01")


def letters(to: str) -> list:
    """Deliver all that is written, reminders included, and give the mails to an address."""
    mail.outbox.clear()
    Message.objects.filter(state=Message.State.DUE).update(due_at=timezone.now())
    for message in Message.objects.order_by("pk"):
        deliver(message_id=message.pk, now=timezone.now())
    assert not Message.objects.exclude(last_error="").exists()
    return [letter for letter in mail.outbox if letter.to == [to]]


def renew(match: Match) -> Match:
    """Bring a match to today."""
    match.expires_at = timezone.now() + timedelta(days=5)
    match.save()
    return match


def test_the_proposal_says_why_and_keeps_addresses():
    match = renew(matched(hours=["weekends"], phone="06 00 00 00 01", size="small"))
    Garden.objects.update(name_fr="Jardin des Rails")
    proposal = letters("amina@exemple.fr")[-2]
    assert "premier foyer de la liste" in proposal.body
    assert "la surface souhaitée" in proposal.body
    assert "Les deux planches côté haie." in proposal.body
    assert match.url_for("guest") in proposal.body
    assert match.host_token not in proposal.body
    assert not [secret for secret in SECRETS if secret in proposal.body]


def test_the_host_reads_a_first_name_only():
    match = renew(matched(phone="06 00 00 00 01"))
    proposal = letters("solange@exemple.fr")[0]
    assert "Amina" in proposal.body
    assert match.guest_token not in proposal.body
    assert not [secret for secret in SECRETS if secret in proposal.body]


def test_a_reminder_goes_only_to_who_did_not_answer():
    match = renew(matched())
    actions.say_yes(token=match.host_token)
    assert "Encore quelques jours pour répondre" not in " ".join(
        letter.subject for letter in letters("solange@exemple.fr")
    )
    assert any("dit oui" in letter.subject for letter in mail.outbox)
    guest = [letter for letter in mail.outbox if letter.to == ["amina@exemple.fr"]]
    assert any("Encore quelques jours" in letter.subject for letter in guest)


def test_nobody_is_told_who_said_no_nor_why():
    match = renew(matched())
    actions.say_no(token=match.guest_token, words="Trop loin de chez moi.")
    told = letters("solange@exemple.fr")[-1]
    assert "ne se fera pas" in told.body
    assert "Trop loin" not in told.body
    assert "Amina" not in told.body
    assert not [letter for letter in mail.outbox if "ne se fera pas" in letter.body
                and letter.to == ["amina@exemple.fr"]]  # fmt: skip


def test_both_learn_how_to_reach_each_other_once_both_agreed():
    agreement = sharing(phone="06 00 00 00 01")
    told = letters("solange@exemple.fr")
    welcome = next(letter for letter in told if "Vous partagez la parcelle" in letter.subject)
    assert "amina@exemple.fr" in welcome.body
    assert "06 00 00 00 01" in welcome.body
    mine = [letter for letter in mail.outbox if letter.to == ["amina@exemple.fr"]]
    welcome = next(letter for letter in mine if "Vous partagez" in letter.subject)
    assert agreement.guest.get_absolute_url() in welcome.body
    assert any("on continue" in letter.body for letter in mine)


def test_living_together_is_told_to_the_other():
    agreement = sharing()
    letters("solange@exemple.fr")
    change = actions.amend_agreement(token=agreement.guest.token, shares="Trois.", duties="")
    assert "propose d’autres mots" in letters("solange@exemple.fr")[-1].body
    actions.answer_change(token=agreement.host.token, change_id=change.pk, agrees=True)
    assert "ceux de l’accord" in letters("amina@exemple.fr")[-1].body
    actions.keep_on(token=agreement.guest.token)
    actions.keep_on(token=agreement.host.token)
    assert "Vous continuez avec Amina Diallo" in letters("solange@exemple.fr")[-1].body
    actions.leave_sharing(token=agreement.host.token)
    assert "Vous gardez votre place" in letters("amina@exemple.fr")[-1].body
    assert any("C’est noté, et merci" in letter.body for letter in mail.outbox)
    actions.ask_whole_plot(token=agreement.guest.token)
    actions.decide_whole_plot(agreement_id=agreement.pk, granted=True, by=None, reason="x")
    assert "toute la parcelle" in letters("amina@exemple.fr")[-1].body


def test_who_has_no_address_is_not_written_to():
    agreement = sharing()
    SharingAgreement.objects.get().host.__class__.objects.filter(pk=agreement.host_id).update(
        email=""
    )
    before = Message.objects.count()
    actions.amend_agreement(token=agreement.guest.token, shares="Trois.", duties="")
    assert Message.objects.count() == before
