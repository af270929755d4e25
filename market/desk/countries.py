"""Where goods come from: any words, with the countries proposed as one types."""

import re
import unicodedata
from typing import Any

from babel import Locale
from django import forms

# Two letters that stand for no country of origin: groups of countries, stations, what nobody farms, tests.
NO_COUNTRY = re.compile("AC|AQ|BV|CP|DG|EA|EU|EZ|HM|IC|QO|TA|UM|UN|XA|XB|ZZ")
CODE = re.compile("[A-Z]{2}")


def countries() -> list[tuple[str, str]]:
    """French names in alphabetical order, each with what is shown beside it: the English name too."""
    french, english = Locale("fr").territories, Locale("en").territories
    codes = [c for c in map(str, french) if CODE.fullmatch(c) and not NO_COUNTRY.fullmatch(c)]
    named = [(french[code], english.get(code, french[code])) for code in codes]
    named.sort(key=lambda names: _without_accents(names[0]))
    return [(name, name if name == other else f"{name} ({other})") for name, other in named]


def _without_accents(name: str) -> str:
    """So that « Égypte » stands among the E."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class CountryInput(forms.TextInput):
    """The French name is what gets written; the English one finds it."""

    template_name = "market/desk/country_input.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        listed = f"{name}-countries"
        context["widget"]["attrs"]["list"] = listed
        return context | {"list_id": listed, "countries": countries()}
