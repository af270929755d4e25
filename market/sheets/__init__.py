"""Products by file: what a column is, what a file would change, and the files we give out."""

from market.sheets.columns import COLUMNS, EXAMPLES, KEYS
from market.sheets.plan import Change, Entry, Fault, Plan, Shelf, read_shelf
from market.sheets.planning import plan_import

__all__ = [
    "COLUMNS",
    "EXAMPLES",
    "KEYS",
    "Change",
    "Entry",
    "Fault",
    "Plan",
    "Shelf",
    "plan_import",
    "read_shelf",
]
