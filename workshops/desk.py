"""The volunteers' screens of workshops."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from commons.cms.desk import DeskViewSet, ReadOnlyPolicy
from workshops import desk_help
from workshops.models import Booking, Session, Workshop

SEATS_TAKEN = Column("seats_taken", label=_("places prises"))


class WorkshopDesk(DeskViewSet):
    model = Workshop
    icon = "list-ul"
    menu_label = _("Ateliers")
    help_texts = desk_help.WORKSHOP
    list_display = ["name_fr", "facilitator", "usual_capacity"]
    search_fields = ["name_fr", "name_en", "facilitator"]
    search_backend_name = None  # its filters are not in the search index
    panels = [
        FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")], heading=_("Nom")),
        FieldPanel("facilitator"),
        FieldPanel("audience"),
        FieldRowPanel([FieldPanel("usual_capacity"), FieldPanel("price_cents")]),
        FieldRowPanel([FieldPanel("bring"), FieldPanel("bring_en")], heading=_("À apporter")),
    ]


class SessionDesk(DeskViewSet):
    """Dates and capacity. Cancelling is a verb of its own, because people must be told: not a field here."""

    model = Session
    icon = "date"
    menu_label = _("Séances")
    help_texts = desk_help.SESSION
    list_display = ["workshop", "starts_at", "place", SEATS_TAKEN, "capacity", "state"]
    list_filter = ["state", "workshop", "place"]
    panels = [
        FieldPanel("workshop"),
        FieldPanel("place"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])], heading=_("Quand")
        ),
        FieldPanel("capacity"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Session]:
        return Session.objects.for_screens()


class BookingDesk(DeskViewSet):
    model = Booking
    icon = "group"
    menu_label = _("Inscriptions")
    list_display = ["name", "session", "state", "created_at"]
    list_filter = ["state", "session"]
    search_fields = ["name", "email"]
    inspect_view_enabled = True
    # Without its token: who holds that link can cancel.
    inspect_view_fields = ["session", "name", "email", "state", "created_at"]
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Booking]:
        return Booking.objects.select_related("session__workshop")


class WorkshopsDesk(SnippetViewSetGroup):
    menu_label = _("Ateliers")
    menu_icon = "calendar-check"
    menu_order = 210
    items = (SessionDesk, BookingDesk, WorkshopDesk)
