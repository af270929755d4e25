from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from content.desk import MessagesDesk, PagesDesk
from content.models import Enquiry

register_snippet(PagesDesk)
register_snippet(MessagesDesk)


@hooks.register("before_edit_snippet")
def leave_partners_their_messages(_request: HttpRequest, row: object) -> None:
    """The list does not show them; nor does an address that somebody guesses."""
    if isinstance(row, Enquiry) and row.partner_id:
        raise PermissionDenied
