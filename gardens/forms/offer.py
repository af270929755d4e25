"""What is asked of whoever accepts a plot."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gardens.forms.enrol import EnrolForm


class AcceptForm(EnrolForm):
    """The word for a season; and, of whoever waits in other gardens too, whether they go on waiting there."""

    def __init__(self, *args: Any, waits_elsewhere: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if waits_elsewhere:
            self.fields["leaves_other_lists"] = forms.BooleanField(
                label=_("Quitter les autres listes où j’attends"), required=False, initial=True
            )
