"""The page of a plot and the plan on paper: all that may be known, never who gardens there."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from commons.cms.pictures import Picture
from commons.drawing import rectangle
from gardens import actions, queries
from gardens.actions import Half, split_plot
from gardens.models import PlotOffer, PlotPicture
from gardens.plot_words import say_standing
from tests.commons.cms.pictures_at_hand import a_picture
from tests.gardens.factories import (
    FeatureFactory,
    GardenFactory,
    HouseholdFactory,
    PlotFactory,
    TenancyFactory,
    ask,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def garden(site_pages):
    return GardenFactory(slug="rails")


def plain(response):
    return response.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def page_of(client, number):
    return client.get(reverse("gardens:plot", args=["rails", number]))


def plan_of(slug):
    return reverse("gardens:plan", args=[slug])


def test_the_facts_of_a_plot_and_never_its_household(client, garden):
    plot = PlotFactory(
        garden=garden, number=4, outline=rectangle(0, 0, 40, 25), soil="sand", sun="half",
        soil_note="Sèche vite.", raised_bed=True,
    )  # fmt: skip
    FeatureFactory(garden=garden, kind="water", x=120, y=0, width=20, height=20)
    TenancyFactory(plot=plot, household=HouseholdFactory(name="Foyer Haddad"), name="Amina")

    page = plain(page_of(client, 4))

    for fact in ("10 m²", "Mi-ombre", "Sableux", "Sèche vite.", "À 8 m", "Un foyer la cultive."):
        assert fact in page
    assert "Haddad" not in page
    assert "Amina" not in page
    assert 'aria-current="page" aria-label="Parcelle 4' in page


def test_a_free_plot_leads_to_asking(client, garden):
    PlotFactory(garden=garden, number=4)

    assert f'href="{garden.get_request_url()}"' in plain(page_of(client, 4))


def test_seasons_are_shown_with_their_words(client, garden):
    plot = PlotFactory(garden=garden, number=4)
    for number in range(5):
        PlotPicture.objects.create(
            plot=plot,
            picture=a_picture(),
            taken_on=date(2026, 1 + number * 2, 3),
            words=f"N° {number}",
        )

    page = plain(page_of(client, 4))

    assert page.index("Automne 2026") < page.index("Été 2026") < page.index("Hiver 2026")
    assert "N° 3" in page


def test_a_picture_without_words_is_refused():
    picture = Picture(title="IMG_1234", description="")
    picture.pk = 1

    with pytest.raises(Exception, match="pas de description"):
        PlotPicture(picture=picture, taken_on=date(2026, 1, 3)).clean()


def test_a_divided_plot_says_what_it_became_and_its_halves_where_they_come_from(client, garden):
    plot = PlotFactory(garden=garden, number=4, outline=rectangle(0, 0, 80, 40))
    split_plot(
        plot_id=plot.pk, way="down", at=40, halves=(Half(number=5), Half(number=6)), keeps={},
        on=timezone.localdate(),
    )  # fmt: skip

    old, half = plain(page_of(client, 4)), plain(page_of(client, 5))

    assert "cette parcelle a été divisée en deux" in old
    assert 'href="/jardins/rails/parcelles/6/"' in old
    assert "la parcelle 4 a été divisée : 5 et 6" in half


def test_unknown_plots_and_gardens_are_not_found(client, garden):
    assert page_of(client, 99).status_code == 404
    assert client.get("/jardins/ailleurs/parcelles/1/").status_code == 404
    assert client.get("/jardins/ailleurs/plan/").status_code == 404


@pytest.mark.parametrize("plots", [10, 200])
def test_queries_do_not_grow_with_plots_nor_pictures(
    client, garden, django_assert_max_num_queries, plots
):
    garden.plan_width = garden.plan_height = 4000
    garden.save()
    for n in range(plots):
        plot = PlotFactory(
            garden=garden, number=n + 1, outline=rectangle(n % 20 * 50, n // 20 * 30, 40, 25)
        )
        TenancyFactory(plot=plot)
    for n in range(min(plots, 12)):
        PlotPicture.objects.create(plot=plot, picture=a_picture(), taken_on=date(2026, 1, n + 1))
    for address in (
        reverse("gardens:plot", args=["rails", plots]),
        reverse("gardens:plan", args=["rails"]),
    ):
        client.get(address)
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200


def test_a_plot_that_is_offered_reads_so_without_a_name_nor_a_rank(client, garden):
    asked = ask(garden, name="Amina Diallo")
    plot = PlotFactory(garden=garden, number=4)
    offer = actions.offer_plot(
        request_id=asked.pk, plot_id=plot.pk, starts_on=timezone.localdate(), by=None
    )

    page, plan = plain(page_of(client, 4)), plain(client.get(plan_of("rails")))

    assert "Elle est proposée : un foyer de la liste" in page
    assert 'aria-label="Parcelle 4, proposée, 10 m²"' in plan
    assert "<strong>Proposée</strong>" in plan
    for told in (page, plan):
        assert "Amina" not in told
        assert garden.get_request_url() not in told
    actions.decline_offer(token=offer.token, stays=True)
    assert 'aria-label="Parcelle 4, libre, 10 m²"' in plain(client.get(plan_of("rails")))


def test_an_offer_that_ran_out_leaves_its_plot_free_before_any_sweeper(client, garden):
    plot = PlotFactory(garden=garden, number=4)
    long_ago = timezone.now() - timedelta(days=40)
    actions.offer_plot(
        request_id=ask(garden, now=long_ago).pk,
        plot_id=plot.pk,
        starts_on=timezone.localdate(),
        by=None,
        now=long_ago,
    )

    assert 'aria-label="Parcelle 4, libre, 10 m²"' in plain(client.get(plan_of("rails")))


def test_a_corner_that_is_offered_is_not_to_be_shared_any_more(garden):
    plot = PlotFactory(garden=garden, number=4, kind="shared")
    TenancyFactory(plot=plot)
    before = queries.glance_at(garden, at=timezone.now())
    actions.offer_plot(
        request_id=ask(garden).pk, plot_id=plot.pk, starts_on=timezone.localdate(), by=None
    )
    after = queries.glance_at(garden, at=timezone.now())

    assert (before.free_corners, after.free_corners) == (1, 0)
    assert say_standing(after.plots[0]) != say_standing(before.plots[0])


def test_a_part_offered_while_it_is_held_takes_nothing_from_the_others(garden):
    plot = PlotFactory(garden=garden, number=4, kind="shared", parts=3)
    today = timezone.localdate()
    TenancyFactory(plot=plot, part=1, ends_on=today + timedelta(days=20))
    TenancyFactory(plot=plot, part=2)
    PlotOffer.objects.create(
        request=ask(garden), plot=plot, part=1, starts_on=today + timedelta(days=30),
        offered_at=timezone.now(), expires_at=timezone.now() + timedelta(days=5), rank=1,
    )  # fmt: skip

    assert queries.glance_at(garden, at=timezone.now()).free_corners == 1
