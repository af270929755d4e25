"""For those who write pages here: volunteers who may open the desk. Others find nothing at these addresses."""

from collections.abc import Callable
from functools import wraps

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from commons.places.models import House
from content.styleguide import guide, mails

# A mail carries its styles inline and runs nothing.
MAIL_POLICY = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "img-src": [SELF, "data:"],
    "frame-ancestors": [SELF],
}

View = Callable[..., HttpResponseBase]


def for_volunteers(view: View) -> View:
    """Ask visitors to sign in; answer 404 to people without a desk."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@for_volunteers
def styleguide(request: HttpRequest) -> HttpResponse:
    """Components, tokens, drawings and mails, on one page."""
    context = {
        "components": guide.components(request, now=timezone.now()),
        "pairs": guide.pairs(),
        "sizes": guide.SIZES,
        "spaces": guide.SPACES,
        "pictograms": guide.pictograms(),
        "illustrations": guide.illustrations(),
        "mails": mails.names(),
    }
    return render(request, "content/styleguide/page.html", context)


@require_safe
@for_volunteers
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """One mail, as a mail program shows it, and its plain text."""
    _html, text = _rendered(request, name)
    return render(request, "content/styleguide/mail.html", {"name": name, "text": text})


@require_safe
@for_volunteers
@csp_replace(MAIL_POLICY)  # type: ignore[arg-type]  # typed for views without arguments
def mail_html(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML of a mail alone, for the frame."""
    html, _text = _rendered(request, name)
    return HttpResponse(html)


def _rendered(request: HttpRequest, name: str) -> tuple[str, str]:
    if name not in mails.names():
        raise Http404
    return mails.render(name, now=timezone.now(), house=House.load(request))
