"""A volunteer writes an article with a picture, another one reviews, publishes and restores it: at the real desk."""

import re
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.utils.text import slugify
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP
from tests.browser.inbox import read_mail

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

WRITER, REVIEWER = "redaction@halle.example", "relecture@halle.example"
DESCRIPTION = "Trois cagettes de pommes sur l’étal, à l’ombre."
REMARK = "Belle photo, je publie."
RESTORE = "Passer en revue cette version"
FIRST_LEAD, SECOND_LEAD = "On presse les pommes dimanche.", "On presse les pommes samedi."


@pytest.fixture
def title():
    return f"Le pressoir est sorti {uuid4().hex[:6]}"


@pytest.fixture
def photo(tmp_path):
    """A photo as a phone gives it; its colours are its own, so that no other test has brought the same."""
    path = tmp_path / f"pommes-{uuid4().hex[:6]}.jpg"
    Image.effect_mandelbrot((1600, 1200), (-2, -1.5, 1, 1.5), 40).save(path, quality=80)
    with path.open("ab") as file:
        file.write(uuid4().bytes)
    return path


@pytest.fixture
def open_desk(open_page, platform_url):
    """Open pages at a volunteer's laptop, which calls nobody but the platform."""
    asked = set()

    def open_desk(email):
        page = open_page(viewport=LAPTOP)
        page.context.on("request", lambda request: asked.add(urlsplit(request.url)[:2]))
        sign_in(page, email)
        return page

    yield open_desk
    own, at_hand = urlsplit(platform_url)[:2], {("data", ""), ("blob", "")}
    assert asked - at_hand == {own}


def sign_in(page: Page, email: str) -> None:
    page.goto("/connexion/login/?next=/gestion/")
    page.get_by_label("Votre adresse e-mail").fill(email)
    page.get_by_text("J’ai un mot de passe").click()
    page.get_by_label("Mot de passe").fill("demo")
    page.get_by_role("button", name="Continuer").click()
    page.wait_for_url("**/gestion/")


def begin_article(page: Page, *, title: str, lead: str) -> None:
    """From the list that readers see, as a volunteer who has just read it."""
    page.goto("/articles/")
    page.get_by_role("button", name="Voir les actions rapides").click()
    page.get_by_role("menuitem", name="Ajouter une sous-page").click()
    page.get_by_role("link", name=re.compile(r"^\s*Article\b")).click()
    field(page, "Titre").fill(title)
    field(page, "Chapeau").fill(lead)


def field(page: Page, name: str):
    return page.get_by_role("textbox", name=re.compile(f"^{name}"))


def bring_picture_in(page: Page, photo) -> None:
    """Without its description first: the desk says what is missing, and keeps the file's form open."""
    page.get_by_role("button", name="Choisir une image").click()
    page.get_by_role("tab", name="Transférer").click()
    form = page.locator("form", has=page.get_by_label("Décorative"))
    for description, then in (("", form.get_by_text("Décrivez l’image")), (DESCRIPTION, None)):
        form.get_by_label("Titre").fill("Pommes")
        form.get_by_label("Fichier").set_input_files(photo)
        form.get_by_label("Description").fill(description)
        form.get_by_role("button", name="Transférer").click()
        if then:
            expect(then).to_be_visible()
    expect(form).to_be_hidden()
    expect(page.get_by_text("Pommes", exact=True)).to_be_visible()


def choose(page: Page, action: str) -> None:
    """An action from the menu beside the save button; the desk then says that it is done."""
    foot = page.get_by_role("navigation", name="Actions (pied de page)")
    foot.get_by_role("button", name="Plus d'actions").click()
    foot.get_by_role("button", name=re.compile(f"^{action}")).click()
    expect(page.locator(".messages")).to_contain_text(re.compile("[Pp]age «"))


def comment(page: Page, words: str) -> None:
    page.locator("[data-contentpath=lead]").hover()
    page.locator("[data-contentpath=lead]").get_by_label("Ajouter un commentaire").click()
    page.get_by_placeholder("Entrez votre commentaire").fill(words)
    page.get_by_role("button", name="Commenter", exact=True).click()
    expect(page.get_by_text(words, exact=True)).to_be_visible()


def expect_public(page: Page, address: str, *, lead: str) -> None:
    page.goto(address)
    expect(page.locator("main")).to_contain_text(lead)
    photo = page.get_by_role("img", name=DESCRIPTION)
    assert photo.evaluate("photo => photo.currentSrc").endswith(".webp")
    assert photo.evaluate("photo => photo.decode().then(() => photo.naturalWidth)") > 0


def restore_first_version(page: Page) -> None:
    """The oldest version in the history that differs: drafts are listed the newest first."""
    first = page.locator("tr", has_text="Brouillon sauvegardé").last
    first.get_by_role("button", name="Actions").click()
    page.get_by_role("link", name=RESTORE).click()
    expect(field(page, "Chapeau")).to_have_value(FIRST_LEAD)
    choose(page, "Publier")


def test_from_the_first_word_to_the_restored_version(open_desk, title, photo):
    writer = open_desk(WRITER)
    begin_article(writer, title=title, lead=FIRST_LEAD)
    bring_picture_in(writer, photo)
    choose(writer, "Soumettre")
    read_mail(writer, to=REVIEWER, subject=f"À relire.*{title}")

    reviewer = open_desk(REVIEWER)
    reviewer.get_by_role("link", name=title).click()
    edit = reviewer.url
    comment(reviewer, REMARK)
    choose(reviewer, "Approuver et Publier")
    address = f"/articles/{slugify(title)}/"
    expect_public(reviewer, address, lead=FIRST_LEAD)
    read_mail(writer, to=WRITER, subject=f"En ligne.*{title}")

    reviewer.goto(edit)
    field(reviewer, "Chapeau").fill(SECOND_LEAD)
    choose(reviewer, "Publier")
    expect_public(reviewer, address, lead=SECOND_LEAD)

    reviewer.goto(edit.replace("/edit/", "/history/"))
    restore_first_version(reviewer)
    expect_public(reviewer, address, lead=FIRST_LEAD)
