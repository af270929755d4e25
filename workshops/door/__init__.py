"""The door: a phone in a hand, people arriving, a network that comes and goes."""
