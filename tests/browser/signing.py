"""Signing in as somebody of the demo, as a person would."""

from playwright.sync_api import Page


def sign_in(page: Page, *, box: str, to: str) -> None:
    """As box@halle.example, to come out at a path."""
    page.goto(f"/connexion/login/?next={to}")
    page.get_by_label("Votre adresse e-mail").fill(f"{box}@halle.example")
    page.get_by_text("J’ai un mot de passe").click()
    page.get_by_label("Mot de passe").fill("demo")
    page.get_by_role("button", name="Continuer").click()
    page.wait_for_url(f"**{to}")
