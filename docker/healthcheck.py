"""Is this container's web server well? Exit code 0 when /healthz answers 200, else 1.

Python, because the image has no curl. Django refuses a request that does not name one of its hosts,
so the question carries the first of ALLOWED_HOSTS.
"""

import http.client
import os
import sys

PORT = 8000
TIMEOUT = 4  # seconds, one less than the health check's own


def main() -> int:
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=TIMEOUT)
    try:
        connection.request("GET", "/healthz", headers={"Host": host, "X-Forwarded-Proto": "https"})
        return 0 if connection.getresponse().status == http.HTTPStatus.OK else 1
    except OSError:
        return 1
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
