"""Keys that are the same at each load, so that what was done once is not done again."""

from uuid import NAMESPACE_URL, UUID, uuid5


def key(*parts: object) -> UUID:
    """ "booking", 12, "aya" → always the same UUID."""
    return uuid5(NAMESPACE_URL, "https://halle.example/" + "/".join(map(str, parts)))
