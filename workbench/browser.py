"""`python -m workbench.browser`: a Chromium for the browser tests, found or installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from workbench import console
from workbench.troubles import Trouble

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# By the program of each system's package manager: the commands that install Chromium.
INSTALLERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "apt-get": (
        ("apt-get", "update", "-q"),
        ("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"),
    ),
    "dnf": (("dnf", "install", "-y", "chromium"),),
    "apk": (("apk", "add", "chromium"),),
    "pacman": (("pacman", "-S", "--noconfirm", "chromium"),),
    "brew": (("brew", "install", "--cask", "chromium"),),
}


def find() -> str | None:
    """The path of a Chromium: the one that CHROMIUM names, or else the system's."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    places = (shutil.which(name) for name in (*NAMES, *MAC_APPLICATIONS))
    return next((place for place in places if place), None)


def find_or_install() -> str:
    """The path of a Chromium. Raises Trouble, saying what to type, when it must be done by hand."""
    found = find()
    if found:
        return found
    manager = next((name for name in INSTALLERS if shutil.which(name)), None)
    if os.environ.get("CHROMIUM") or manager is None:
        raise Trouble("no_browser")
    commands = INSTALLERS[manager]
    prefix = _rights(manager)
    if prefix is not None:
        for command in commands:
            subprocess.run([*prefix, *command], check=False)
    found = find()
    if found is None:
        by_hand = " && ".join(" ".join(["sudo", *command]) for command in commands)
        raise Trouble("browser_by_hand", command=by_hand.replace("sudo brew", "brew"))
    return found


def _rights(manager: str) -> Sequence[str] | None:
    """What to put before a command to install, or None when we may not."""
    if manager == "brew" or os.geteuid() == 0:
        return ()
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ("sudo", "-n") if asked.returncode == 0 else None


def main() -> int:
    try:
        console.tell(f"Chromium: {find_or_install()}")
    except Trouble as trouble:
        console.complain(trouble)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
