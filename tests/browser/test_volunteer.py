"""A volunteer writes an article with a picture, another one reviews, publishes and restores it: at the real desk."""

import re
from uuid import uuid4

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP
from tests.browser.inbox import read_mail

# One platform for all of them: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("platform")]

WRITER, REVIEWER = "redaction@halle.example", "relecture@halle.example"
DESCRIPTION = "Trois cagettes de pommes sur l’étal, à l’ombre."
REMARK = "Belle photo. Je publie !"
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


def sign_in(page: Page, email: str) -> None:
    page.goto("/connexion/login/?next=/gestion/")
    page.get_by_label("Votre adresse e-mail").fill(email)
    page.get_by_text("J’ai un mot de passe").click()
    page.get_by_label("Mot de passe").fill("demo")
    page.get_by_role("button", name="Continuer").click()
    page.wait_for_url("**/gestion/")


def begin_article(page: Page, *, title: str, lead: str) -> None:
    page.goto("/articles/")
    page.get_by_role("button", name="Gestion").click()
    page.get_by_role("menuitem", name="Ajouter une sous-page").click()
    page.get_by_role("link", name=re.compile(r"^\s*Article\b")).first.click()
    page.get_by_role("textbox", name="Titre").fill(title)
    page.get_by_role("textbox", name="Chapeau").fill(lead)


def bring_picture_in(page: Page, photo) -> None:
    """Without its description first: the desk says what is missing, and keeps the file's form open."""
    page.get_by_role("button", name="Choisir une image").click()
    dialog = page.get_by_role("dialog", name="Choisir une image")
    dialog.get_by_role("tab", name="Transférer").click()
    dialog.get_by_label("Fichier").set_input_files(photo)
    dialog.get_by_role("button", name="Transférer").click()
    expect(dialog.get_by_text("Décrivez l’image en une phrase")).to_be_visible()
    dialog.get_by_label("Fichier").set_input_files(photo)
    dialog.get_by_label("Description").fill(DESCRIPTION)
    dialog.get_by_role("button", name="Transférer").click()
    expect(dialog).to_be_hidden()


def save_draft(page: Page) -> None:
    page.get_by_role("button", name="Enregistrer le brouillon").click()


def choose_action(page: Page, name: str) -> None:
    """An action from the menu beside the save button."""
    page.get_by_role("button", name="Plus d'actions").click()
    page.get_by_role("button", name=name).click()


def test_from_the_first_word_to_the_restored_version(open_page, title, photo):
    writer = open_page(viewport=LAPTOP)
    sign_in(writer, WRITER)
    begin_article(writer, title=title, lead=FIRST_LEAD)
    bring_picture_in(writer, photo)
    choose_action(writer, "Soumettre")
    read_mail(writer, to=REVIEWER, subject=title)
