"""Sessions that one can still read about before they start. Workshops themselves are pages of the tree."""

from collections.abc import Iterator

from django.utils import timezone

from commons.cms.addresses import in_each_language
from commons.cms.sitemap import Listed
from workshops.models import Session


def listed() -> Iterator[Listed]:
    for session in Session.objects.upcoming(at=timezone.now()).only("pk").iterator():
        yield Listed(paths=in_each_language("workshops:session", session.pk))
