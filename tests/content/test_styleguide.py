"""The style guide shows every component and every mail, to volunteers only."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from commons.people.models import Person
from content.roles import WRITERS
from content.styleguide import mails, samples
from content.styleguide.guide import COMPONENTS

pytestmark = pytest.mark.usefixtures("site_pages")

QUERIES_AT_MOST = 12


@pytest.fixture
def writer(client):
    person = Person.objects.create_user("ines@exemple.fr", is_staff=True)
    person.groups.add(Group.objects.get(name=WRITERS))
    client.force_login(person)
    return client


def test_a_visitor_is_asked_to_sign_in(client):
    response = client.get("/styleguide/")
    assert response.status_code == 302
    assert "/connexion/login/" in response["Location"]


@pytest.mark.parametrize(
    "path", ["", "courriels/market/emails/receipt/", "courriels/market/emails/receipt/html/"]
)
def test_a_member_without_a_desk_finds_nothing(client, path):
    client.force_login(Person.objects.create_user("sam@exemple.fr"))
    assert client.get(f"/styleguide/{path}").status_code == 404


def test_every_component_is_shown():
    """When it fails: give the new component its states in content/styleguide/samples.py."""
    components = {path.stem for path in Path(COMPONENTS).glob("*.html")}
    shown = set(samples.examples(now=timezone.now()))
    assert components == shown | samples.IN_THE_FRAME | samples.INSIDE_ANOTHER
    assert not shown & (samples.IN_THE_FRAME | samples.INSIDE_ANOTHER)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_page_draws_them_in_few_questions(writer, prefix, django_assert_max_num_queries):
    writer.get(f"{prefix}/styleguide/")
    with django_assert_max_num_queries(QUERIES_AT_MOST):
        response = writer.get(f"{prefix}/styleguide/")
    words = response.content.decode()
    assert response.status_code == 200
    assert 'aria-busy="true"' in words
    assert "market/emails/receipt" in words
    assert 'id="couleurs"' in words


def test_no_pair_of_colours_is_unreadable(writer):
    assert "illisible" not in writer.get("/styleguide/").content.decode()


def test_every_mail_can_be_read_in_both_its_forms(writer):
    found = mails.names()
    assert {"market/emails/receipt", "account/email/login_code_message"} <= set(found)
    assert not [name for name in found if name.endswith(("lines", "facts", "base_message"))]
    for name in found:
        assert writer.get(f"/styleguide/courriels/{name}/").status_code == 200
        paper = writer.get(f"/styleguide/courriels/{name}/html/")
        assert paper.content.decode().startswith("<!doctype html>"), name
        assert "frame-ancestors 'self'" in paper["Content-Security-Policy"]


def test_only_mails_have_a_preview(writer):
    assert writer.get("/styleguide/courriels/base/").status_code == 404
    assert writer.get("/styleguide/courriels/../../settings/").status_code == 404
