"""What the desk's checker looks for in a page while it is written, beside Wagtail's own rules."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

# Longer, an alternative text is a caption, and a screen reader cannot pause in it.
LONGEST_ALT = 125
# A file's name; words for « image of », which every reader hears already; too long.
BAD_ALT = (
    r"\.(avif|gif|jpg|jpeg|png|svg|webp)$|_"
    r"|^(image|photo|picture|dessin) (de |du |des |of )"
    rf"|^.{{{LONGEST_ALT + 1},}}$"
)


class Checker(ContentCheckerItem):
    axe_custom_checks = [
        {"id": "check-image-alt-text", "options": {"pattern": BAD_ALT}},
        *ContentCheckerItem.axe_custom_checks[1:],
    ]
    axe_messages: dict[str, Any] = {
        **ContentCheckerItem.axe_messages,
        "alt-text-quality": {
            "error_name": _("Texte de remplacement d’image à revoir"),
            "help_text": _("Dites ce que l’on voit en moins de 125 signes, sans « image de »."),
        },
    }
