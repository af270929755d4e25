"""The form a page is written in, where it differs from Wagtail's."""

from typing import Any

from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.edit import EditView

from content import review


class PageEditView(EditView):
    def send_commenting_notifications(self, changes: dict[str, Any]) -> None:
        """Written down, not sent: Wagtail's mails would leave while the form is being saved."""
        if changes["new_comments"] or changes["new_replies"]:
            review.tell_commented(page=self.page, by=self.request.user)


edit_page = never_cache(require_admin_access(PageEditView.as_view()))
