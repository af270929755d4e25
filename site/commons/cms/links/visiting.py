"""Tries an address of another site, as a careful guest: briefly, and never inside our own walls."""

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from commons.cms.links.models import Link

Problem = Link.Problem

SECONDS = 5
REDIRECTS = 4
VISITOR = "Mozilla/5.0 (compatible; HalleEtJardins link check)"
# Some servers do not know HEAD, or refuse it to whom they serve the page.
ASK_AGAIN = frozenset({403, 404, 405, 501})
# Addresses asked to wait or to sign in exist all the same.
THERE = frozenset({401, 403, 429})


class NotPublic(Exception):
    """The address leads to a private network, or to no network at all."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What came of a visit; ``status`` is None when nobody answered."""

    problem: str
    status: int | None = None


def visit(address: str) -> Finding:
    """HEAD, then GET where HEAD is not understood; each redirection is looked at before it is followed."""
    try:
        status = _follow(address)
    except NotPublic:
        return Finding(problem=Problem.FORBIDDEN)
    except (OSError, http.client.HTTPException, ValueError):
        return Finding(problem=Problem.SILENT)
    return Finding(problem=_problem(status), status=status)


def _problem(status: int) -> str:
    if status in (404, 410):
        return Problem.NOT_FOUND
    return Problem.REFUSED if status >= 400 and status not in THERE else Problem.NONE


def _follow(address: str) -> int:
    for _redirection in range(REDIRECTS + 1):
        status, onward = _ask(address, "HEAD")
        if status in ASK_AGAIN:
            status, onward = _ask(address, "GET")
        if not onward:
            return status
        address = urljoin(address, onward)
    raise http.client.HTTPException("too many redirections")


def _ask(address: str, method: str) -> tuple[int, str]:
    """The status, and where it sends us next; the body is left unread."""
    url = urlsplit(address)
    connection = _connect(url)
    try:
        path = (url.path or "/") + (f"?{url.query}" if url.query else "")
        connection.request(method, path, headers={"User-Agent": VISITOR, "Accept": "*/*"})
        answer = connection.getresponse()
        onward = answer.getheader("Location") if 300 <= answer.status < 400 else None
        return answer.status, onward or ""
    finally:
        connection.close()


def _connect(url: SplitResult) -> http.client.HTTPConnection:
    """A connection to the very machine that was looked at: a second look-up might answer otherwise."""
    if url.scheme not in ("http", "https") or not url.hostname:
        raise NotPublic
    port = url.port or (443 if url.scheme == "https" else 80)
    machine = _public_machine(url.hostname, port)
    connection = http.client.HTTPConnection(url.hostname, port, timeout=SECONDS)
    connection.sock = socket.create_connection((machine, port), timeout=SECONDS)
    if url.scheme == "https":
        secure = ssl.create_default_context()
        connection.sock = secure.wrap_socket(connection.sock, server_hostname=url.hostname)
    return connection


def _public_machine(host: str, port: int) -> str:
    """The first address of a host, when all of them are public. Raises NotPublic."""
    found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not all(is_public(str(machine)) for machine in found):
        raise NotPublic
    return str(found[0])


def is_public(machine: str) -> bool:
    """Neither loopback, nor a private network, nor a cloud's own desk; an IPv4 in IPv6 clothes is undressed."""
    address = ipaddress.ip_address(machine.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return address.is_global and not address.is_multicast
