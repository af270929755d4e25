"""What the coordination reads: a day, an order in full, all orders, and sales as tables."""
