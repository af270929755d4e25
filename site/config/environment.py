"""What comes from the environment, read once. ``docker/.env.example`` names and explains each variable.

MODE is ``production`` unless said otherwise, so that forgetting it is safe; ``config.guards`` then refuses to
start on a secret or an address of the demo.
"""

from pathlib import Path

import environ

from config.guards import DEMO_SECRET_KEY, refuse_unsafe_production

ROOT = Path(__file__).resolve().parent.parent.parent
SITE_ROOT = ROOT / "site"
env = environ.Env()

MODE = env.str("MODE", default="production")
DEMO = MODE == "demo"
PRODUCTION = MODE == "production"
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="" if PRODUCTION else DEMO_SECRET_KEY)
SITE_URL = env.str("SITE_URL", default="" if PRODUCTION else "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUCTION else ["*"])

DATABASE_URL = env.str("DATABASE_URL", default="")
REDIS_URL = env.str("REDIS_URL", default="")

STRIPE_API_BASE = env.str("STRIPE_API_BASE", default="https://api.stripe.com")
STRIPE_JS_URL = env.str("STRIPE_JS_URL", default="https://js.stripe.com/v3/")
STRIPE_SECRET_KEY = env.str("STRIPE_SECRET_KEY", default="" if PRODUCTION else "sk_test_demo")
STRIPE_PUBLISHABLE_KEY = env.str(
    "STRIPE_PUBLISHABLE_KEY", default="" if PRODUCTION else "pk_test_demo"
)
STRIPE_WEBHOOK_SECRET = env.str("STRIPE_WEBHOOK_SECRET", default="" if PRODUCTION else "whsec_demo")

DATABASE_POOL = env.int("DATABASE_POOL", default=12)
EMAIL = env.email_url("EMAIL_URL", default="smtp://127.0.0.1:25")
DEFAULT_FROM_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default="Halle & Jardins <bonjour@halle.example>"
)
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(ROOT / "media"))
SSL_REDIRECT = env.bool("SSL_REDIRECT", default=True)
LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")

if PRODUCTION:
    refuse_unsafe_production(
        secret_key=SECRET_KEY,
        debug=DEBUG,
        stripe_api_base=STRIPE_API_BASE,
        stripe_secret_key=STRIPE_SECRET_KEY,
        stripe_webhook_secret=STRIPE_WEBHOOK_SECRET,
        allowed_hosts=ALLOWED_HOSTS,
        site_url=SITE_URL,
        database_url=DATABASE_URL,
        redis_url=REDIS_URL,
    )
