"""What is asked of people: as little as possible."""

from gardens.forms.request import PlotRequestForm, WishesForm

__all__ = ["PlotRequestForm", "WishesForm"]
