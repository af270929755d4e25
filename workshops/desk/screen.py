"""One session: its people, those who wait in their turn, what is offered, its log, and the verbs."""

from typing import Any, ClassVar, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.cms.spoken import say_day, say_hours
from commons.people.models import Person
from workshops import own, people
from workshops.desk.board import may_double, screen_of
from workshops.models import Session
from workshops.rules import door


class OneSession(WagtailAdminTemplateMixin):
    """A screen about one session, for those who may see it; ``permission`` is what its verb asks besides."""

    permission = ""
    header_icon = "date"
    kwargs: ClassVar[dict[str, Any]]
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.permission and not request.user.has_perm(self.permission):
            raise PermissionDenied
        if not request.user.has_perm("workshops.view_session"):
            raise PermissionDenied
        rows = own.sessions_of(request.user).for_screens()
        self.session = get_object_or_404(
            rows.with_seats_waited_for().with_seats_being_paid().select_related("cycle", "twin_of"),
            pk=self.kwargs["session_id"],
        )
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    @property
    def volunteer(self) -> Person:
        """Who acts: the desk lets nobody in without an account."""
        return cast(Person, self.request.user)

    @property
    def when(self) -> str:
        session = self.session
        return f"{say_day(session.starts_at)}, {say_hours(session.starts_at, session.ends_at)}"

    def get_page_title(self) -> str:
        return self.session.workshop.name

    def get_page_subtitle(self) -> str:
        return self.when

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        board = reverse("wagtailsnippets_workshops_session:list")
        return [
            *self.breadcrumbs_items,
            {"url": board, "label": _("Séances")},
            {"url": screen_of(self.session), "label": f"{self.session.workshop}, {self.when}"},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(session=self.session, when=self.when, **kwargs)


class SessionView(OneSession, TemplateView):
    template_name = "workshops/desk/session.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        session, now, user = self.session, timezone.now(), self.request.user
        coming = not session.is_cancelled and session.starts_at > now
        seats, being_paid = people.firm_and_held(session, at=now)
        waiting, offers = people.waiting_and_offered(session, at=now)
        return super().get_context_data(
            **kwargs,
            seats=seats,
            counts=people.count(seats),
            being_paid=being_paid,
            waiting=waiting,
            offers=offers,
            log=people.log_of(session),
            is_coming=coming,
            changes=coming and user.has_perm(own.CHANGE_SESSIONS),
            writes=not session.is_cancelled and user.has_perm(own.CHANGE_SESSIONS),
            duplicates=user.has_perm(own.ADD_SESSIONS),
            books=coming and session.workshop.takes_bookings and user.has_perm(own.BOOK_FOR_OTHERS),
            proposes_twin=may_double(session),
            sees_addresses=own.sees_addresses(user),
            door_is_open=not session.is_cancelled
            and door.is_open(starts_at=session.starts_at, ends_at=session.ends_at, at=now),
        )


def session_of(request: HttpRequest, session_id: int) -> Session:
    """The session, for those who may see its people. Raises Http404 for others."""
    session: Session = get_object_or_404(own.sessions_of(request.user).for_screens(), pk=session_id)
    return session
