"""`python -m workbench.screenshots`: the key pages as people see them, on a phone and a laptop, by day and by night.

Pictures go to screenshots/. The platform is the one that runs at PLATFORM_URL, or one started for them alone.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from workbench import browser, console
from workbench.engines import ROOT
from workbench.ports import LOOPBACK, free_port
from workbench.troubles import Trouble, say

FOLDER = ROOT / "screenshots"
START_SECONDS = 240
PATIENCE_MS = 20_000
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
FLAGS = ("--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb")


@dataclass(frozen=True)
class Shot:
    """A page to look at: where to start, and how to get there by the links people follow."""

    name: str
    path: str
    follow: tuple[str, ...] = ()
    prepare: Callable[[Page], None] | None = None


def fill_basket(page: Page) -> None:
    """The first two things of the market, as a shopper adds them."""
    page.goto("/marche/")
    add = page.locator("button[name=quantity]", has_text="Ajouter")
    for _ in range(2):
        before = add.count()
        add.first.click()
        expect(add).to_have_count(before - 1)


SHOTS = (
    Shot("home", "/"),
    Shot("market", "/marche/"),
    Shot("basket", "/marche/panier/", prepare=fill_basket),
    Shot(
        "checkout",
        "/marche/panier/",
        ("main form[action$='/panier/commander/'] button",),
        prepare=fill_basket,
    ),
    Shot("workshops", "/ateliers/"),
    Shot("session", "/ateliers/", ("main .card--link a",)),
    Shot("gardens", "/jardins/"),
    Shot("garden", "/jardins/", ("main h2 a",)),
    Shot("article", "/articles/", ("main .card--link a",)),
    Shot("agenda", "/agenda/"),
    Shot("season", "/saison/"),
    Shot("plant", "/jardins/plantes/carotte/"),
)


def main() -> int:
    try:
        with _platform() as address:
            take_all(address, FOLDER)
    except Trouble as trouble:
        console.complain(trouble)
        return 1
    console.tell(str(FOLDER))
    return 0


def take_all(address: str, folder: Path) -> None:
    """Every shot at every width, light and dark."""
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser.find_or_install(), args=list(FLAGS)
        )
        for shot in SHOTS:
            with console.step(shot.name):
                for width in WIDTHS:
                    for scheme in SCHEMES:
                        _take(chromium, address, shot, folder, width=width, scheme=scheme)
        chromium.close()


def _take(
    chromium: Browser, address: str, shot: Shot, folder: Path, *, width: int, scheme: str
) -> None:
    context = chromium.new_context(
        base_url=address,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        locale="fr-FR",
        timezone_id="Europe/Paris",
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    if shot.prepare:
        shot.prepare(page)
    page.goto(shot.path)
    for link in shot.follow:
        page.locator(link).first.click()
        page.wait_for_load_state()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    _see_all(page)
    page.screenshot(
        path=folder / f"{shot.name}-{width}-{scheme}.png", full_page=True, animations="disabled"
    )
    context.close()


def _see_all(page: Page) -> None:
    """Scroll to the foot and back: pictures below the fold are fetched only once one comes near."""
    page.evaluate(
        """async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 400) {
                window.scrollTo(0, y);
                await new Promise((done) => setTimeout(done, 30));
            }
            await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
            window.scrollTo(0, 0);
        }"""
    )


@contextmanager
def _platform() -> Iterator[str]:
    """The address of a platform with the demo collective, ended afterwards when it was ours."""
    running = os.environ.get("PLATFORM_URL")
    if running:
        yield running.rstrip("/")
        return
    with tempfile.TemporaryDirectory(prefix="screenshots-") as folder:
        port = free_port()
        process = _start(Path(folder), port)
        try:
            with console.step(say("Une halle pour la photo", "A hall for the picture")):
                _wait(process, f"http://{LOOPBACK}:{port}", Path(folder))
            yield f"http://{LOOPBACK}:{port}"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def _start(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    """What `make run` starts, in a folder of its own."""
    ours = {"DATABASE_URL", "REDIS_URL", "MODE", "DJANGO_SETTINGS_MODULE", "MAKELEVEL"}
    env = {name: value for name, value in os.environ.items() if name not in ours}
    env |= {
        "PORT": str(port),
        "STRIPE_STANDIN_PORT": str(free_port()),
        "LOCAL_DIR": str(folder / "local"),
    }
    with (folder / "run.log").open("w") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "workbench.run"],
            cwd=ROOT,
            env=env,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _wait(process: "subprocess.Popen[bytes]", address: str, folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2)  # noqa: S310
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
        else:
            return
    log = folder / "run.log"
    raise Trouble(
        "child_failed", name="run", code=process.poll() or 0, log=log, details=log.read_text()
    )


if __name__ == "__main__":
    sys.exit(main())
