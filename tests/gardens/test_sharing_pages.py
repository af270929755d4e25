"""The pages of sharing, for whoever holds a link; and the committee's screen."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from commons.people.models import Person
from gardens import actions, queries
from gardens.models import (
    AgreementChange,
    Corner,
    Match,
    PlotRequest,
    SharingAgreement,
    Tenancy,
)
from tests.gardens.factories import GardenFactory, TenancyFactory, ask
from tests.gardens.sharing import corner_of, host_in, matched, sharing

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12


def words(response) -> str:
    return response.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def alive(match: Match) -> Match:
    match.expires_at = timezone.now() + timedelta(days=5)
    match.save()
    return match


def page(name: str, token: str) -> str:
    return reverse(f"gardens:{name}", args=[token])


def test_a_household_offers_a_corner_from_its_page(client):
    garden = GardenFactory()
    host = host_in(garden)
    ask(garden, wish="share")
    assert "Proposer un coin" in words(client.get(host.get_absolute_url()))

    address = page("corner", host.token)
    refused = client.post(address, {"surface_m2": "40", "shares": ""})
    assert refused.status_code == 422
    assert "Gardez-en un peu pour vous : 19 m² au plus." in words(refused)
    sent = client.post(
        address,
        {
            "surface_m2": "8",
            "shares": "Deux planches.",
            "hours": ["weekends"],
            "generation": "older",
        },
    )
    corner = Corner.objects.get()
    assert sent.url == address
    assert (corner.surface_m2, corner.hours, corner.generation) == (8, ["weekends"], "")
    shown = words(client.get(address))
    assert "Un coin va au premier foyer de la liste" in shown
    assert "Votre coin est proposé" in shown


def test_a_corner_is_withdrawn_with_its_consequence_in_words(client):
    match = matched()
    host = match.corner.tenancy
    alive(match)
    asked = client.get(page("withdraw_corner", host.token))
    assert "gardera son rang" in words(asked)
    client.post(page("withdraw_corner", host.token))
    match.refresh_from_db()
    assert match.state == Match.State.REVOKED
    assert client.get(page("withdraw_corner", host.token)).status_code == 302


def test_each_reads_the_match_by_a_link_of_its_own(client, django_assert_max_num_queries):
    match = alive(matched(hours=["weekends"], phone="06 00 00 00 01"))
    with django_assert_max_num_queries(MOST_QUERIES):
        guest = words(client.get(page("match", match.guest_token)))
    host = words(client.get(page("match", match.host_token)))
    assert "Solange propose un coin de 8 m²" in guest
    assert "Les deux planches côté haie." in guest
    assert "Amina attend une place" in host
    for shown in (guest, host):
        assert not [s for s in ("Diallo", "Kouassi", "@exemple", "06 00") if s in shown]
    assert client.get(page("match", "nobody")).status_code == 404
    assert client.post(page("agree_match", "nobody")).status_code == 404


def test_the_page_of_the_request_leads_to_the_corner_then_to_the_plot(client):
    match = alive(matched())
    asked = match.request
    shown = words(client.get(asked.get_absolute_url()))
    assert "Un coin de 8 m² vous est proposé" in shown
    assert page("match", match.guest_token) in shown
    actions.say_yes(token=match.guest_token)
    actions.say_yes(token=match.host_token)
    guest = SharingAgreement.objects.get().guest
    assert guest.get_absolute_url() in words(client.get(asked.get_absolute_url()))


def test_two_yes_open_the_agreement(client, django_assert_max_num_queries):
    match = alive(matched())
    client.post(page("agree_match", match.guest_token))
    assert "Solange répond de son côté" in words(client.get(page("match", match.guest_token)))
    assert "Amina a dit oui" in words(client.get(page("match", match.host_token)))
    client.post(page("agree_match", match.host_token))
    agreement = SharingAgreement.objects.get()
    agreed = words(client.get(page("match", match.guest_token)))
    assert agreement.guest.get_absolute_url() in agreed
    for tenancy, other in ((agreement.host, "amina@"), (agreement.guest, "solange@")):
        with django_assert_max_num_queries(MOST_QUERIES):
            shown = words(client.get(page("sharing", tenancy.token)))
        assert other in shown
        assert "Notre accord" in shown
        assert "Vous jardinez avec" in words(client.get(tenancy.get_absolute_url()))


def test_a_no_thanks_with_a_word(client):
    match = alive(matched())
    address = page("decline_match", match.guest_token)
    assert "sans savoir qui a dit non" in words(client.get(address))
    client.post(address, {"words": "Trop loin."})
    match.refresh_from_db()
    assert (match.state, match.decline_words) == (Match.State.DECLINED, "Trop loin.")
    shown = words(client.get(page("match", match.host_token)))
    assert "Ce partage ne se fera pas" in shown
    assert "Trop loin" not in shown
    assert client.get(address).status_code == 302
    client.post(page("agree_match", match.guest_token))
    match.refresh_from_db()
    assert match.state == Match.State.DECLINED


def test_words_are_changed_by_two(client):
    agreement = sharing()
    amend = page("amend_sharing", agreement.guest.token)
    assert "Les deux planches" in words(client.get(amend))
    assert client.post(amend, {"shares": ""}).status_code == 422
    client.post(amend, {"shares": "Trois planches.", "duties": ""})
    change = AgreementChange.objects.get()
    refused = client.post(page("amend_sharing", agreement.host.token), {"shares": "Une."})
    assert any("répondez-lui" in str(m) for m in get_messages(refused.wsgi_request))
    host = page("sharing", agreement.host.token)
    assert "propose d’autres mots" in words(client.get(host))
    answer = page("answer_change", agreement.host.token)
    assert client.post(answer, {"answer": "maybe"}).status_code == 404
    client.post(answer, {"answer": f"{change.pk}-yes"})
    agreement.refresh_from_db()
    assert agreement.shares == "Trois planches."


def test_the_end_of_the_trial_is_asked_about(client):
    agreement = sharing()
    address = page("sharing", agreement.host.token)
    SharingAgreement.objects.update(trial_until=timezone.localdate() + timedelta(days=30))
    assert "on continue" not in words(client.get(address))
    SharingAgreement.objects.update(trial_until=timezone.localdate() + timedelta(days=14))
    assert "on continue" in words(client.get(address))
    client.post(page("keep_on", agreement.host.token))
    assert "Vous avez dit oui" in words(client.get(address))
    client.post(page("keep_on", agreement.guest.token))
    agreement.refresh_from_db()
    assert agreement.state == SharingAgreement.State.LASTING


def test_leaving_asks_once_and_both_pages_say_so(client):
    agreement = sharing()
    leave = page("leave_sharing", agreement.guest.token)
    assert "Retrouver ma place dans la liste" in words(client.get(leave))
    client.post(leave, {"back_in_line": "on"})
    assert PlotRequest.objects.get().state == PlotRequest.State.WAITING
    assert "Vous avez rendu votre part" in words(client.get(page("sharing", agreement.guest.token)))
    assert "a rendu sa part" in words(client.get(page("sharing", agreement.host.token)))
    assert "Proposer un coin" in words(client.get(agreement.host.get_absolute_url()))
    assert client.get(page("amend_sharing", agreement.host.token)).status_code == 404


def test_who_stays_may_ask_for_everything(client):
    agreement = sharing()
    client.post(page("leave_sharing", agreement.host.token))
    guest = page("sharing", agreement.guest.token)
    assert "Demander toute la parcelle" in words(client.get(guest))
    client.post(page("whole_plot", agreement.guest.token))
    assert "l’équipe décide" in words(client.get(guest))


def test_the_team_is_called(client):
    agreement = sharing()
    address = page("call_committee", agreement.host.token)
    assert client.post(address, {"words": ""}).status_code == 422
    client.post(address, {"words": "L’arrosage."})
    agreement.refresh_from_db()
    assert agreement.talk_words == "L’arrosage."


def test_a_corner_counts_among_those_to_share_until_somebody_is_to_answer():
    garden = GardenFactory()
    corner = corner_of(host_in(garden))
    assert queries.glance_at(garden, at=timezone.now()).free_corners == 1
    ask(garden)
    actions.propose_match(corner_id=corner.pk, by=None)
    assert queries.glance_at(garden, at=timezone.now()).free_corners == 0


# The committee's screen


@pytest.fixture
def desk(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(Person.objects.create_superuser("zoe@exemple.fr"))
    return client


def desk_url(garden) -> str:
    return f"{reverse('gardens_desk:sharing')}?garden={garden.pk}"


@pytest.mark.parametrize("many", [1, 6])
def test_the_screen_asks_as_much_for_few_as_for_many(desk, many, django_assert_max_num_queries):
    garden = GardenFactory()
    for number in range(many):
        sharing(garden, email=f"a{number}@exemple.fr")
        alive(matched(garden, email=f"b{number}@exemple.fr"))
        corner_of(host_in(garden))
        ask(garden, email=f"c{number}@exemple.fr")
    desk.get(desk_url(garden))
    with django_assert_max_num_queries(MOST_QUERIES):
        shown = desk.get(desk_url(garden))
    assert words(shown).count("Rapprocher") >= many


def test_the_committee_brings_two_together_and_takes_it_back(desk):
    garden = GardenFactory()
    corner = corner_of(host_in(garden))
    alone = ask(garden, wish="alone", name="Bo Martin", email="bo@exemple.fr")
    asked = ask(garden, wish="share")
    address = reverse("gardens_desk:match", args=[corner.pk])
    shown = words(desk.get(address))
    assert "La règle dit : Amina Diallo, rang 2." in shown
    assert "Bo Martin : souhaite une parcelle pour son foyer" in shown
    assert desk.post(address, {"request": alone.pk}).status_code == 422
    desk.post(address, {"request": asked.pk, "reason": ""})
    match = Match.objects.get()
    revoke = reverse("gardens_desk:revoke_match", args=[match.pk])
    assert desk.post(revoke, {"reason": ""}).status_code == 422
    desk.post(revoke, {"reason": "Travaux."})
    match.refresh_from_db()
    assert match.state == Match.State.REVOKED


def test_the_committee_reads_calls_and_decides(desk):
    agreement = sharing()
    garden = agreement.host.plot.garden
    actions.ask_for_talk(token=agreement.guest.token, words="L’eau.")
    assert "Appelle l’équipe : L’eau." in words(desk.get(desk_url(garden)))
    talk = reverse("gardens_desk:talk", args=[agreement.pk])
    assert "L’eau." in words(desk.get(talk))
    desk.post(talk, {"words": "Un tour chacun."})
    agreement.refresh_from_db()
    assert agreement.talk_asked_at is None
    actions.leave_sharing(token=agreement.host.token)
    actions.ask_whole_plot(token=agreement.guest.token)
    assert "toute la parcelle" in words(desk.get(desk_url(garden)))
    decide = reverse("gardens_desk:whole_plot", args=[agreement.pk])
    TenancyFactory(
        plot=agreement.host.plot, part=1, starts_on=timezone.localdate() + timedelta(days=1)
    )
    given = {"answer": "grant", "reason": "Cinq personnes."}
    assert desk.post(decide, given).status_code == 422
    Tenancy.objects.filter(part=1, ends_on=None).delete()
    assert desk.post(decide, given).status_code == 302


def test_silence_at_the_end_of_the_trial_is_seen(desk):
    agreement = sharing()
    SharingAgreement.objects.update(trial_until=timezone.localdate())
    actions.keep_on(token=agreement.host.token)
    shown = words(desk.get(desk_url(agreement.host.plot.garden)))
    assert "sans réponse de : Amina Diallo" in shown
