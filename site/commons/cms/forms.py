"""The form that every page is edited with."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

# What makes an editor's words public, now or once reviewed.
GOING_OUT = ("action-publish", "action-submit")


class StoryForm(WagtailAdminPageForm):
    """Saves the draft of a page whose expiry date has passed.

    Wagtail refuses any such save, so that an old page could not even be corrected. Publishing it is still
    refused: it would disappear again at the next tick of the clock.
    """

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        expired = self.instance.expire_at
        going_out = any(action in self.data for action in GOING_OUT)
        if "expire_at" in self.errors and "expire_at" not in self.changed_data and not going_out:
            del self.errors["expire_at"]
            cleaned["expire_at"] = expired
        return cleaned
