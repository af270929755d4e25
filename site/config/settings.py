"""Django's settings. What differs from one installation to another comes from ``config.environment``."""

import environ
from csp.constants import NONCE, SELF
from django.utils.translation import gettext_lazy as _

from config.environment import (
    ALLOWED_HOSTS,
    DATABASE_POOL,
    DATABASE_URL,
    DEBUG,
    DEFAULT_FROM_EMAIL,
    DEMO,
    EMAIL,
    LOG_LEVEL,
    MEDIA_ROOT,
    MODE,
    PRODUCTION,
    REDIS_URL,
    ROOT,
    SECRET_KEY,
    SITE_ROOT,
    SITE_URL,
    SSL_REDIRECT,
    STRIPE_API_BASE,
    STRIPE_JS_URL,
    STRIPE_PUBLISHABLE_KEY,
    STRIPE_SECRET_KEY,
    STRIPE_WEBHOOK_SECRET,
)

# Read by Django or by our own modules through ``django.conf.settings``.
__all__ = [
    "ALLOWED_HOSTS",
    "DEBUG",
    "DEFAULT_FROM_EMAIL",
    "MEDIA_ROOT",
    "SECRET_KEY",
    "STRIPE_API_BASE",
    "STRIPE_JS_URL",
    "STRIPE_PUBLISHABLE_KEY",
    "STRIPE_SECRET_KEY",
    "STRIPE_WEBHOOK_SECRET",
]

HTTPS = SITE_URL.startswith("https://")

# --- Applications: our own first, so that their templates win. -------------------------------------------

INSTALLED_APPS = [
    "content",
    "impact",
    "workshops",
    "gardens",
    "market",
    "commons.notices",
    "commons.payments",
    "commons.cms",
    "commons.finding",
    "commons.people",
    "commons.places",
    "commons.plants",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "commons.people.users.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
]
if DEMO:
    INSTALLED_APPS.insert(0, "demo")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.null_bytes.null_bytes_middleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.language.language_middleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "commons.people.second_factor.SecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

if DEMO:
    # In production the proxy compresses. What an attacker could guess from the length of a compressed page
    # (BREACH) is blurred: this middleware adds a random length, and each form masks its token anew.
    MIDDLEWARE.insert(0, "django.middleware.gzip.GZipMiddleware")

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "config.context.site_frame",
            ],
            "builtins": ["commons.cms.templatetags.design"],
        },
    }
]

# --- Engines ----------------------------------------------------------------------------------------------

DATABASES = {
    "default": {
        **environ.Env.db_url_config(DATABASE_URL or "postgres://postgres@127.0.0.1:5432/halle"),
        "ENGINE": "django.db.backends.postgresql",
        "OPTIONS": {"pool": {"min_size": 1, "max_size": DATABASE_POOL}},
    }
}
if MODE == "test":
    # Race tests open a connection per thread and close it: a pool would hold the test database open.
    DATABASES["default"]["OPTIONS"] = {}

CACHES = {
    "default": {
        "BACKEND": "config.cache.ForgivingCache",
        "LOCATION": REDIS_URL or "redis://127.0.0.1:6379/0",
        "OPTIONS": {
            # Redis may be gone at any time: a page is then slower, never broken.
            "IGNORE_EXCEPTIONS": True,
            "SOCKET_CONNECT_TIMEOUT": 0.3,
            "SOCKET_TIMEOUT": 1,
        },
    }
}

CELERY_BROKER_URL = REDIS_URL or "redis://127.0.0.1:6379/0"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # With the defaults a killed worker's task came back after about 100 s; with these, after 14 s.
    "visibility_timeout": 3600,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 0.5,
    "socket_timeout": 5,
}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SOFT_TIME_LIMIT = 120
CELERY_TASK_TIME_LIMIT = 180
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 10
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_TIMEZONE = "Europe/Paris"

# --- Words and time ---------------------------------------------------------------------------------------

# Messages are written in French in the code; the English catalogue is site/locale/en.
LANGUAGE_CODE = "fr"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fr", _("Français")), ("en", _("English"))]
LOCALE_PATHS = [SITE_ROOT / "locale"]
FORMAT_MODULE_PATH = "config.formats"
TIME_ZONE = "Europe/Paris"
USE_I18N = USE_TZ = True
WAGTAIL_I18N_ENABLED = True

# --- People -----------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["commons.people.backend.PeopleBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people:account"
ACCOUNT_ADAPTER = "commons.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_SIGNUP_FORM_CLASS = "commons.people.forms.SignupForm"
ACCOUNT_FORMS = {"login": "commons.people.sign_in.SignInForm"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Beside allauth's own limits: messages written to the house or to a partner.
ACCOUNT_RATE_LIMITS = {"enquiry": "10/h/ip", "fund_word": "20/h/ip"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Halle & Jardins"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
SECOND_FACTOR_FOR_STAFF = not DEMO
# Tries are limited by address: behind our proxy, the visitor's is the one the proxy saw, not the proxy's own.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0

# --- Mail -------------------------------------------------------------------------------------------------

vars().update(EMAIL)
if DEMO:
    EMAIL_BACKEND = "demo.mail.InboxBackend"
EMAIL_TIMEOUT = 10
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Files ------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "staticfiles"
STATICFILES_DIRS = [SITE_ROOT / "static"]
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
# A page of a growing agenda is posted whole by its editor.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- Wagtail ----------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Halle & Jardins"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# A draft is kept as it is written. Every half second, as Wagtail would, is a lot of writing for a small machine.
WAGTAIL_AUTOSAVE_INTERVAL = 2000  # milliseconds
# Whoever has the same page open is seen within ten seconds.
WAGTAIL_EDITING_SESSION_PING_INTERVAL = 10000  # milliseconds
# Reviews are told by rows of our own (content.review); an administrator is not a reviewer.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# Screens of the desk, and the mails of the review, speak the person's language.
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "cms.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "commons.cms.picture_form.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "heic", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
# A few kilobytes can unfold into more pixels than the machine has memory: 50 million is a good camera's.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_WEBP_QUALITY = 78
WAGTAILDOCS_EXTENSIONS = [
    *("pdf", "odt", "ods", "csv", "docx", "xlsx", "txt"),
    *("mp4", "webm", "vtt"),
]
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "commons.finding.backend", "SEARCH_CONFIG": "halle_fr"}
}

# --- Defences ---------------------------------------------------------------------------------------------

SESSION_COOKIE_AGE = 60 * 24 * 3600  # a visitor's basket lives as long as their session
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS and SSL_REDIRECT
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail previews a page inside its own frame, hence:
SILENCED_SYSTEM_CHECKS = ["security.W019"]
CONTENT_SECURITY_POLICY = {
    # Wagtail still writes inline scripts on its own screens.
    "EXCLUDE_URL_PREFIXES": ("/gestion/", "/en/gestion/"),
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "object-src": ["'none'"],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # These tell each call at INFO; what goes wrong comes back to us as an exception anyway.
    "loggers": {name: {"level": "WARNING"} for name in ("stripe", "django_tasks")},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
