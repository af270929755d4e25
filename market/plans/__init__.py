"""The hall's plan, drawn: see ``market.plans.drawing``."""

from market.plans.drawing import Plan, draw

__all__ = ["Plan", "draw"]
