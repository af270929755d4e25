"""The way back to the workshops."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day
from workshops.models import Session, WorkshopPage

Crumbs = list[dict[str, Any]]


def crumbs(
    title: str, *, session: Session | None = None, story: WorkshopPage | None = None
) -> Crumbs:
    """The workshops, this one's own page when it has one, its session, and the page one is on."""
    return [
        {"title": _("Les ateliers"), "url": reverse("wagtail_serve", args=["ateliers/"])},
        *([{"title": story.title, "url": story.url}] if story else []),
        *([{"title": of_session(session), "url": session.get_absolute_url()}] if session else []),
        {"title": title, "url": ""},
    ]


def of_session(session: Session) -> str:
    return f"{session.workshop.name}, {say_day(session.starts_at)}"
