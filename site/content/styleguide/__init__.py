"""Every part of the house on one page, in each of its states, for whoever draws or writes pages."""
