"""Calendar files: entries of the agenda, in zones that every calendar reads alike."""

from commons.calendars.files import CANCEL, MIME, PUBLISH, calendar_file

__all__ = ["CANCEL", "MIME", "PUBLISH", "calendar_file"]
