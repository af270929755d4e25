"""Lighthouse, as a phone on a slow network sees a page."""

import json
import os
import subprocess
from statistics import median_low

from workbench import browser
from workbench.audit.tools import MODULES
from workbench.troubles import Trouble

# Hundredths, by Lighthouse's own names.
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 95, "seo": 95}
MINUTES = 3
RUNS = 3

Report = dict[str, dict[str, dict[str, float | None]]]
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


def scores(address: str) -> dict[str, int]:
    """What a page gets in each category: the median of three runs, as Lighthouse advises, for one run varies."""
    runs = [run for run in (_scores(_run(address)) for _time in range(RUNS)) if run]
    if not runs:
        raise Trouble("audit_failed", address=address)
    return {name: median_low(run[name] for run in runs) for name in LEAST}


def _scores(report: Report | None) -> dict[str, int]:
    if report is None:
        return {}
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in LEAST}


def _run(address: str) -> Report | None:
    """None when the browser lost the page on its way, as it does on a busy machine."""
    done = subprocess.run(
        [
            "node", str(MODULES / "lighthouse" / "cli" / "index.js"), address,
            "--quiet", "--output=json", "--output-path=stdout",
            f"--only-categories={','.join(LEAST)}", f"--chrome-flags={FLAGS}",
        ],
        env={**os.environ, "CHROME_PATH": browser.find_or_install()},
        capture_output=True, text=True, check=False, timeout=MINUTES * 60,
    )  # fmt: skip
    if done.returncode:
        return None
    report: Report = json.loads(done.stdout)
    return report
