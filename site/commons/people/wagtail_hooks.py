"""Where people join Wagtail's desk."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks

from commons.people.desk import is_out_of_reach
from commons.people.models import Person


@hooks.register("before_bulk_action")
def leave_who_may_do_everything(
    request: HttpRequest, _action: str, rows: Iterable[Any], _view: object
) -> None:
    """Roles and activity of a selection are changed without its people's own screens."""
    for row in rows:
        if isinstance(row, Person) and is_out_of_reach(row, of=request.user):
            raise PermissionDenied
