"""Every field that a volunteer fills in has its French name, and says what its name leaves open."""

import pytest
from django.apps import apps
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from commons.cms.desk import ReadOnlyPolicy, fields_in

PAGES = [m for m in apps.get_models() if issubclass(m, Page) and m is not Page]
# Wagtail's dialog of dates explains them both itself.
EXPLAINED_ELSEWHERE = {"go_live_at", "expire_at"}


def forms():
    for model in PAGES:
        yield model, model.get_edit_handler()
    for model in get_snippet_models():
        if not isinstance(model.snippet_viewset.permission_policy, ReadOnlyPolicy):
            yield model, model.snippet_viewset.get_edit_handler()
    for model in settings_registry:
        yield model, get_setting_edit_handler(model)


@pytest.mark.parametrize(("model", "form"), list(forms()), ids=lambda given: str(given)[:40])
def test_each_field_says_what_to_write(model, form):
    silent = [
        field.field_name
        for field in fields_in(form)
        if field.field_name not in EXPLAINED_ELSEWHERE
        and not field.read_only
        and not (field.help_text or field.model._meta.get_field(field.field_name).help_text)
    ]
    assert silent == [], model


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_each_kind_of_page_says_what_it_is_for(model):
    assert model.get_page_description()
