"""Blocks made of words: text, quotation, questions, figures, invitation."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

GROUP = _("Mots")
PLAIN_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link"]


# Read alone, as a screen reader lists links, these words lead anywhere.
VAGUE_LINK = re.compile(
    r"<a\b[^>]*>\s*(?:<[^>]+>\s*)*"
    r"(?:cliquez ici|cliquer ici|ici|en savoir plus|lire la suite|click here|here|read more)"
    r"\W*(?:<[^>]+>\s*)*</a>",
    re.IGNORECASE,
)


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, headings, lists; a link says where it leads."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"features": ["h2", "h3", *PLAIN_TEXT], **options})

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if VAGUE_LINK.search(cleaned.source):
            raise ValidationError(
                _(
                    "Un lien dit « ici » ou « cliquez ici ». Mettez-le plutôt sur les mots qui disent "
                    "où il mène : « les horaires du marché »."
                )
            )
        return cleaned

    class Meta:
        icon = "pilcrow"
        group = GROUP
        label = _("Texte")
        description = _("Des paragraphes, des titres, des listes.")
        template = "cms/blocks/text.html"
        preview_value = RichText(
            "<h2>Ce qui a changé</h2><p>Chaque seau de cuisine a reçu son seau de feuilles sèches.</p>"
        )


class QuoteBlock(blocks.StructBlock):
    words = blocks.TextBlock(
        label=_("paroles"), help_text=_("Telles que dites, sans guillemets : la page les met.")
    )
    who = blocks.CharBlock(
        label=_("de qui"),
        required=False,
        max_length=120,
        help_text=_("Prénom et rôle, avec son accord : « Maëlle, bénévole au compost »."),
    )

    class Meta:
        icon = "openquote"
        group = GROUP
        label = _("Citation")
        description = _("Les mots de quelqu’un, en grand.")
        template = "cms/blocks/quote.html"
        preview_value = {
            "words": "On vient pour les carottes, on reste pour la conversation.",
            "who": "Maëlle, bénévole au compost",
        }


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(
        label=_("question"), max_length=160, help_text=_("Telle que les gens la posent.")
    )
    answer = blocks.RichTextBlock(
        label=_("réponse"),
        features=PLAIN_TEXT,
        help_text=_("La réponse d’abord, le détail ensuite."),
    )

    class Meta:
        icon = "help"
        label = _("Question")


class AccordionBlock(blocks.StructBlock):
    """Questions that open one by one, without a script."""

    questions = blocks.ListBlock(
        QuestionBlock(),
        label=_("questions"),
        min_num=1,
        help_text=_(
            "Ce que tout le monde doit lire n’a pas sa place ici : c’est replié à l’arrivée."
        ),
    )

    class Meta:
        icon = "list-ul"
        group = GROUP
        label = _("Questions et réponses")
        description = _("Des questions qui se déplient.")
        template = "cms/blocks/accordion.html"
        preview_value = {
            "questions": [
                {
                    "question": "Faut-il adhérer pour venir ?",
                    "answer": RichText("<p>Non. On passe, on regarde, on goûte.</p>"),
                },
                {
                    "question": "Et s’il pleut ?",
                    "answer": RichText("<p>La halle est couverte.</p>"),
                },
            ]
        }


class FigureBlock(blocks.StructBlock):
    number = blocks.CharBlock(
        label=_("chiffre"), max_length=12, help_text=_("Avec son unité : « 340 kg », « 1 sur 3 ».")
    )
    sentence = blocks.CharBlock(
        label=_("phrase"), max_length=160, help_text=_("Ce que le chiffre compte, en clair.")
    )
    source = blocks.CharBlock(
        label=_("source"),
        max_length=160,
        help_text=_("D’où il vient, et de quand : « pesées du compost, 2026 »."),
    )

    class Meta:
        icon = "decimal"
        label = _("Chiffre")


class FiguresBlock(blocks.StructBlock):
    figures = blocks.ListBlock(
        FigureBlock(),
        label=_("chiffres"),
        min_num=1,
        max_num=4,
        help_text=_("De un à quatre : au-delà, plus personne ne les retient."),
    )

    class Meta:
        icon = "decimal"
        group = GROUP
        label = _("Chiffres")
        description = _("De un à quatre chiffres, chacun avec sa phrase et sa source.")
        template = "cms/blocks/figures.html"
        preview_value = {
            "figures": [
                {
                    "number": "340 kg",
                    "sentence": "d’épluchures devenues du compost",
                    "source": "pesées du bac 1, 2026",
                },
                {
                    "number": "1 sur 3",
                    "sentence": "vient pour la première fois",
                    "source": "cahier d’accueil, mai 2026",
                },
            ]
        }


class CallBlock(blocks.StructBlock):
    """One invitation, one link."""

    title = blocks.CharBlock(label=_("titre"), max_length=120)
    text = blocks.TextBlock(
        label=_("texte"), required=False, help_text=_("Une ou deux phrases : pourquoi venir.")
    )
    page = blocks.PageChooserBlock(
        label=_("page"), help_text=_("Dépubliée, elle emporte l’invitation avec elle.")
    )
    button = blocks.CharBlock(
        label=_("bouton"),
        max_length=60,
        help_text=_("Ce qui va se passer : « Réserver ma place »."),
    )

    class Meta:
        icon = "link"
        group = _("Liens et fichiers")
        label = _("Invitation")
        description = _("Une invitation, un seul bouton, vers une page du site.")
        template = "cms/blocks/call.html"
        preview_template = "cms/previews/call.html"
