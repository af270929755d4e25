"""The tests of a group go to one worker: a second browser would start a second platform, for minutes."""

import os
import subprocess
import sys

MODULE = """
import os, pytest
pytestmark = pytest.mark.xdist_group("platform")
@pytest.mark.parametrize("rank", range(8))
def test_which(rank):
    with open("workers", "a") as workers:
        print(os.environ["PYTEST_XDIST_WORKER"], file=workers)
"""


def test_a_group_has_one_worker(tmp_path):
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "test_one.py").write_text(MODULE)
    (tmp_path / "test_other.py").write_text(MODULE)
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTEST_", "DJANGO_"))
    }
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:django", "-n", "2", "--dist", "loadgroup"],
        cwd=tmp_path,
        env=ours,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout
    workers = (tmp_path / "workers").read_text().split()
    assert len(workers) == 16
    assert len(set(workers)) == 1
