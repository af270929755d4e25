"""Dates that Django and Wagtail write by themselves read as ours do."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.utils import translation
from django.utils.formats import date_format


@pytest.mark.parametrize(
    ("language", "said"), [("en", "5 June 2026, 18:00"), ("fr", "5 juin 2026 18:00")]
)
def test_a_moment_is_said_the_same_way_at_the_desk_and_on_the_pages(language, said):
    with translation.override(language):
        assert date_format(datetime(2026, 6, 5, 18, tzinfo=UTC), "DATETIME_FORMAT") == said


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("typed", ["05/06/2026", "2026-06-05"])
def test_the_day_is_typed_before_the_month_in_both_languages(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed).isoformat() == "2026-06-05"
