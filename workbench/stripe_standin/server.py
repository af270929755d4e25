"""The HTTP side: threads, headers, CORS, and which part answers which path."""

import logging
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

from . import api, controls, page_3ds, page_onboarding, page_receipt, script
from .exchange import Reply, Request
from .standin import Standin

logger = logging.getLogger(__name__)

SERVED = {
    "/v1/": api.answer,
    "/_standin/": controls.answer,
    "/3ds/": page_3ds.answer,
    "/receipts/": page_receipt.answer,
    "/onboarding/": page_onboarding.answer,
}
SCRIPTS = ("/v3", "/v3/", "/stripe.js")
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key, Stripe-Version",
    "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
    "Access-Control-Expose-Headers": "Request-Id",
    "Access-Control-Max-Age": "600",
}


class Server(ThreadingHTTPServer):
    """Listens for one stand-in."""

    daemon_threads = True
    request_queue_size = 128

    standin: Standin

    def __init__(self, host: str, port: int):
        super().__init__((host, port), Handler)


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 60

    @property
    def standin(self) -> Standin:
        """The stand-in that this server listens for."""
        return cast(Server, self.server).standin

    def answer(self) -> None:
        """Read the request, have it answered, send the answer."""
        request = self._read()
        reply = self._route(request)
        if request.method != "GET":
            self.standin.vault.save()
        # The path alone is logged: queries and bodies hold client secrets and card numbers.
        logger.info(
            "%s %s %s", request.method, request.path, "lost" if reply.lost else reply.status
        )
        if reply.lost:
            self.close_connection = True
            return
        self._send(reply)

    do_GET = do_POST = do_DELETE = do_OPTIONS = answer

    def log_message(self, format: str, *args: object) -> None:
        """`answer` writes the log."""

    def _read(self) -> Request:
        path, _, query = self.path.partition("?")
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode("utf-8", "replace")
        return Request(self.command, path, query, cast("dict[str, str]", self.headers), body)

    def _route(self, request: Request) -> Reply:
        if request.method == "OPTIONS":
            return Reply(204, headers=dict(CORS))
        if request.path in SCRIPTS:
            return script.answer(self.standin, request)
        for prefix, answer in SERVED.items():
            if request.path.startswith(prefix):
                reply = answer(self.standin, request)
                if prefix == "/v1/":
                    reply.headers |= CORS
                return reply
        return Reply(404, "Not found", "text/plain; charset=utf-8")

    def _send(self, reply: Reply) -> None:
        body = reply.body.encode()
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
