"""The verbs of content: write to the house, write to a partner, forget."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from content import rules
from content.letters import enquiries
from content.models import ContactReason, Enquiry, Partner


class TooManyEnquiriesError(Exception):
    """This address has written enough for today."""


def write_to_house(
    *,
    reason: ContactReason,
    form_key: UUID,
    name: str,
    email: str,
    words: str,
    language: str,
    now: datetime | None = None,
) -> Enquiry:
    """Keep a visitor's message, tell who answers, and acknowledge it to its sender.

    The same ``form_key`` gives the same message again, so a double click writes once.
    Raises TooManyEnquiriesError.
    """
    enquiry = Enquiry(
        reason=reason, form_key=form_key, name=name, email=email, words=words, language=language
    )
    return _keep(enquiry, now=now or timezone.now())


def write_to_partner(
    *,
    partner: Partner,
    form_key: UUID,
    name: str,
    email: str,
    words: str,
    language: str,
    now: datetime | None = None,
) -> Enquiry:
    """Pass a visitor's message on to a partner, whose address stays unknown, and copy its sender.

    The same ``form_key`` gives the same message again. Raises TooManyEnquiriesError.
    """
    enquiry = Enquiry(
        partner=partner, form_key=form_key, name=name, email=email, words=words, language=language
    )
    return _keep(enquiry, now=now or timezone.now())


def forget_old_enquiries(*, now: datetime | None = None) -> int:
    """Delete messages once they have served: a promise made beside the form."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        old = Enquiry.objects.filter(created_at__lt=now - rules.KEEP_ENQUIRIES_FOR)
        relayed = Enquiry.objects.filter(
            partner__isnull=False, created_at__lt=now - rules.KEEP_RELAYED_FOR
        )
        deleted, _by_model = (old | relayed).delete()
        return deleted


def _keep(enquiry: Enquiry, *, now: datetime) -> Enquiry:
    enquiry.created_at = now
    with transaction.atomic(durable=True):
        if already := Enquiry.objects.filter(form_key=enquiry.form_key).first():
            return already
        today = Enquiry.objects.filter(
            email=enquiry.email, created_at__gt=now - timedelta(days=1)
        ).count()
        if today >= rules.MOST_ENQUIRIES_A_DAY:
            raise TooManyEnquiriesError
        # Two clicks at the very same moment: the second insert waits for the first, and gives way.
        Enquiry.objects.bulk_create([enquiry], ignore_conflicts=True)
        kept = Enquiry.objects.get(form_key=enquiry.form_key)
        enquiries.write(kept)
    return kept
