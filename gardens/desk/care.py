"""What is filled in once (chores, what the garden lends, its keys), and what is followed (turns, notices)."""

from typing import Any

from django import forms
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views import snippets

from commons.cms.desk import DeskViewSet, EditView, IndexView
from gardens import actions
from gardens.desk import help_care
from gardens.models import Chore, Garden, Key, Notice, Thing, Turn
from gardens.rules.things import NOTICE_HANGS
from gardens.turn_words import say_when

CHANGE_TURNS = "gardens.change_turn"
CHANGE_NOTICES = "gardens.change_notice"


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
    base_form_class = ChoreForm
    add_view_class = ChoreCreate
    edit_view_class = ChoreEdit
    copy_view_enabled = False
    list_display = ["name_fr", "garden", "kind", "opens", "closes", "places", "hardness"]
    list_filter = ["garden", "kind"]
    panels = [
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
    ]

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


class ThingDesk(DeskViewSet):
    """What the garden itself lends or gives; those of households are theirs, and read here."""

    model = Thing
    icon = "tag"
    menu_label = _("Outils et graines")
    help_texts = help_care.THING
    copy_view_enabled = False
    list_display = ["name", "garden", "kind", "way", "quantity", "owner"]
    list_filter = ["garden", "kind", "way"]
    panels = [
        FieldPanel("garden"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("way"), FieldPanel("quantity")]),
        FieldPanel("name"),
        FieldPanel("words"),
        FieldPanel("picture"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Thing]:
        things = Thing.objects.filter(withdrawn_at=None)
        return things.select_related("garden", "owner__plot__garden", "owner__household")


def passings_of(key: Key) -> str:
    return reverse("gardens_desk:key", args=[key.pk])


def _holder(key: Key) -> str:
    return key.holder.household.name if key.holder else gettext("L’équipe")


class KeyDesk(DeskViewSet):
    """Who has a key is not a field: its passings say it."""

    model = Key
    icon = "key"
    menu_label = _("Clés")
    help_texts = help_care.KEY
    copy_view_enabled = False
    list_display = [
        "name",
        "garden",
        TitleColumn("holder", label=_("Qui l’a"), accessor=_holder, get_url=passings_of),
        "held_since",
    ]
    list_filter = ["garden"]
    panels = [FieldPanel("garden"), FieldPanel("name"), FieldPanel("note")]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Key]:
        return Key.objects.select_related("garden", "holder__plot__garden", "holder__household")


class NoticeForm(WagtailAdminModelForm):
    """The committee's own: who wrote it and when is not asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial.setdefault("until", timezone.localdate() + NOTICE_HANGS)

    def save(self, commit: bool = True) -> Notice:
        if self.instance.posted_at is None:
            self.instance.posted_at = timezone.now()
            self.instance.by = self.for_user
        notice: Notice = super().save(commit)
        return notice


def screen_of(notice: Notice) -> str:
    return reverse("gardens_desk:notice", args=[notice.pk])


class NoticeCreate(snippets.CreateView):
    """Hung, then the screen that may mail it."""

    def get_success_url(self) -> str:
        return screen_of(self.object)


class LeadsToNotice(EditView):
    """What hangs is not rewritten: its screen mails it or takes it down."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(screen_of(self.object))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(screen_of(self.object))


class NoticeDesk(DeskViewSet):
    """What hangs, what somebody reported first."""

    model = Notice
    icon = "comment"
    menu_label = _("Annonces")
    help_texts = help_care.NOTICE
    base_form_class = NoticeForm
    add_view_class = NoticeCreate
    edit_view_class = LeadsToNotice
    copy_view_enabled = False
    list_display = [
        TitleColumn("title", label=_("Titre"), accessor="title", get_url=screen_of),
        "garden",
        Column("tenancy", label=_("De qui"), accessor=lambda n: n.tenancy or _("L’équipe")),
        "until",
        "reported_at",
        "mailed_at",
    ]
    list_filter = ["garden"]
    panels = [
        FieldPanel("garden"),
        FieldPanel("title"),
        FieldPanel("words"),
        FieldPanel("picture"),
        FieldPanel("until"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Notice]:

        up = Notice.objects.up(on=timezone.localdate())
        return up.select_related("garden", "tenancy__plot__garden", "tenancy__household").order_by(
            F("reported_at").asc(nulls_last=True), "-posted_at"
        )
