"""Who comes: a person known by e-mail, and the household they share a plot or a basket with."""

from functools import partial
from secrets import token_urlsafe
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

LONGEST_EMAIL = 254  # characters [RFC 5321]; longer, a mail server refuses it

new_secret = partial(token_urlsafe, 32)


class Household(models.Model):
    """People who live together and share a plot, a basket, a reminder address (*foyer*)."""

    name = models.CharField(_("nom du foyer"), max_length=120)
    created_at = models.DateTimeField(_("créé le"), auto_now_add=True)

    class Meta:
        verbose_name = _("foyer")
        verbose_name_plural = _("foyers")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    """Makes people. The e-mail is kept in lower case: it is the name, and is typed in any case."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """A person; without a password they sign in by a code sent by e-mail.

        Their address is written down unverified: the first code they type back verifies it, and
        they are not asked for a second one.
        """
        if not email:
            raise ValueError("a person needs an e-mail")
        with transaction.atomic(using=self._db):
            person = self.model(email=email.strip().lower(), **fields)
            person.set_password(password)
            person.save(using=self._db)
            write_address_down(person)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


def write_address_down(person: "Person") -> None:
    """Tell django-allauth, which verifies addresses, of the one a person was given an account with."""
    from allauth.account.models import EmailAddress

    EmailAddress.objects.get_or_create(
        user=person, email=person.email, defaults={"primary": True, "verified": False}
    )


class Person(AbstractUser):
    """A person with an account. Most visitors never need one; a booking or an order only keeps an e-mail."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("adresse e-mail"), unique=True, max_length=LONGEST_EMAIL)
    phone = models.CharField(_("téléphone"), max_length=30, blank=True)
    household = models.ForeignKey(
        Household,
        verbose_name=_("foyer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = PersonManager()  # type: ignore[assignment,misc]

    class Meta:
        verbose_name = _("personne")
        verbose_name_plural = _("personnes")
        ordering = ["last_name", "first_name", "email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="person_email_unique_in_any_case",
                violation_error_message=_("Cette adresse a déjà un compte."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email


class CalendarKey(models.Model):
    """The secret in the address of a person's own calendar: calendar programs cannot sign in.

    Made when it is asked for; changing it shuts the old address.
    """

    person = models.OneToOneField(
        Person, verbose_name=_("personne"), on_delete=models.CASCADE, related_name="calendar_key"
    )
    secret = models.CharField(max_length=43, unique=True, default=new_secret)

    class Meta:
        verbose_name = _("clé d’agenda")
        verbose_name_plural = _("clés d’agenda")

    def __str__(self) -> str:
        return str(self.person)
