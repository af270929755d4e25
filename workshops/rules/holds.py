"""How long seats are held while they are being paid."""

from datetime import timedelta

HOLD = timedelta(minutes=20)  # long enough to find a card and pass 3-D Secure
