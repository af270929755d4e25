"""Decisions about workshops, as pure functions."""
