"""The public pages: form → action → redirect."""
