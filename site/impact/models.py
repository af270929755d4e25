"""The one page of effects; its figures are counted from the trades, never stored."""

from impact.pages import ImpactPage

__all__ = ["ImpactPage"]
