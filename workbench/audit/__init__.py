"""Measures the running site as strangers do: Lighthouse on a phone, and the Nu checker of HTML."""
