"""What the committee's verbs ask about sharing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gardens.desk.forms import REASON
from gardens.matchmaking import Found
from gardens.words import say_ordinal


class MatchForm(forms.Form):
    """Whom a corner goes to; and why, when it is not whom the rule says."""

    request = forms.TypedChoiceField(
        label=_("Avec quel foyer ?"),
        coerce=int,
        widget=forms.RadioSelect,
        help_text=_("Ceux à qui ce coin convient, dans l’ordre de la liste."),
    )
    reason = forms.CharField(
        label=_("Pourquoi ce foyer ?"),
        max_length=400,
        required=False,
        widget=REASON,
        help_text=_("À dire seulement si ce n’est pas celui que la règle dit."),
    )

    def __init__(self, *args: Any, found: Found, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["request"].choices = [  # type: ignore[attr-defined]
            (pk, f"{say_ordinal(rank)} · {asked.name} · {asked.get_wish_display()}")
            for rank, (pk, asked) in enumerate(found.requests.items(), start=1)
            if found.obstacles[pk] is None
        ]


class RevokeMatchForm(forms.Form):
    reason = forms.CharField(
        label=_("Pourquoi ?"),
        max_length=400,
        widget=REASON,
        help_text=_("Gardé au journal ; les foyers ne le lisent pas."),
    )


class TalkForm(forms.Form):
    words = forms.CharField(
        label=_("Ce qui a été dit"),
        max_length=600,
        widget=REASON,
        help_text=_("Gardé au journal du jardin. Rien de personnel."),
    )


class WholePlotForm(forms.Form):
    GRANT, KEEP = "grant", "keep"

    answer = forms.ChoiceField(
        label=_("Décision"),
        choices=[(GRANT, _("Accorder toute la parcelle")), (KEEP, _("La garder en parts"))],
        widget=forms.RadioSelect,
        help_text=_("Le foyer reçoit la décision par message."),
    )
    reason = forms.CharField(
        label=_("Raison"),
        max_length=400,
        widget=REASON,
        help_text=_("Gardée au journal du jardin."),
    )
