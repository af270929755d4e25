"""Broken links are found where editors can mend them, and no visit ever enters our own walls."""

import socket
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text import RichText

from commons.cms.links import actions, visiting
from commons.cms.links.models import Link
from commons.people.models import Person
from content.models import ArticleIndexPage, ArticlePage
from tests.commons.cms.pictures_at_hand import a_picture

pytestmark = pytest.mark.usefixtures("site_pages")

Problem = Link.Problem


def an_article(*blocks, title="Le compost"):
    index = ArticleIndexPage.objects.get(locale__language_code="fr")
    return index.add_child(instance=ArticlePage(title=title, body=list(blocks)))


def text(html):
    return "text", RichText(html)


def links_of(page) -> dict[str, str]:
    return dict(Link.objects.filter(page=page).values_list("address", "problem"))


@contextmanager
def another_site(answers):
    """A site on this machine; ``answers`` gives a status by method and path, or a place to go to."""
    asked = []

    class Site(BaseHTTPRequestHandler):
        def do_HEAD(self):
            answer = answers.get((self.command, self.path), answers.get(self.path, 404))
            asked.append((self.command, self.path))
            self.send_response(302 if isinstance(answer, str) else answer)
            if isinstance(answer, str):
                self.send_header("Location", answer)
            self.end_headers()

        do_GET = do_HEAD  # noqa: N815

        def log_message(self, *_args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


@pytest.fixture
def this_machine_is_elsewhere(monkeypatch):
    """The test's own server stands on loopback, where a visit never goes."""
    real = visiting.is_public
    monkeypatch.setattr(
        visiting, "is_public", lambda machine: machine == "127.0.0.1" or real(machine)
    )


def test_links_are_read_wherever_they_stand():
    target = an_article(title="Cible")
    page = an_article(
        text(
            f'<p><a linktype="page" id="{target.pk}">a</a> <a href="https://v.example/">b</a>'
            ' <a href="mailto:a@b.fr">c</a> <a linktype="document" id="999">d</a></p>'
        ),
        ("accordion", {"questions": [
            {"question": "?", "answer": RichText('<a href="/nulle-part/">e</a>')}
        ]}),
        ("remote_video", {"title": "f", "url": "https://films.example/1"}),
        ("call", {"title": "g", "text": "", "page": target, "button": "h"}),
    )  # fmt: skip
    actions.list_links()
    assert set(links_of(page)) == {
        f"page:{target.pk}",
        "https://v.example/",
        "document:999",
        "/nulle-part/",
        "https://films.example/1",
    }


def test_a_link_that_an_editor_took_away_is_forgotten():
    page = an_article(text('<a href="https://v.example/">a</a>'))
    actions.list_links()
    page.body = [text("<p>Rien.</p>")]
    page.save()
    actions.list_links()
    assert links_of(page) == {}


def test_pages_and_files_that_went_are_seen():
    hidden, gone = an_article(title="Cachée"), an_article(title="Partie")
    page = an_article(
        text(f'<a linktype="page" id="{hidden.pk}">a</a><a linktype="document" id="999">b</a>'),
        ("call", {"title": "c", "text": "", "page": gone, "button": "d"}),
    )
    number = gone.pk
    hidden.unpublish()
    Page.objects.get(pk=gone.pk).delete()
    actions.list_links()
    actions.check_inner_links(now=timezone.now())
    assert links_of(page) == {
        f"page:{hidden.pk}": Problem.PAGE_UNPUBLISHED,
        f"page:{number}": Problem.PAGE_GONE,
        "document:999": Problem.DOCUMENT_GONE,
    }
    assert not get_document_model().objects.exists()


def test_paths_of_our_own_site_are_tried_without_the_network(settings):
    page = an_article(text('<a href="/ateliers/">a</a><a href="/nulle-part/">b</a>'
                           f'<a href="{settings.SITE_URL}/agenda/">c</a>'))  # fmt: skip
    actions.list_links()
    actions.check_due_links(now=timezone.now())
    assert links_of(page) == {
        "/ateliers/": "",
        "/nulle-part/": Problem.NOT_FOUND,
        f"{settings.SITE_URL}/agenda/": "",
    }


@pytest.mark.usefixtures("this_machine_is_elsewhere")
def test_another_site_is_asked_for_its_head_then_for_its_page():
    answers = {
        "/there": 200,
        ("HEAD", "/shy"): 405, ("GET", "/shy"): 200,
        "/moved": "/there",
        "/round": "/round",
        "/broken": 500,
        "/closed": 403,
    }  # fmt: skip
    with another_site(answers) as (site, asked):
        found = {path: visiting.visit(site + path).problem for path in (
            "/there", "/shy", "/moved", "/round", "/broken", "/closed", "/gone"
        )}  # fmt: skip
    assert found == {
        "/there": "",
        "/shy": "",
        "/moved": "",
        "/round": Problem.SILENT,
        "/broken": Problem.REFUSED,
        "/closed": "",
        "/gone": Problem.NOT_FOUND,
    }
    assert ("GET", "/there") not in asked


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://10.0.0.1/", "http://192.168.1.1/",
        "http://169.254.169.254/latest/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/", "http://2130706433/", "file:///etc/passwd", "ftp://v.example/",
    ],
)  # fmt: skip
def test_our_own_walls_are_never_visited(address):
    assert visiting.visit(address).problem == Problem.FORBIDDEN


