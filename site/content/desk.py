"""The volunteers' screens of content: vocabularies, partners, legal texts, messages to answer."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from commons.cms.desk import DeskViewSet, OwnRowsPolicy
from content import desk_help
from content.models import ContactReason, Enquiry, LegalVersion, Need, Partner, Topic

WORD_PANELS = [
    FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")], heading=_("Mot")),
    FieldRowPanel([FieldPanel("slug"), FieldPanel("position")]),
]


class TopicDesk(DeskViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Sujets")
    help_texts = desk_help.WORD
    list_display = ["name_fr", "name_en", "slug", "position"]
    panels = WORD_PANELS
    copy_view_enabled = False


class NeedDesk(DeskViewSet):
    model = Need
    icon = "help"
    menu_label = _("Besoins")
    help_texts = desk_help.WORD
    list_display = ["name_fr", "name_en", "slug", "position"]
    panels = WORD_PANELS
    copy_view_enabled = False


class PartnerForm(WagtailAdminModelForm):
    """Days are boxes to tick."""

    days = forms.TypedMultipleChoiceField(
        label=_("Jours"),
        choices=[(number + 1, name) for number, name in WEEKDAYS.items()],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Les jours où l’on peut venir sans prévenir."),
    )


class PartnerDesk(DeskViewSet):
    model = Partner
    icon = "group"
    menu_label = _("Partenaires")
    help_texts = desk_help.PARTNER
    list_display = ["name", "town", "is_shown"]
    list_filter = ["needs", "town", "is_shown"]
    search_fields = ["name", "town", "help_fr"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("slug"), FieldPanel("pictogram")]),
            FieldPanel("needs", widget=forms.CheckboxSelectMultiple),
            FieldRowPanel([FieldPanel("help_fr"), FieldPanel("help_en")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("address"), FieldPanel("town")]),
                    FieldPanel("days"),
                    FieldRowPanel([FieldPanel("hours_fr"), FieldPanel("hours_en")]),
                ],
                heading=_("Où et quand"),
            ),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("website")], heading=_("Public")),
            FieldPanel("relay_email"),
            FieldPanel("is_shown"),
        ],
        base_form_class=PartnerForm,
    )


class LegalVersionDesk(DeskViewSet):
    """Texts in force can be read and copied into the next one; neither changed nor deleted."""

    model = LegalVersion
    icon = "doc-full"
    menu_label = _("Textes légaux")
    help_texts = desk_help.LEGAL_VERSION
    list_display = ["page", "in_force_on", "changes"]
    list_filter = ["page"]
    panels = [
        FieldPanel("page"),
        FieldPanel("text"),
        FieldPanel("in_force_on"),
        FieldPanel("changes"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[LegalVersion]:
        return LegalVersion.objects.select_related("page")


class PagesDesk(SnippetViewSetGroup):
    menu_label = _("Rédaction")
    menu_icon = "edit"
    menu_order = 190
    items = (TopicDesk, PartnerDesk, NeedDesk, LegalVersionDesk)


class AnswerPolicy(OwnRowsPolicy):
    """Messages come from visitors and go with time: the desk reads them and says which are answered."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in ("view", "change") and super().user_has_permission(user, action)


class EnquiryDesk(DeskViewSet):
    """Messages to the house; those for partners are between them and their sender."""

    model = Enquiry
    icon = "mail"
    menu_label = _("Messages reçus")
    help_texts = desk_help.ENQUIRY
    list_display = ["name", "reason", "state", "created_at"]
    list_filter = ["state", "reason"]
    search_fields = ["name", "email", "words"]
    copy_view_enabled = False
    panels = [
        FieldPanel("state"),
        FieldRowPanel(
            [FieldPanel("name", read_only=True), FieldPanel("email", read_only=True)],
            heading=_("De"),
        ),
        FieldRowPanel(
            [
                FieldPanel("reason", read_only=True),
                FieldPanel("created_at", read_only=True),
                FieldPanel("language", read_only=True),
            ]
        ),
        FieldPanel("words", read_only=True),
    ]

    @property
    def permission_policy(self) -> AnswerPolicy:
        return AnswerPolicy(self.model, self.rows_of)

    def rows_of(self, person: Any) -> QuerySet[Enquiry]:
        return Enquiry.objects.to_the_house()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Enquiry]:
        return self.rows_of(request.user).select_related("reason")


class ContactReasonDesk(DeskViewSet):
    model = ContactReason
    icon = "list-ul"
    menu_label = _("Raisons d’écrire")
    help_texts = desk_help.REASON
    list_display = ["name_fr", "email", "position", "is_offered"]
    copy_view_enabled = False
    panels = [
        FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")], heading=_("Mot")),
        FieldPanel("email"),
        FieldRowPanel([FieldPanel("position"), FieldPanel("is_offered")]),
    ]


class MessagesDesk(SnippetViewSetGroup):
    menu_label = _("Messages")
    menu_icon = "mail"
    menu_order = 195
    items = (EnquiryDesk, ContactReasonDesk)
