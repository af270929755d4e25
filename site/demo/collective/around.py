"""What stands around the hall: partners, who answers the mail, legal texts in force, the way to each place."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from content.models import ContactReason, LegalPage, LegalVersion, Need, Partner, PlacePage
from demo.collective.helpers import NEEDS, PARTNERS
from demo.collective.legal import BEFORE, CHANGES, fill_in
from demo.collective.ways import WAYS

WHO_ANSWERS = {
    "Une commande, un étal": "marche@halle.example",
    "Un atelier": "ateliers@halle.example",
    "Un jardin, une parcelle": "jardins@halle.example",
}

TEXTS_SINCE = timedelta(days=40)  # in force since; the version before, a year earlier
A_YEAR = timedelta(days=365)


def lay(*, now: datetime) -> None:
    """Each of these once: what volunteers changed since is theirs."""
    today = timezone.localdate(now)
    _partners()
    for name, email in WHO_ANSWERS.items():
        ContactReason.objects.filter(name_fr=name, email="").update(email=email)
    _legal_texts(since=today - TEXTS_SINCE)
    _ways()


def _partners() -> None:
    if Partner.objects.exists():
        return
    needs = {
        slug: Need.objects.create(slug=slug, name_fr=french, name_en=english, position=rank)
        for rank, (slug, (french, english)) in enumerate(NEEDS.items())
    }
    for facts in PARTNERS:
        partner = Partner.objects.create(
            **{name: fact for name, fact in facts.items() if name != "needs"}
        )
        partner.needs.set([needs[slug] for slug in facts["needs"]])


def _legal_texts(*, since: date) -> None:
    """The drafts a site begins with, filled in and dated; privacy has had a version before."""
    if LegalVersion.objects.exclude(in_force_on=None).exists():
        return
    for draft in LegalVersion.objects.select_related("page__locale"):
        page, language = draft.page, draft.page.locale.language_code
        if page.kind == LegalPage.Kind.PRIVACY:
            LegalVersion.objects.create(
                page=page, in_force_on=since - A_YEAR, text=BEFORE[language]
            )
            draft.changes = CHANGES[language]
        draft.text = fill_in(draft.text)
        draft.in_force_on = since
        draft.full_clean()
        draft.save()


def _ways() -> None:
    """How to come to each place, in the language of its page."""
    for page in PlacePage.objects.filter(slug__in=WAYS, opening="").select_related("locale"):
        for name, words in WAYS[page.slug].items():
            setattr(page, name, words[int(page.locale.language_code == "en")])
        page.save_revision().publish()
