"""What is asked of households that share, or would."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gardens.rules.gardening import Experience, Generation, Hours

LONGEST_TERMS = 1000
LONGEST_WORDS = 600


class AgreementForm(forms.Form):
    """Who grows what, who does what: in a few lines."""

    shares = forms.CharField(
        label=_("Qui cultive quoi ?"),
        max_length=LONGEST_TERMS,
        help_text=_("Par exemple : les deux planches côté haie pour vous, le reste pour nous."),
        error_messages={"required": _("Dites quel coin, pour que l’on s’y retrouve.")},
        widget=forms.Textarea({"rows": 3}),
    )
    duties = forms.CharField(
        label=_("Qui fait quoi ?"),
        max_length=LONGEST_TERMS,
        required=False,
        initial=_("Chaque foyer arrose son coin. On se prévient quand on s’absente."),
        widget=forms.Textarea({"rows": 3}),
    )


class CornerForm(AgreementForm):
    """A corner to share: how much, when, with what experience; the rest only if one wishes."""

    hours = forms.MultipleChoiceField(
        label=_("Quand jardinez-vous ?"),
        choices=Hours.choices,
        required=False,
        help_text=_("Pour trouver un foyer que vous croiserez. Rien de coché : peu importe."),
        widget=forms.CheckboxSelectMultiple,
    )
    experience = forms.ChoiceField(
        label=_("Votre expérience"),
        choices=[("", _("Je préfère ne pas le dire")), *Experience.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    mixes_generations = forms.BooleanField(
        label=_("Nous aimerions jardiner avec une autre génération"), required=False
    )
    generation = forms.ChoiceField(
        label=_("Votre génération"),
        choices=[("", _("Je préfère ne pas le dire")), *Generation.choices],
        required=False,
        help_text=_("Ne sert que si vous avez coché la ligne au-dessus, et l’autre foyer aussi."),
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Un mot pour le foyer qui viendra"),
        max_length=LONGEST_WORDS,
        required=False,
        help_text=_("Sans adresse ni téléphone : vous les échangez une fois d’accord."),
        widget=forms.Textarea({"rows": 3}),
    )

    field_order = [
        "surface_m2",
        "shares",
        "duties",
        "hours",
        "experience",
        "mixes_generations",
        "generation",
        "words",
    ]

    def __init__(self, *args: Any, most_m2: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["surface_m2"] = forms.IntegerField(
            label=_("Combien de mètres carrés ?"),
            min_value=1,
            max_value=most_m2,
            error_messages={
                "required": _("Dites combien, à peu près."),
                "max_value": _("Gardez-en un peu pour vous : %(limit_value)s m² au plus."),
            },
            widget=forms.NumberInput({"inputmode": "numeric"}),
        )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("mixes_generations"):
            given["generation"] = ""  # asked for nothing else
        return given


class DeclineForm(forms.Form):
    words = forms.CharField(
        label=_("Un mot, si vous voulez"),
        max_length=LONGEST_WORDS,
        required=False,
        help_text=_("Seule l’équipe du jardin le lit. Un non n’a pas à s’expliquer."),
        widget=forms.Textarea({"rows": 3}),
    )


class LeaveForm(forms.Form):
    """For a guest who leaves during the trial; others have nothing to choose."""

    back_in_line = forms.BooleanField(
        label=_("Retrouver ma place dans la liste, à ma date"), required=False, initial=True
    )


class CallForm(forms.Form):
    words = forms.CharField(
        label=_("De quoi faut-il parler ?"),
        max_length=LONGEST_WORDS,
        help_text=_("Seule l’équipe du jardin le lit ; elle appelle les deux foyers."),
        error_messages={"required": _("Quelques mots suffisent.")},
        widget=forms.Textarea({"rows": 3}),
    )
