"""What comes from others is kept as it came: each file under static/vendor is listed, licensed and unmodified."""

import hashlib
import json
from pathlib import Path

STATIC = Path(__file__).resolve().parents[1] / "site/static"
VENDOR = STATIC / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text())
FREE_LICENCES = {"0BSD", "MIT", "BSD-3-Clause", "ISC", "Apache-2.0", "OFL-1.1"}


def listed_files() -> dict[Path, str]:
    """Path and sha256 of each vendored file, as the manifest tells them."""
    return {
        VENDOR / package["folder"] / name: origin["sha256"]
        for package in MANIFEST
        for name, origin in package["files"].items()
    }


def test_files_are_those_of_the_manifest() -> None:
    actual = {
        path: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert actual == listed_files()


def test_each_package_names_a_free_licence_and_carries_its_text() -> None:
    for package in MANIFEST:
        assert package["version"]
        assert package["licence"] in FREE_LICENCES
        assert "LICENSE" in package["files"]


def test_fonts_of_a_page_weigh_at_most_120_kb() -> None:
    assert sum(path.stat().st_size for path in VENDOR.rglob("*.woff2")) <= 120_000
