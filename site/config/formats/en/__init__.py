"""English as this house speaks it."""
