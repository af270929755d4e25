"""What fills a basket, line by line."""

from decimal import Decimal

from django import forms


class LineForm(forms.Form):
    """How much of an offer to have in the basket; zero takes it out."""

    offer = forms.IntegerField(min_value=1)
    quantity = forms.DecimalField(min_value=Decimal(0), max_digits=9, decimal_places=3)
