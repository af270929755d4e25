"""Holds what we tell search engines against schema.org's own words, and against what Google asks for.

``schema_org.json`` lists, for the types we use and those they descend from, each property and the types of its
values: facts of schema.org 29, read out of the npm package schema-dts 2.1.0.
"""

import json
import re
from pathlib import Path

TYPES = json.loads((Path(__file__).parent / "schema_org.json").read_text())
ENUMERATIONS = {
    "EventStatusType": {"EventScheduled", "EventCancelled"},
    "EventAttendanceModeEnumeration": {"OfflineEventAttendanceMode"},
    "ItemAvailability": {"InStock", "SoldOut"},
    "DayOfWeek": {
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    },
}
DATE, TIME = r"\d{4}-\d\d-\d\d", r"\d\d:\d\d"
PLAIN = {
    "Text": lambda value: isinstance(value, str) and value.strip() == value != "",
    "URL": lambda value: isinstance(value, str) and value.startswith(("http://", "https://")),
    "Number": lambda value: bool(re.fullmatch(r"\d+(\.\d+)?", str(value))),
    "Integer": lambda value: type(value) is int,
    "Boolean": lambda value: type(value) is bool,
    "Date": lambda value: bool(re.fullmatch(DATE, str(value))),
    "DateTime": lambda value: bool(re.fullmatch(rf"{DATE}T{TIME}[+-]{TIME}", str(value))),
    "Time": lambda value: bool(re.fullmatch(TIME, str(value))),
}

# "Required" in Google's pages on structured data, https://developers.google.com/search/docs/appearance
REQUIRED = {
    "Event": {"name", "startDate", "location"},
    "Place": {"name", "address"},
    "Product": {"name", "image", "offers"},
    "Offer": {"price", "priceCurrency", "availability"},
    "LocalBusiness": {"name", "address"},
    "Article": {"headline", "image", "datePublished", "author"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "OpeningHoursSpecification": {"opens", "closes", "dayOfWeek"},
}


def faults(thing, at=""):
    """Each place where a thing leaves the vocabulary, in words."""
    name = thing.get("@type")
    at = f"{at}/{name}"
    if name not in TYPES:
        return [f"{at}: unknown type"]
    lines = [f"{at}: lacks {missing}" for missing in sorted(_required(name) - thing.keys())]
    for key, value in thing.items():
        if key.startswith("@"):
            continue
        kinds = _kinds(name, key)
        if kinds is None:
            lines.append(f"{at}: has no {key}")
            continue
        for single in value if isinstance(value, list) else [value]:
            lines += _faults_of(single, kinds, f"{at}.{key}")
    return lines


def _faults_of(value, kinds, at):
    if isinstance(value, dict):
        inside = faults(value, at)
        fits = value.get("@type") in TYPES and _line(value["@type"]) & kinds
        return (
            inside if fits else [*inside, f"{at}: {value.get('@type')} is none of {sorted(kinds)}"]
        )
    if "Thing" in kinds and PLAIN["URL"](value):
        return []  # a thing may be told by its address alone
    if any(PLAIN[kind](value) for kind in kinds & PLAIN.keys()):
        return []
    word = str(value).removeprefix("https://schema.org/")
    if any(word in ENUMERATIONS[kind] for kind in kinds & ENUMERATIONS.keys()):
        return []
    return [f"{at}: {value!r} is none of {sorted(kinds)}"]


def _line(name):
    """A type and all it descends from."""
    found = {name}
    for parent in TYPES.get(name, {"parents": []})["parents"]:
        found |= _line(parent)
    return found


def _kinds(name, key):
    for ancestor in _line(name):
        if key in TYPES[ancestor]["properties"]:
            return set(TYPES[ancestor]["properties"][key])
    return None


def _required(name):
    return set().union(*(REQUIRED.get(ancestor, set()) for ancestor in _line(name)))
