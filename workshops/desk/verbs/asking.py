"""How each verb asks: a form that says what follows, then its action, then back to the session's screen."""

from abc import ABC, abstractmethod
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import ngettext
from django.views.generic import FormView

from workshops import own, queries
from workshops.desk import words
from workshops.desk.board import screen_of
from workshops.desk.screen import OneSession
from workshops.models import Session


class VerbView(OneSession, FormView, ABC):
    """A form that says what follows before it is sent; a refusal comes back beside its field."""

    template_name = "workshops/desk/verb.html"
    permission = own.CHANGE_SESSIONS
    form_class: type[forms.Form] = forms.Form
    verb: Any = ""
    done: Any = ""
    is_grave = False

    @abstractmethod
    def act(self, form: forms.Form) -> Session:
        """Call the action; the session whose screen comes next."""

    def consequences(self) -> list[str]:
        """What follows, in sentences."""
        return []

    def get_page_subtitle(self) -> str:
        return str(self.verb)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": str(self.verb)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs,
            verb=self.verb,
            consequences=self.consequences(),
            is_grave=self.is_grave,
            back_url=screen_of(self.session),
        )

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            session = self.act(form)
        except words.REFUSALS as refusal:
            words.say(refusal, form=form)
            return self.form_invalid(form)
        messages.success(self.request, str(self.done))
        return redirect(screen_of(session))

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    @cached_property
    def households(self) -> int:
        return queries.called_off_at_what_cost(self.session)[0]

    def all_are_told(self) -> str:
        return ngettext(
            "%(count)d foyer inscrit reçoit un message.",
            "%(count)d foyers inscrits reçoivent un message.",
            self.households,
        ) % {"count": self.households}
