"""`python -m workbench.first_steps`: take the pending steps, all in one Django process.

Its progress goes to the reader; what Django says goes to the log that is its error output.
"""

import io
import os
import sys

import django
from django.core.management import call_command

from workbench import console, steps


def main() -> None:
    django.setup()
    database_url = os.environ["DATABASE_URL"]
    for step, fingerprint in steps.pending(database_url):
        said = io.StringIO()
        try:
            with console.step(step.label()):
                call_command(*step.command, stdout=said, stderr=sys.stderr)
        finally:
            print(f"{step.name}\n{said.getvalue()}", file=sys.stderr, flush=True)
        steps.note(database_url, step, fingerprint, said.getvalue())


if __name__ == "__main__":
    main()
