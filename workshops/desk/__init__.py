"""The volunteers' screens of workshops: tables, the board of sessions, and the verbs done to a session."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from workshops.desk.board import SessionDesk
from workshops.desk.tables import BookingDesk, CycleDesk, TopicDesk, WorkshopDesk


class WorkshopsDesk(SnippetViewSetGroup):
    menu_label = _("Ateliers")
    menu_icon = "calendar-check"
    menu_order = 210
    items = (SessionDesk, BookingDesk, WorkshopDesk, CycleDesk, TopicDesk)
