"""How dates are written and read where Django and Wagtail write them, by language."""
