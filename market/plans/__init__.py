"""The hall's plan, drawn: see ``market.plans.drawing``."""

from market.plans.drawing import Plan, draw
from market.plans.sheet import draw_sheet

__all__ = ["Plan", "draw", "draw_sheet"]