def test_a_redirection_into_our_walls_is_not_followed(monkeypatch):
    with (
        another_site({}) as (inside, asked_inside),
        another_site({"/": f"{inside}/secret"}) as (
            outside,
            _asked,
        ),
    ):
        port = outside.rpartition(":")[2]
        monkeypatch.setattr(
            visiting,
            "_public_machine",
            lambda host, at: "127.0.0.1" if str(at) == port else _refuse(),
        )
        assert visiting.visit(outside).problem == Problem.FORBIDDEN
    assert asked_inside == []


def _refuse():
    raise visiting.NotPublic


@pytest.mark.usefixtures("this_machine_is_elsewhere")
def test_a_site_that_says_nothing_is_left_after_a_while(monkeypatch):
    monkeypatch.setattr(visiting, "SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        found = visiting.visit(f"http://127.0.0.1:{mute.getsockname()[1]}/")
    assert found.problem == Problem.SILENT


def test_no_host_is_bothered_and_each_address_comes_round_once_a_week(monkeypatch):
    visited = []
    monkeypatch.setattr(
        actions, "visit", lambda address: visited.append(address) or visiting.Finding(problem="")
    )
    an_article(text("".join(f'<a href="https://v.example/{n}">{n}</a>' for n in range(5))))
    actions.list_links()
    now = timezone.now()
    actions.check_due_links(now=now)
    assert len(visited) == actions.LINKS_A_HOST
    actions.check_due_links(now=now)
    assert len(visited) == 5
    actions.check_due_links(now=now)
    assert len(visited) == 5
    actions.check_due_links(now=now + timedelta(days=8))
    assert len(visited) == 8


@pytest.fixture
def coordinator(db, client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    person = Person.objects.create_superuser("lea@exemple.fr")
    client.force_login(person)
    return person


def report(client, name):
    response = client.get(f"/gestion/rapports/{name}/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.usefixtures("coordinator")
def test_the_report_of_links_says_where_what_and_how_to_mend(client):
    page = an_article(text('<a href="/nulle-part/">b</a>'))
    assert "Aucun lien cassé" in report(client, "liens")
    actions.list_links()
    actions.check_due_links(now=timezone.now())
    words = report(client, "liens")
    assert "Le compost" in words
    assert "/nulle-part/" in words
    assert "L’adresse n’existe pas" in words
    assert f"/gestion/pages/{page.pk}/edit/" in words


@pytest.mark.usefixtures("coordinator")
def test_the_report_of_pictures_shows_those_in_use_that_say_nothing(client):
    bare = a_picture(title="Muette", description="")
    a_picture(title="Inutilisée", description="")
    spoken = a_picture(title="Parlante")
    decor = a_picture(title="Fond", description="", is_decorative=True)
    assert "Toutes les images montrées sont décrites" in report(client, "images")
    for picture in (bare, spoken, decor):
        page = an_article(title=f"Avec {picture.pk}")
        page.photo = picture
        page.save()
    words = report(client, "images")
    assert "Muette" in words
    assert f"Avec {bare.pk}" in words
    assert f"/gestion/images/{bare.pk}/" in words
    for title in ("Inutilisée", "Parlante", "Fond"):
        assert title not in words


@pytest.mark.usefixtures("coordinator")
@pytest.mark.parametrize("name", ["liens", "images"])
def test_reports_ask_few_questions_however_long(client, django_assert_max_num_queries, name):
    for number in range(8):
        page = an_article(text(f'<a href="/nulle-part/{number}/">b</a>'), title=f"Page {number}")
        page.photo = a_picture(title=f"Image {number}", description="")
        page.save()
    actions.list_links()
    Link.objects.update(problem=Problem.NOT_FOUND, checked_at=timezone.now())
    report(client, name)
    with django_assert_max_num_queries(40):
        report(client, name)
