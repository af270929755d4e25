"""The money of orders: what they come to, who pays it, and where it goes."""
