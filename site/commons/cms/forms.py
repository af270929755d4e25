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

    def add_error(self, field: str | None, error: Any) -> None:
        """Wagtail adds its refusal after any ``clean`` of ours: it is stopped here."""
        if field == "expire_at" and self._only_corrects():
            return
        super().add_error(field, error)

    def _only_corrects(self) -> bool:
        going_out = any(action in self.data for action in GOING_OUT)
        return not going_out and "expire_at" not in self.changed_data
