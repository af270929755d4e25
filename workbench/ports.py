"""Which local ports are taken, which are free."""

import socket

LOOPBACK = "127.0.0.1"


def is_taken(port: int, host: str = LOOPBACK) -> bool:
    """Whether a server could not listen there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as door:
        # As our servers do: what a stopped one leaves in TIME_WAIT does not count.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError:
            return True
        return False


def free_port() -> int:
    """A port that nobody listens on, until someone does: be ready to fail."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as door:
        door.bind((LOOPBACK, 0))
        return int(door.getsockname()[1])


def next_free(port: int, host: str = LOOPBACK) -> int:
    """The first free port after this one, to suggest to the reader."""
    return next((near for near in range(port + 1, port + 100) if not is_taken(near, host)), 0)
