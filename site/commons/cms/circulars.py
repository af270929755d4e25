"""A mail to many, read once more before it leaves: what the desks of the trades share of it."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

SEND = "send"


class CircularForm(forms.Form):
    subject = forms.CharField(
        label=_("Objet"), max_length=120, help_text=_("Ce qui change, en quelques mots.")
    )
    words = forms.CharField(
        label=_("Message"),
        max_length=5000,
        widget=forms.Textarea({"rows": 8}),
        help_text=_("Envoyé à chaque personne séparément : personne ne voit les autres."),
    )


class ReadAgain:
    """Before a verb that sends: the first time the form is good, it is shown as it will be read."""

    template_name: Any = "cms/circular.html"
    form_class: Any = CircularForm

    def form_valid(self, form: forms.Form) -> HttpResponse:
        if SEND in self.request.POST:  # type: ignore[attr-defined]
            answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]
            return answer
        context = self.get_context_data(form=form, preview=form.cleaned_data)
        return self.render_to_response(context)  # type: ignore[attr-defined]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**{"preview": None, **kwargs})  # type: ignore[misc]
        return context
