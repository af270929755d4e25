"""A payment page as strict as the site's own: no inline style, scripts from itself and the stand-in only."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SCRIPT = """
const stripe = Stripe("pk_test_demo", {locale: "fr"});
const form = document.querySelector("form");
const elements = stripe.elements({clientSecret: form.dataset.secret, locale: form.dataset.locale,
  appearance: {variables: {colorPrimary: "#7a2048"}}});
const payment = elements.create("payment");
payment.on("ready", () => form.classList.add("ready"));
payment.on("change", (event) => form.classList.toggle("complete", event.complete));
payment.mount("#payment");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const {error, paymentIntent} = await stripe.confirmPayment({elements,
    confirmParams: {return_url: location.origin + "/merci"}, redirect: "if_required"});
  document.querySelector("output").value = error ? error.message : paymentIntent.status;
});
"""


class ShopPage(ThreadingHTTPServer):
    """Serves the page, its script, and a thank-you page."""

    daemon_threads = True

    def __init__(self, standin_url: str) -> None:
        super().__init__(("127.0.0.1", 0), _Page)
        self.standin_url = standin_url
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def page(self, query: str) -> str:
        """The payment page for `client_secret?locale`."""
        secret, _, locale = query.partition("&")
        return (
            f'<!doctype html><html lang="{locale}"><title>Payer</title><main><h1>Payer</h1>'
            f'<form data-secret="{secret}" data-locale="{locale}">'
            '<div id="payment"></div><button>Payer</button><output></output></form></main>'
            f'<script src="{self.standin_url}/v3/"></script><script src="/page.js"></script>'
        )


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        shop = self.server
        assert isinstance(shop, ShopPage)
        path, _, query = self.path.partition("?")
        pages = {"/page.js": SCRIPT, "/payer": shop.page(query), "/merci": "<h1>Merci</h1>"}
        body = pages.get(path, "").encode()
        self.send_response(200 if path in pages else 404)
        self.send_header(
            "Content-Type", "text/javascript" if path == "/page.js" else "text/html; charset=utf-8"
        )
        standin = shop.standin_url
        policy = f"default-src 'none'; script-src 'self' {standin}; connect-src {standin}; style-src 'self'"
        self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """The tests look at the page, not at a log."""
