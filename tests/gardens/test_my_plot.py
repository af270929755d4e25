"""A household's page, for whoever holds its link."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gardens.models import Tenancy
from tests.gardens.factories import TenancyFactory

pytestmark = pytest.mark.django_db


def test_the_link_opens_the_page_of_the_plot(client: Client) -> None:
    tenancy = TenancyFactory(plot__number=12)
    page = client.get(tenancy.get_absolute_url())
    assert page.status_code == 200
    assert "Parcelle 12" in page.content.decode()
    assert "noindex" in page.content.decode()


def test_a_wrong_link_and_a_cancelled_tenancy_open_nothing(client: Client) -> None:
    cancelled = TenancyFactory(state=Tenancy.State.CANCELLED)
    assert client.get("/jardins/ma-parcelle/nobody/").status_code == 404
    assert client.get(cancelled.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(("days_ago", "status"), [(1, 200), (60, 200), (61, 404)])
def test_the_page_is_read_two_months_after_the_end(
    client: Client, days_ago: int, status: int
) -> None:
    ended = timezone.localdate() - timedelta(days=days_ago)
    tenancy = TenancyFactory(starts_on=date(2025, 3, 1), ends_on=ended)
    page = client.get(tenancy.get_absolute_url())
    assert page.status_code == status
    if status == 200:
        assert "n’est plus la vôtre" in page.content.decode()
