"""What is decided about messages, without a row in sight."""

from datetime import timedelta

KEEP_ENQUIRIES_FOR = timedelta(days=365)
KEEP_RELAYED_FOR = timedelta(days=30)  # time to find out that a partner's mailbox is full

# More from one address in a day is a machine, or somebody who needs to be called back.
MOST_ENQUIRIES_A_DAY = 5
