"""What content writes to people: about their messages, and about pages in review."""
