"""What migrations use to make roles: groups, and what each may do with which rows.

A new screen of the desk comes with a migration that calls ``give`` for the roles that need it. What these
functions do must stay as it is: migrations already written lean on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib.auth.management import create_permissions

# For each row ("market.offer"), the permissions by their first word ("view", "add") or whole ("access_admin").
Rights = Mapping[str, Sequence[str]]


def give(apps: Any, roles: Mapping[str, Rights]) -> None:
    """Make each group that is missing, and add these rights to what each group has already."""
    groups, permissions = apps.get_model("auth.Group"), apps.get_model("auth.Permission")
    _make_missing_permissions(apps, roles.values())
    for name, rights in roles.items():
        group, _made = groups.objects.get_or_create(name=name)
        group.permissions.add(*_found(permissions, rights))


def take_back(apps: Any, names: Iterable[str]) -> None:
    """Delete these groups, save those that somebody is in."""
    apps.get_model("auth.Group").objects.filter(name__in=names, user=None).delete()


def _make_missing_permissions(apps: Any, all_rights: Iterable[Rights]) -> None:
    """Django makes permissions once every migration has run: too late for us on a new site."""
    for label in sorted({row.partition(".")[0] for rights in all_rights for row in rights}):
        config = apps.get_app_config(label)
        # The app of a migration has no module of models, and would be passed by.
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None


def _found(permissions: Any, rights: Rights) -> list[Any]:
    return [
        permissions.objects.get(
            content_type__app_label=label, codename=verb if "_" in verb else f"{verb}_{model}"
        )
        for row, verbs in rights.items()
        for label, _dot, model in [row.partition(".")]
        for verb in verbs
    ]
