"""A plot held for a household: its page, accepted or declined, with and without JavaScript alike."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from gardens import actions
from gardens.models import Charter, Garden, PlotOffer, PlotRequest, Season, Signature, Tenancy
from tests.gardens.factories import GardenFactory, PlotFactory, ask

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def offer():
    plot = PlotFactory(number=12)
    return actions.offer_plot(
        request_id=ask(plot.garden).pk,
        plot_id=plot.pk,
        starts_on=TODAY + timedelta(days=14),
        by=None,
    )


def season_of(garden: Garden, **given) -> Season:
    charter = Charter.objects.create(
        garden=garden, in_force_on=date(2026, 1, 1), text="<p>On ferme le portail.</p>"
    )
    known = {
        "starts_on": TODAY,
        "ends_on": TODAY + timedelta(days=300),
        "fee": Season.Fee.CHOICE,
        "floor_cents": 1000,
        "suggested_cents": 3000,
    }
    return Season.objects.create(garden=garden, charter=charter, **(known | given))


def plain(response):
    return response.content.decode().replace("\u202f", " ")


def test_the_page_says_what_is_held_and_until_when(client, offer):
    page = plain(client.get(offer.get_absolute_url()))
    assert "Parcelle 12" in page
    assert "Gardée pour vous jusqu’au" in page


def test_one_accepts_by_signing_and_choosing_a_fee(client, offer):
    season_of(offer.plot.garden)
    said = {"signed_by": "Amina Diallo", "amount": "15"}
    answer = client.post(offer.get_absolute_url(), said)
    tenancy = Tenancy.objects.get()
    assert answer.url == tenancy.get_absolute_url()
    assert Signature.objects.get().name == "Amina Diallo"
    enrolment = tenancy.enrolments.get()
    assert (enrolment.fee_cents, enrolment.fee_state) == (1500, "due")
    assert client.get(offer.get_absolute_url()).url == tenancy.get_absolute_url()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"signed_by": "", "amount": "15"}, "Écrivez votre nom"),
        ({"signed_by": "Amina", "amount": "2"}, "Au moins 10"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(client, offer, said, sentence):
    season_of(offer.plot.garden)
    answer = client.post(offer.get_absolute_url(), said)
    assert answer.status_code == 422
    assert sentence in plain(answer)
    assert not Tenancy.objects.exists()
    offer.refresh_from_db()
    assert offer.state == PlotOffer.State.PENDING


def test_a_late_answer_gets_a_sentence_and_no_plot(client, offer):
    PlotOffer.objects.update(
        offered_at=timezone.now() - timedelta(days=20),
        expires_at=timezone.now() - timedelta(days=1),
    )
    answer = client.post(offer.get_absolute_url(), {})
    assert answer.status_code == 422
    assert "n’est plus valable" in plain(answer)
    assert "Le délai est passé" in plain(client.get(offer.get_absolute_url()))


def test_one_declines_and_keeps_one_s_rank(client, offer):
    url = f"{offer.get_absolute_url()}decliner/"
    assert "Je garde mon rang" in plain(client.get(url))
    client.post(url, {"stays": "yes"})
    assert "Vous l’avez déclinée" in plain(client.get(offer.get_absolute_url()))
    assert PlotRequest.objects.get().state == PlotRequest.State.WAITING


def test_who_waits_elsewhere_is_asked_whether_they_still_do(client, offer):
    elsewhere = ask(GardenFactory())
    assert "Quitter les autres listes" in plain(client.get(offer.get_absolute_url()))
    client.post(offer.get_absolute_url(), {"leaves_other_lists": "on"})
    elsewhere.refresh_from_db()
    assert elsewhere.state == PlotRequest.State.WITHDRAWN


def test_wishes_change_and_the_yearly_question_is_answered_by_one_button(client):
    asked = ask(GardenFactory())
    answer = client.post(
        f"{asked.get_absolute_url()}souhaits/",
        {"household_size": 3, "wish": "alone", "size": "small", "hours": ["weekends"]},
    )
    assert answer.url == asked.get_absolute_url()
    asked.refresh_from_db()
    assert (asked.household_size, asked.wish, asked.hours) == (3, "alone", ["weekends"])
    still = f"{asked.get_absolute_url()}toujours/"
    assert "J’attends toujours" in plain(client.get(still)).replace("j’attends", "J’attends")
    client.post(still)
    asked.refresh_from_db()
    assert asked.still_at is not None


def test_an_age_is_kept_only_from_who_wishes_to_mix_generations(client):
    asked = ask(GardenFactory())
    client.post(
        f"{asked.get_absolute_url()}souhaits/",
        {"household_size": 1, "wish": "share", "size": "any", "generation": "older"},
    )
    asked.refresh_from_db()
    assert asked.generation == ""


def test_the_form_asks_only_the_facts_that_the_list_counts(client):
    garden = GardenFactory()
    assert "no_outdoors" not in plain(client.get(garden.get_request_url()))
    actions.set_criteria(garden_id=garden.pk, days={"no-outdoors": 90}, by=None, reason="AG")
    page = plain(client.get(garden.get_request_url()))
    assert "no_outdoors" in page
    assert "90 jours d’avance" in page
