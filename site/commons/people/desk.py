"""People in the volunteers' screens: known by e-mail, without username, and without password."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, EditView, IndexView, UserViewSet

from commons.people.models import Person, write_address_down

PERSON_FIELDS = {"phone", "household"}


class PersonFormMixin(forms.Form):
    """What differs from Wagtail's own forms: a last name may be missing, an address has no case."""

    # People sign in with a code: whoever wants a password sets it, and nobody else ever types it.
    password_enabled = False

    last_name = forms.CharField(required=False, label=_("Nom"))

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip().lower()


class PersonCreationForm(PersonFormMixin, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | PERSON_FIELDS

    def save(self, commit: bool = True) -> Person:
        self.instance.set_unusable_password()
        person: Person = super().save(commit=commit)
        if commit:
            write_address_down(person)
        return person


class PersonEditForm(PersonFormMixin, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | PERSON_FIELDS


def is_out_of_reach(person: Person, *, of: Any) -> bool:
    """Whoever may do everything is changed by their equals: else an address changed would give all away."""
    return person.is_superuser and not of.is_superuser


class OnlyEqualsMayDoEverything:
    """A form where only who may do everything gives that right."""

    request: HttpRequest

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        if "is_superuser" in form.fields and not self.request.user.is_superuser:
            form.fields["is_superuser"].disabled = True
        return form


class PersonIndexView(IndexView):
    page_title = _("Personnes")
    add_item_label = _("Ajouter une personne")


class PersonCreateView(OnlyEqualsMayDoEverything, CreateView):
    page_title = _("Ajouter une personne")


class PersonEditView(OnlyEqualsMayDoEverything, EditView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if is_out_of_reach(self.object, of=request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class PersonViewSet(UserViewSet):
    """Wagtail's screens of users, with the fields of a person."""

    index_view_class = PersonIndexView
    add_view_class = PersonCreateView
    edit_view_class = PersonEditView
    menu_label = _("Personnes")
    create_template_name = "people/desk/create.html"
    edit_template_name = "people/desk/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return PersonEditForm if for_update else PersonCreationForm
