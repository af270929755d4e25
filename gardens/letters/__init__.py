"""What gardens write to people: written down by the verbs, composed when the mail leaves."""

from gardens.letters.kinds import PLOT_CHANGED, REQUEST_RECEIVED
from gardens.letters.of_plots import write_plot_changed
from gardens.letters.writing import write_received

__all__ = ["PLOT_CHANGED", "REQUEST_RECEIVED", "write_plot_changed", "write_received"]
