"""What the garden lends, its keys, and what hangs on its board."""

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views import snippets

from commons.cms.desk import DeskViewSet, EditView
from gardens.desk import help_care
from gardens.models import Key, Notice, Thing
from gardens.rules.things import NOTICE_HANGS

CHANGE_NOTICES = "gardens.change_notice"


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
        FieldPanel("withdrawn_at"),
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
    edit_handler = ObjectList(
        [
            FieldPanel("garden"),
            FieldPanel("title"),
            FieldPanel("words"),
            FieldPanel("picture"),
            FieldPanel("until"),
        ],
        base_form_class=NoticeForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Notice]:

        up = Notice.objects.up(on=timezone.localdate())
        return up.select_related("garden", "tenancy__plot__garden", "tenancy__household").order_by(
            F("reported_at").asc(nulls_last=True), "-posted_at"
        )
