"""A stand-in for the Stripe API, for the demo and the tests.

It imports nothing of the site, and the site imports nothing of it: they speak over HTTP.
"""
