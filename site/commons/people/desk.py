"""People in the volunteers' screens: known by e-mail, without username, and without password."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet

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


class PersonViewSet(UserViewSet):
    """Wagtail's screens of users, with the fields of a person."""

    menu_label = _("Personnes")
    create_template_name = "people/desk/create.html"
    edit_template_name = "people/desk/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return PersonEditForm if for_update else PersonCreationForm
