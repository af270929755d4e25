"""A producer's own offers of a day, on a phone, behind the stall: set in one tap, with or without a script."""
