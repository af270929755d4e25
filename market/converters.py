"""Dates in addresses: /marche/2026-03-14/."""

from datetime import date


class DateConverter:
    """An ISO date; one that does not exist leads nowhere."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()
