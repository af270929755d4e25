"""`make audit`: measures the site that runs (``make run``, or SITE=https://…), and fails below our marks."""

import os
import sys
import urllib.error
import urllib.request

from workbench import console
from workbench.audit import lighthouse, nu, pages, tools
from workbench.troubles import Trouble, say


def main() -> int:
    site = os.environ.get("SITE", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}").rstrip("/")
    try:
        tools.prepare()
        _answers(site)
        faults = [fault for address in pages.find(site) for fault in _measure(address)]
    except Trouble as trouble:
        console.complain(trouble)
        return 1
    console.tell()
    for fault in faults:
        console.tell(f"  {fault}")
    console.tell(
        say(f"À reprendre : {len(faults)}", f"To mend: {len(faults)}")
        if faults
        else say("Tout est au-dessus de la barre.", "All is above the bar.")
    )
    return 1 if faults else 0


def _measure(address: str) -> list[str]:
    """Print what a page scores, and return what is below the marks, in words."""
    scores = lighthouse.scores(address)
    mistakes = nu.mistakes(address)
    told = "  ".join(f"{name} {score}" for name, score in scores.items())
    console.tell(f"  {told}  html {len(mistakes)}  {address}")
    low = [
        f"{address}: {name} {scores[name]} < {least}"
        for name, least in lighthouse.LEAST.items()
        if scores[name] < least
    ]
    return low + [f"{address}: {mistake}" for mistake in mistakes]


def _answers(site: str) -> None:
    try:
        with urllib.request.urlopen(f"{site}/healthz", timeout=10):  # noqa: S310
            return
    except (urllib.error.URLError, OSError) as silence:
        raise Trouble("site_away", site=site) from silence


if __name__ == "__main__":
    sys.exit(main())
