"""The kinds of letters, by the row that a message speaks of."""

# Of a request.
REQUEST_RECEIVED = "gardens.request_received"

# Of a surplus.
SURPLUS_ANNOUNCED = "gardens.surplus_announced"
