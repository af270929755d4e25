"""The demo's inbox: every mail the platform sent, for whoever tries it."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from demo.models import DemoAttachment, DemoMail

MAILS_PER_PAGE = 30

# A mail carries its styles inline and runs nothing; its links open the site, not the frame.
MAIL_POLICY = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "img-src": [SELF, "data:"],
    "frame-ancestors": [SELF],
    "base-uri": [SELF],
}
LINKS_LEAVE_THE_FRAME = '<base target="_top">'


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The mails, the newest first; ``?pour=`` keeps those of one address."""
    address = request.GET.get("pour", "").strip()
    mails = DemoMail.objects.defer("text", "html").prefetch_related("attachments")
    if address:
        mails = mails.filter(to__icontains=address)
    page = Paginator(mails, MAILS_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "demo/inbox.html", {"mails": page, "address": address})


@require_safe
def mail(request: HttpRequest, mail_id: int) -> HttpResponse:
    """One mail: as a mail program shows it, and its plain text."""
    shown = get_object_or_404(DemoMail.objects.prefetch_related("attachments"), pk=mail_id)
    return render(request, "demo/mail.html", {"mail": shown})


@require_safe
@csp_replace(MAIL_POLICY)  # type: ignore[arg-type]  # typed for views without arguments
def mail_html(_request: HttpRequest, mail_id: int) -> HttpResponse:
    """The HTML of a mail alone, for the sandboxed frame."""
    shown = get_object_or_404(DemoMail, pk=mail_id)
    return HttpResponse(LINKS_LEAVE_THE_FRAME + shown.html)


@require_safe
def attachment(_request: HttpRequest, attachment_id: int) -> HttpResponse:
    """A file, to save."""
    file = get_object_or_404(DemoAttachment, pk=attachment_id)
    return HttpResponse(
        bytes(file.content),
        content_type=file.mimetype,
        headers={"Content-Disposition": f'attachment; filename="{file.name}"'},
    )
