"""The board of sessions: who comes, who waits, what is not paid yet; each row leads to the session's screen."""

from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views import snippets

from commons.cms.desk import DeskViewSet, EditView
from commons.cms.spoken import say_day, say_hours
from commons.places.models import Place
from workshops import desk_help, own
from workshops.models import Session, SessionQuerySet, Workshop
from workshops.rules.waiting import TWIN_FROM_SEATS

SHOWN = 30
A_MINUTE = 60


Choices = list[tuple[int, str]]


def _kept(name: str, read: Callable[[], Choices]) -> Choices:
    """What there is to choose from, kept for a minute: the board asks enough questions without it."""
    return cache.get_or_set(f"workshops.desk.{name}", read, A_MINUTE) or []


def _places() -> Choices:
    return _kept("places", lambda: list(Place.objects.values_list("pk", "name")))


def _facilitators() -> Choices:
    leads = get_user_model().objects.exclude(facilitated_workshops=None).distinct()
    return _kept("facilitators", lambda: [(person.pk, str(person)) for person in leads])


class SessionFilters(WagtailFilterSet):
    """Without a choice of time, those to come."""

    when = django_filters.ChoiceFilter(
        label=_("Quand"),
        choices=[("past", _("passées")), ("all", _("toutes"))],
        empty_label=_("à venir"),
        method="keep_by_time",
        widget=forms.RadioSelect,
    )
    full = django_filters.ChoiceFilter(
        label=_("Remplissage"),
        choices=[("waiting", _("complètes, avec de l’attente"))],
        empty_label=_("toutes"),
        method="keep_full",
        widget=forms.RadioSelect,
    )
    workshop = django_filters.ModelChoiceFilter(
        label=_("Atelier"), queryset=Workshop.objects.all(), empty_label=_("tous")
    )
    place = django_filters.ChoiceFilter(
        label=_("Lieu"), choices=_places, empty_label=_("tous"), widget=forms.RadioSelect
    )
    facilitator = django_filters.ChoiceFilter(
        label=_("Qui anime"),
        field_name="workshop__facilitators",
        choices=_facilitators,
        empty_label=_("tout le monde"),
    )

    class Meta:
        model = Session
        fields = ["when", "full", "workshop", "place", "facilitator"]

    def filter_queryset(self, queryset: QuerySet[Session]) -> QuerySet[Session]:
        if not self.form.cleaned_data.get("when"):
            queryset = queryset.filter(ends_at__gt=timezone.now())
        return super().filter_queryset(queryset)

    def keep_by_time(
        self, queryset: QuerySet[Session], _name: str, value: str
    ) -> QuerySet[Session]:
        if value == "past":
            return queryset.filter(ends_at__lte=timezone.now()).order_by("-starts_at")
        return queryset

    def keep_full(self, queryset: SessionQuerySet, _name: str, _value: str) -> QuerySet[Session]:
        return queryset.full_with_waiting()


def may_double(session: Session) -> bool:
    """Full, and enough people wait to fill another; a twin's list is that of the session it doubles."""
    return (
        not session.is_cancelled
        and session.starts_at > timezone.now()
        and session.seats_left == 0
        and session.seats_waited_for >= TWIN_FROM_SEATS
    )


def screen_of(session: Session) -> str:
    return reverse("workshops_desk:session", args=[session.pk])


def _when(session: Session) -> str:
    return f"{say_day(session.starts_at)}, {say_hours(session.starts_at, session.ends_at)}"


def _seats(session: Session) -> str:
    return gettext("%(taken)d sur %(capacity)d, reste %(left)d") % {
        "taken": session.seats_taken,
        "capacity": session.capacity,
        "left": session.seats_left,
    }


class Standing(Column):
    """Called off, or full with enough people waiting for a twin."""

    cell_template_name = "workshops/desk/standing_cell.html"

    def get_cell_context_data(self, instance: Session, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        context["session"] = instance
        context["twin_url"] = (
            reverse("workshops_desk:twin", args=[instance.pk])
            if may_double(instance) and request.user.has_perm(own.CHANGE_SESSIONS)
            else ""
        )
        return context


class BoardView(snippets.IndexView):
    """With the button that plans several sessions at once."""

    def get_header_buttons(self) -> list[Button]:
        buttons: list[Button] = super().get_header_buttons()
        if self.request.user.has_perm(own.ADD_SESSIONS):
            plan = HeaderButton(
                gettext("Planifier des séances"),
                url=reverse("workshops_desk:plan"),
                icon_name="calendar-alt",
                priority=20,
            )
            buttons.append(plan)
        return buttons


class LeadsToVerbs(EditView):
    """Date, place and places are promises: a session's own screen changes them, and tells its people."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(screen_of(self.object))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(screen_of(self.object))


class SessionDesk(DeskViewSet):
    model = Session
    icon = "date"
    menu_label = _("Séances")
    help_texts = desk_help.SESSION
    index_view_class = BoardView
    edit_view_class = LeadsToVerbs
    filterset_class = SessionFilters
    list_per_page = SHOWN
    copy_view_enabled = False  # its own screen does, and proposes another date
    list_display = [
        TitleColumn("when", label=_("Quand"), accessor=_when, get_url=screen_of),
        Column("workshop", label=_("Atelier")),
        Column("where_short", label=_("Lieu")),
        Column("seats_taken", label=_("Places prises"), accessor=_seats),
        Column("seats_waited_for", label=_("Attendues")),
        Column("seats_being_paid", label=_("Pas encore payées")),
        Standing("standing", label=_("À savoir")),
    ]
    panels = [
        FieldPanel("workshop"),
        FieldPanel("cycle"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("place"), FieldPanel("online_url")]),
            ],
            heading=_("Où"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("zone"),
            ],
            heading=_("Quand"),
        ),
        FieldPanel("capacity"),
    ]

    def rows_of(self, person: Any) -> QuerySet[Session]:
        return own.sessions_of(person)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Session]:
        return (
            own.sessions_of(request.user)
            .for_screens()
            .with_seats_waited_for()
            .with_seats_being_paid()
            .order_by("starts_at", "pk")
        )
