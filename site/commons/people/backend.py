"""How a person who is signed in is read back at each request, and what they may do."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.db.models import Q

from commons.people.models import Person


class PeopleBackend(AuthenticationBackend):
    """allauth's, which asks two questions of each screen of the desk where there were four."""

    def get_user(self, user_id: int) -> Person | None:
        """With what they chose for their desk, language and contrast: every screen of it looks there."""
        try:
            person = Person.objects.select_related("wagtail_userprofile").get(pk=user_id)
        except Person.DoesNotExist:
            return None
        return person if self.user_can_authenticate(person) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """Their own and those of their roles at once; of a person, once per request."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            user_obj._perm_cache = {f"{app}.{name}" for app, name in _named(user_obj)}
        allowed: set[str] = user_obj._perm_cache
        return allowed


def _named(person: Person) -> Any:
    """The permissions of a person, by app and name."""
    permissions = Permission.objects.all()
    if not person.is_superuser:
        permissions = permissions.filter(
            Q(pk__in=Permission.objects.filter(user=person).values("pk"))
            | Q(pk__in=Permission.objects.filter(group__user=person).values("pk"))
        )
    return permissions.values_list("content_type__app_label", "codename").order_by()
