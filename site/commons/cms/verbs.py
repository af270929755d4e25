"""What is done to a row at the desk: a screen asks, says what follows, calls its action, and comes back."""

from abc import abstractmethod
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.people.models import Person


class VerbView(WagtailAdminTemplateMixin, FormView):
    """A form that says what follows before it is sent; a refusal comes back beside its field.

    ``permission`` is what the verb asks; ``refusals`` are the exceptions that ``say`` puts into words.
    """

    template_name = "cms/verb.html"
    permission = ""
    form_class: type[forms.Form] = forms.Form
    verb: Any = ""
    done: Any = ""
    is_grave = False
    refusals: tuple[type[Exception], ...] = ()
    request: HttpRequest
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        self.load()
        return super().dispatch(request, *args, **kwargs)

    @abstractmethod
    def load(self) -> None:
        """Read the row that the address names. Raises Http404."""

    @abstractmethod
    def act(self, form: forms.Form) -> None:
        """Call the action."""

    @abstractmethod
    def subject(self) -> str:
        """What the verb is about, in a line."""

    @abstractmethod
    def back_url(self) -> str:
        """The screen that comes next, done or not."""

    @abstractmethod
    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        """Put a refusal on the form, beside its field."""

    def consequences(self) -> list[str]:
        """What follows, in sentences."""
        return []

    @property
    def volunteer(self) -> Person:
        """Who acts: the desk lets nobody in without an account."""
        return cast(Person, self.request.user)

    def get_page_title(self) -> str:
        return str(self.verb)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": self.back_url(), "label": self.subject()},
            {"url": "", "label": str(self.verb)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs,
            verb=self.verb,
            subject=self.subject(),
            consequences=self.consequences(),
            is_grave=self.is_grave,
            back_url=self.back_url(),
        )

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.act(form)
        except self.refusals as refusal:
            self.say(refusal, form=form)
            return self.form_invalid(form)
        messages.success(self.request, str(self.done))
        return redirect(self.back_url())

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)
