"""Decisions about gardens, as pure functions."""
