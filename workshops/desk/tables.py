"""What is filled in once: workshops, their cycles, their topics; and the bookings, to read."""

from typing import Any

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from commons.cms.desk import DeskViewSet, ReadOnlyPolicy
from commons.cms.long_lists import LongSelect
from workshops import desk_help
from workshops.models import Booking, Cycle, Session, Topic, Workshop


class WorkshopForm(WagtailAdminModelForm):
    """Those who lead it are chosen among the people whom a role lets see sessions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["facilitators"].queryset = who_may_lead(self.instance)


def who_may_lead(workshop: Workshop) -> QuerySet[Any]:
    """Those whom a role lets see sessions, and those who lead this workshop already."""
    role = Q(is_active=True, groups__permissions__codename="view_session")
    known = Q(facilitated_workshops=workshop.pk) if workshop.pk else Q(pk=None)
    people = get_user_model().objects
    return people.filter(pk__in=people.filter(role | known).values("pk"))


class WorkshopDesk(DeskViewSet):
    model = Workshop
    icon = "list-ul"
    menu_label = _("Ateliers")
    help_texts = desk_help.WORKSHOP
    list_display = ["name_fr", "kind", "facilitator", "usual_capacity"]
    list_filter = ["kind", "topics", "audience"]
    search_fields = ["name_fr", "name_en", "facilitator"]
    search_backend_name = None  # its filters are not in the search index
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")], heading=_("Nom")),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("takes_bookings")]),
            FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            MultiFieldPanel(
                [
                    FieldPanel("facilitator"),
                    FieldPanel("facilitators", widget=forms.CheckboxSelectMultiple),
                ],
                heading=_("Qui anime"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("audience"), FieldPanel("level")]),
                    FieldPanel("spoken"),
                    FieldRowPanel([FieldPanel("min_age"), FieldPanel("max_age")]),
                ],
                heading=_("Pour qui"),
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("held"), FieldPanel("usual_capacity")])],
                heading=_("Où, et à combien"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("price_kind"), FieldPanel("price_cents")]),
                    FieldPanel("paid_where"),
                    InlinePanel(
                        "tiers",
                        panels=[
                            FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")]),
                            FieldPanel("cents"),
                        ],
                        heading=_("Tarifs au choix"),
                        label=_("Tarif"),
                    ),
                ],
                heading=_("Participation"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("bring"), FieldPanel("bring_en")]),
                    FieldRowPanel([FieldPanel("provided_fr"), FieldPanel("provided_en")]),
                    FieldRowPanel([FieldPanel("access_fr"), FieldPanel("access_en")]),
                ],
                heading=_("Pour venir"),
            ),
            InlinePanel(
                "questions",
                panels=[
                    FieldRowPanel([FieldPanel("text_fr"), FieldPanel("text_en")]),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("required")]),
                ],
                heading=_("Questions à l’inscription"),
                label=_("Question"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("reminds_week"),
                    FieldPanel("reminds_two_days"),
                    FieldPanel("reminds_morning"),
                ],
                heading=_("Rappels"),
            ),
        ],
        base_form_class=WorkshopForm,
    )


class TopicDesk(DeskViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Sujets d’atelier")
    help_texts = desk_help.TOPIC
    list_display = ["name_fr", "name_en"]
    panels = [FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")], heading=_("Mot"))]
    copy_view_enabled = False


class CycleDesk(DeskViewSet):
    """Its sessions are planned from their own screen: here are its name, and how it is booked."""

    model = Cycle
    icon = "history"
    menu_label = _("Cycles")
    help_texts = desk_help.CYCLE
    list_display = ["name_fr", "workshop", "booked"]
    list_filter = ["workshop", "booked"]
    panels = [
        FieldPanel("workshop"),
        FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")], heading=_("Nom")),
        FieldPanel("booked"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Cycle]:
        return Cycle.objects.select_related("workshop")


class BookingFilters(WagtailFilterSet):
    session = django_filters.ModelChoiceFilter(
        label=_("Séance"),
        queryset=Session.objects.select_related("workshop").order_by("-starts_at"),
        empty_label=_("toutes"),
        widget=LongSelect,
    )

    class Meta:
        model = Booking
        fields = ["state", "origin", "session"]


class BookingDesk(DeskViewSet):
    model = Booking
    icon = "group"
    menu_label = _("Inscriptions")
    list_display = ["name", "session", "state", "origin", "created_at"]
    filterset_class = BookingFilters
    search_fields = ["name", "email"]
    inspect_view_enabled = True
    # Without its token: who holds that link can cancel. Without prices: nobody's choice is looked at.
    inspect_view_fields = ["session", "name", "email", "phone", "state", "origin", "created_at"]
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Booking]:
        return Booking.objects.select_related("session__workshop")
