"""Everything the stand-in knows, under one lock, kept in a JSON file when one is named."""

import json
import os
import secrets
import string
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .errors import no_such

Resource = dict[str, Any]
"""An API object. Keys that begin with "_" are the stand-in's own notes and never leave it."""

ALPHABET = string.ascii_letters + string.digits


def new_id(prefix: str, length: int = 24) -> str:
    """An id no one can guess, such as `pi_3Nc…` for the prefix `pi_3`."""
    return prefix + "".join(secrets.choice(ALPHABET) for _ in range(length))


def now() -> int:
    """This moment, in seconds since 1970, as the API counts it."""
    return int(time.time())


class Vault:
    """Resources by id in order of creation, answers kept for idempotency, and deliveries to the webhook."""

    def __init__(self, file: Path | None = None):
        self.lock = threading.RLock()
        self.delivery_due = threading.Condition(self.lock)
        self.file = file
        self.empty()
        if file and file.exists():
            self._load(file)

    def empty(self) -> None:
        """Forget everything."""
        self.resources: dict[str, Resource] = {}
        self.answers: dict[str, dict[str, Any]] = {}
        self.deliveries: dict[str, dict[str, Any]] = {}

    def put(self, resource: Resource) -> Resource:
        """Keep a new resource under its id."""
        self.resources[resource["id"]] = resource
        return resource

    def find(self, kind: str, id: str, *, param: str = "id", status: int = 404) -> Resource:
        """The resource of this kind with this id, else Stripe's `resource_missing`."""
        resource = self.resources.get(id)
        if resource is None or resource["object"] != kind:
            raise no_such(kind, id, param=param, status=status)
        return resource

    def every(self, kind: str, **where: Any) -> Iterator[Resource]:
        """Resources of a kind whose fields have these values, oldest first."""
        for resource in self.resources.values():
            if resource["object"] == kind and all(
                resource.get(name) == value for name, value in where.items()
            ):
                yield resource

    def save(self) -> None:
        """Write the file whole, then put it in place, so that a kill never leaves half of one."""
        if not self.file:
            return
        with self.lock:
            text = json.dumps(
                {name: getattr(self, name) for name in ("resources", "answers", "deliveries")}
            )
            fresh = self.file.with_suffix(".new")
            fresh.write_text(text, encoding="utf-8")
            os.replace(fresh, self.file)

    def _load(self, file: Path) -> None:
        for name, value in json.loads(file.read_text(encoding="utf-8")).items():
            setattr(self, name, value)
