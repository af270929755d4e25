"""Wiring only: settings, addresses, the worker's application. No rule of a trade lives here."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
