"""The card form in a real browser, on a page with a strict content security policy."""

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright
from stripe import StripeClient

from tests.workbench.standin_process import StandinProcess
from tests.workbench.standin_shop_page import ShopPage

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    flags += ["--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def shop_page(running_standin: StandinProcess) -> Iterator[ShopPage]:
    shop = ShopPage(running_standin.url)
    yield shop
    shop.shutdown()
    shop.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR")
    page = context.new_page()
    page.set_default_timeout(5000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if "Policy" in line.text else None)
    yield page
    assert faults == []
    context.close()


def open_payment(page: Page, shop_page: ShopPage, client: StripeClient, locale: str = "fr") -> str:
    """Go and pay 12.34 €; returns the intent's id."""
    intent = client.v1.payment_intents.create({"amount": 1234, "currency": "eur"})
    page.goto(f"{shop_page.url}/payer?{intent.client_secret}&{locale}")
    expect(page.locator("form.ready")).to_be_visible()
    return intent.id


def fill(page: Page, number: str) -> None:
    page.get_by_label("Numéro de carte").press_sequentially(number)
    page.get_by_label("Date d’expiration").press_sequentially("1240")
    page.get_by_label("Code de sécurité").press_sequentially("123")


def test_a_card_is_typed_and_pays(page: Page, shop_page: ShopPage, client: StripeClient) -> None:
    intent = open_payment(page, shop_page, client)
    fill(page, "4242424242424242")
    expect(page.get_by_label("Numéro de carte")).to_have_value("4242 4242 4242 4242")
    expect(page.get_by_label("Date d’expiration")).to_have_value("12 / 40")
    expect(page.locator("form.complete")).to_be_visible()
    page.get_by_label("Code de sécurité").press("Enter")
    expect(page.locator("output")).to_have_text("succeeded")
    assert client.v1.payment_intents.retrieve(intent).status == "succeeded"


def test_a_refusal_is_told_in_french_and_another_card_pays(
    page: Page, shop_page: ShopPage, client: StripeClient
) -> None:
    open_payment(page, shop_page, client)
    page.get_by_role("button", name="Solde insuffisant").click()
    page.get_by_role("button", name="Payer").click()
    expect(page.locator("output")).to_have_text("Le solde de la carte est insuffisant.")
    page.get_by_role("button", name="Acceptée").click()
    page.get_by_role("button", name="Payer").click()
    expect(page.locator("output")).to_have_text("succeeded")


def test_what_is_missing_is_said_beside_the_field(
    page: Page, shop_page: ShopPage, client: StripeClient
) -> None:
    open_payment(page, shop_page, client)
    page.get_by_role("button", name="Payer").click()
    number = page.get_by_label("Numéro de carte")
    expect(number).to_be_focused()
    expect(number).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("alert").first).to_have_text("Le numéro de carte est incomplet.")


@pytest.mark.parametrize(("button", "status"), [("Autoriser", "succeeded"), ("Refuser", "failed")])
def test_3d_secure_goes_to_the_bank_and_comes_back(
    page: Page, shop_page: ShopPage, client: StripeClient, button: str, status: str
) -> None:
    intent = open_payment(page, shop_page, client)
    page.get_by_role("button", name="3-D Secure").click()
    page.get_by_role("button", name="Payer").click()
    expect(page.get_by_role("heading", name="Confirmez avec votre banque")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/merci?*")
    assert f"payment_intent={intent}" in page.url
    assert f"redirect_status={status}" in page.url


def test_the_form_is_accessible_and_speaks_english(
    page: Page, shop_page: ShopPage, client: StripeClient
) -> None:
    open_payment(page, shop_page, client, "en")
    expect(page.get_by_label("Card number")).to_be_visible()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
