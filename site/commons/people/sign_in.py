"""The first form of the door: an address, and a password for whoever chose to have one."""

from typing import Any

from allauth.account.fields import PasswordField
from allauth.account.forms import LoginForm
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from commons.people.models import LONGEST_EMAIL


class SignInForm(LoginForm):
    """Without a password, a code is sent to the address.

    django-allauth drops the password field where accounts begin without one; here it stays, optional.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Votre adresse e-mail")
        self.fields["login"].validators.append(MaxLengthValidator(LONGEST_EMAIL))
        self.fields["password"] = PasswordField(
            label=_("Mot de passe"), required=False, autocomplete="current-password"
        )
