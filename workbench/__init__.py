"""What runs the platform on one machine with nothing installed. Never in the production image."""
