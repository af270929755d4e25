"""Form → action → redirect."""
