"""Form → action → redirect, for those who write to the house or to a partner."""

from collections.abc import Callable
from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from commons.people.asking import known
from content import actions, queries
from content.forms import ContactForm, EnquiryForm
from content.models import ContactPage, Enquiry, Partner, PartnerIndexPage
from content.structured import sharing_of_partner

Verb = Callable[..., Enquiry]


@require_POST
def contact(request: HttpRequest) -> HttpResponse:
    """What the contact page's form sends."""
    page = ContactPage.objects.live().filter(locale__language_code=_language()).first()
    if page is None:
        raise Http404
    form = ContactForm(request.POST)
    if _is_sent(request, form, verb=actions.write_to_house):
        messages.success(
            request, _("Votre message est parti. Un accusé de réception vous attend par mail.")
        )
        return redirect(page.get_url(request))
    request.wagtail_page = page  # type: ignore[attr-defined]  # the frame links to its twin
    context = {**page.get_context(request), "form": form}
    return render(request, "content/contact_page.html", context, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def partner(request: HttpRequest, slug: str) -> HttpResponse:
    """One partner, and the form that writes to them without showing their address."""
    shown = queries.partner_shown(slug)
    if shown is None:
        raise Http404
    form = EnquiryForm(request.POST or None, initial=known(request))
    writes = request.method == "POST" and bool(shown.relay_email)
    if writes and _is_sent(request, form, verb=actions.write_to_partner, partner=shown):
        messages.success(
            request,
            _("Votre message est parti chez %(partner)s. Une copie vous attend par mail.")
            % {"partner": shown.name},
        )
        return redirect(shown)
    context = {
        "partner": shown,
        "form": form,
        "crumbs": _crumbs(shown, request),
        "sharing": sharing_of_partner(shown),
        "privacy": queries.privacy_page(language=_language(), on=timezone.localdate()),
    }
    return render(request, "content/partner.html", context, status=422 if form.errors else 200)


def _crumbs(shown: Partner, request: HttpRequest) -> list[dict[str, str]]:
    """The directory this partner is in."""
    index = PartnerIndexPage.objects.live().filter(locale__language_code=_language()).first()
    if index is None:
        return []
    return [
        {"title": index.title, "url": index.get_url(request) or ""},
        {"title": shown.name, "url": ""},
    ]


def _is_sent(request: HttpRequest, form: EnquiryForm, *, verb: Verb, **to: Any) -> bool:
    """Whether the visitor is done; what went wrong is on the form. A machine is told that all is well."""
    if not form.is_valid():
        return False
    if form.is_from_a_machine:
        return True
    if not ratelimit.consume(request, action="enquiry"):
        form.add_error(None, _too_many())
        return False
    try:
        verb(**to, **form.message, language=_language())
    except actions.TooManyEnquiriesError:
        form.add_error(None, _too_many())
        return False
    return True


def _too_many() -> str:
    return _(
        "Plusieurs messages viennent déjà de partir d’ici. Réessayez demain, ou passez nous voir : "
        "ce que vous avez écrit est toujours là."
    )


def _language() -> str:
    return get_language() or "fr"
