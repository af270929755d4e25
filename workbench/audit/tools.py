"""What the audit needs and the platform does not: Node, Java, a Chromium, and two packages of npm."""

import shutil
import subprocess
from pathlib import Path

from workbench import browser, console
from workbench.troubles import Trouble, say

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"


def prepare() -> None:
    """Find the programs and install the packages, pinned. Raises Trouble naming what is missing."""
    for program, package in (("node", "Node 20"), ("npm", "npm"), ("java", "Java 17")):
        if shutil.which(program) is None:
            raise Trouble("audit_needs", program=package)
    browser.find_or_install()
    if not (MODULES / "lighthouse").is_dir():
        with console.step(say("Lighthouse et le vérificateur Nu", "Lighthouse and the Nu checker")):
            _install()


def _install() -> None:
    done = subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=HERE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Trouble("audit_not_installed", details=done.stderr[-2000:])
