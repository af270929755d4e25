"""What of the content is not a page."""
