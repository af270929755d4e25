"""The W3C's checker of HTML."""

import json
import subprocess
import urllib.request

from workbench.audit.tools import MODULES

JAR = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def mistakes(address: str) -> list[str]:
    """The errors of a page, one sentence each; warnings are matters of taste."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310
        page = answer.read()
    done = subprocess.run(
        ["java", "-jar", str(JAR), "--format", "json", "--exit-zero-always", "-"],
        input=page, capture_output=True, check=False,
    )  # fmt: skip
    found = json.loads(done.stderr)["messages"]
    return [
        f"{fault.get('lastLine', '?')}: {fault['message']}"
        for fault in found
        if fault["type"] != "info"
    ]
