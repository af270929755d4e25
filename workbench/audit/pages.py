"""A page of each kind, found by following links: the audit knows no slug."""

import re
import urllib.request
from collections.abc import Iterator

# Where to start, and which link to follow there.
KINDS = (
    ("/", None),
    ("/ateliers/", r"/ateliers/(?!seances/)[\w-]+/"),
    ("/ateliers/", r"/ateliers/seances/\d+/"),
    ("/marche/", r"/marche/\d{4}-\d\d-\d\d/"),
    ("/marche/", r"/marche/produits/[\w-]+/"),
    ("/articles/", r"/articles/[\w-]+/"),
    ("/jardins/", r"/jardins/(?!plantes/)[\w-]+/"),
    ("/en/", None),
)


def find(site: str) -> Iterator[str]:
    """The address of each page that there is; a kind that has none yet is left out."""
    for start, link in KINDS:
        if link is None:
            yield site + start
            continue
        with urllib.request.urlopen(site + start, timeout=30) as answer:  # noqa: S310
            html = answer.read().decode()
        if found := re.search(rf'href="({link})["#?]', html):
            yield site + found[1]
