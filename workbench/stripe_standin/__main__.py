"""python -m workbench.stripe_standin: see README.md."""

import argparse
import logging
import signal
import sys
from pathlib import Path

from .server import Server
from .standin import Options, Standin


def read_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="stripe_standin", description="A stand-in for the Stripe API."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=12111, help="0 takes a free one and prints it")
    parser.add_argument("--public-url", help="where browsers reach it; by default http://HOST:PORT")
    parser.add_argument("--webhook-url", help="where events go; nowhere by default")
    parser.add_argument("--webhook-secret", default="whsec_demo")
    parser.add_argument("--secret-key", default="sk_test_demo")
    parser.add_argument("--publishable-key", default="pk_test_demo")
    parser.add_argument(
        "--state", type=Path, help="a JSON file that keeps payments from one start to the next"
    )
    return parser.parse_args(arguments)


def main() -> None:
    """Serve until SIGTERM or Ctrl-C."""
    arguments = read_arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    try:
        server = Server(arguments.host, arguments.port)
    except OSError as error:
        sys.exit(f"Port {arguments.port} on {arguments.host}: {error.strerror}. See --port.")
    url = arguments.public_url or f"http://{arguments.host}:{server.server_port}"
    options = Options(
        secret_key=arguments.secret_key,
        publishable_key=arguments.publishable_key,
        webhook_url=arguments.webhook_url,
        webhook_secret=arguments.webhook_secret,
        public_url=url.rstrip("/"),
        state=arguments.state,
    )
    server.standin = Standin(options)
    server.standin.courier.start()
    signal.signal(signal.SIGTERM, _leave)
    print(f"Stripe stand-in at {options.public_url}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


def _leave(*_: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
