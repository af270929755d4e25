"""Stands for ``wagtail.users`` in INSTALLED_APPS, so that its screens know a person's fields."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "commons.people.desk.PersonViewSet"
