"""The whole platform as its users get it: started by the README's own command, driven through a real browser."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from workbench.ports import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = (
    600  # a busy machine takes minutes to lay the demo; one that fails ends, and is told at once
)


class Platform:
    """What `make run` starts: engines, stand-in, web, worker and beat, with the demo collective in a folder of ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        inherited = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DATABASE_URL", "REDIS_URL", "MODE", "DJANGO_SETTINGS_MODULE")
        }
        with (folder / "run.log").open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workbench.run"],
                cwd=ROOT,
                env={
                    **inherited,
                    "PORT": str(self.port),
                    "STRIPE_STANDIN_PORT": str(free_port()),
                    "LOCAL_DIR": str(folder / "local"),
                    "LANG": "fr_FR.UTF-8",
                },
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            assert self.process.poll() is None, (self.folder / "run.log").read_text()
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=2)
            except OSError:
                time.sleep(0.5)
            else:
                return
        raise AssertionError((self.folder / "run.log").read_text())

    def stop(self) -> None:
        """Ctrl-C, as a person would; the log says so if something did not stop."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)
