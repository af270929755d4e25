"""Which lines of an order are given back."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from market.models import OrderLine
from market.withdrawing import say_line


class WithdrawForm(forms.Form):
    """The declaration: all that keeps is ticked; what one wants to keep is unticked."""

    lines = forms.TypedMultipleChoiceField(
        label=_("Je renonce à"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cochez ce que vous rendez.")},
    )

    def __init__(self, *args: Any, lines: Sequence[OrderLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lines"].choices = [(line.pk, say_line(line)) for line in lines]  # type: ignore[attr-defined]
        self.fields["lines"].initial = [line.pk for line in lines]
