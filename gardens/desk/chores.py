"""The chores of a garden and their patterns, filled in once; and the turns they make, followed."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views import snippets

from commons.cms.desk import DeskViewSet, EditView, IndexView
from gardens import actions
from gardens.desk import help_care
from gardens.models import Chore, Garden, Turn
from gardens.turn_words import say_when

CHANGE_TURNS = "gardens.change_turn"


class ChoreForm(WagtailAdminModelForm):
    """Days are boxes to tick."""

    weekdays = forms.TypedMultipleChoiceField(
        label=_("Jours de la semaine"),
        choices=[(number + 1, name) for number, name in WEEKDAYS.items()],
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Un tour chacun de ces jours, sauf ceux notés plus bas."),
    )


class LaysTurns:
    """Once a chore is saved its turns are laid: what the pattern says is seen at once."""

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        actions.lay_turns(chore_id=form.instance.pk)
        return answer


class ChoreCreate(LaysTurns, snippets.CreateView):
    pass


class ChoreEdit(LaysTurns, EditView):
    pass


class ChoreDesk(DeskViewSet):
    model = Chore
    icon = "list-ul"
    menu_label = _("Tâches à tour de rôle")
    help_texts = help_care.CHORE
    add_view_class = ChoreCreate
    edit_view_class = ChoreEdit
    copy_view_enabled = False
    list_display = ["name_fr", "garden", "kind", "opens", "closes", "places", "hardness"]
    list_filter = ["garden", "kind"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("garden"), FieldPanel("kind")]),
            FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")], heading=_("Nom")),
            FieldRowPanel([FieldPanel("words_fr"), FieldPanel("words_en")]),
            FieldRowPanel([FieldPanel("minutes"), FieldPanel("places"), FieldPanel("hardness")]),
            MultiFieldPanel(
                [
                    FieldPanel("weekdays", help_text=_("Un tour chacun de ces jours.")),
                    FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
                    FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
                    InlinePanel(
                        "rest_days",
                        panels=[FieldPanel("day", help_text=help_care.REST_DAY["day"])],
                        heading=_("Jours sans tour"),
                        label=_("Jour"),
                    ),
                ],
                heading=_("Quand"),
            ),
        ],
        base_form_class=ChoreForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Chore]:
        return Chore.objects.select_related("garden")


def board_of(turn: Turn) -> str:
    """Where a turn stands on the board of its garden."""
    board = reverse("gardens_desk:rota", args=[turn.chore.garden_id])
    return f"{board}?depuis={turn.day.isoformat()}#tour-{turn.pk}"


def _taken(turn: Any) -> str:
    return gettext("%(taken)d sur %(places)d") % {"taken": turn.taken, "places": turn.places}


class TurnsView(IndexView):
    """With the way to each garden's board."""

    def get_header_buttons(self) -> list[Button]:
        buttons: list[Button] = super().get_header_buttons()
        gardens = Garden.objects.exclude(chores=None).only("pk", "name_fr", "name_en")
        return buttons + [
            HeaderButton(
                gettext("Tableau : %(garden)s") % {"garden": garden.name},
                url=reverse("gardens_desk:rota", args=[garden.pk]),
                icon_name="calendar-alt",
                priority=20,
            )
            for garden in gardens
        ]


class LeadsToBoard(EditView):
    """A turn is a promise: the board changes it by verbs, and tells its people."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(board_of(self.object))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(board_of(self.object))


class TurnDesk(DeskViewSet):
    """Those to come, the emptiest easily seen; the verbs are on the board of the garden."""

    model = Turn
    icon = "calendar"
    menu_label = _("Tours")
    index_view_class = TurnsView
    edit_view_class = LeadsToBoard
    copy_view_enabled = False
    panels = [FieldPanel("chore", read_only=True), FieldPanel("day", read_only=True)]
    list_display = [
        TitleColumn("when", label=_("Quand"), accessor=say_when, get_url=board_of),
        Column("chore", label=_("Tâche")),
        Column("garden", label=_("Jardin"), accessor=lambda turn: turn.chore.garden),
        Column("taken", label=_("Pris"), accessor=_taken),
        Column("call_off", label=_("Annulé"), accessor=lambda turn: turn.call_off or ""),
    ]
    list_filter = ["chore__garden", "chore"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Turn]:
        turns = Turn.objects.filter(ends_at__gt=timezone.now()).with_taken()
        return turns.select_related("chore__garden", "call_off__garden").order_by("starts_at", "pk")
