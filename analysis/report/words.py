"""Quantities, dates and controlled words as the report prints them in English."""

import re
from decimal import Decimal

from analysis.charts import wording
from analysis.charts.palette import SIDES

# A no-break space keeps a figure and its unit on one line.
NBSP = "\u00a0"
_UNITS = {"m": f"{NBSP}m", "km2": f"{NBSP}km²", "%": "%"}
_PHRASES = {
    "about": "about {}",
    "nearly": "nearly {}",
    "more_than": "more than {}",
    "at_least": "at least {}",
    "up_to": "up to {}",
    "less_than": "less than {}",
    "between": "from {}",
}
_WORDS = {"three_digit": "a three-digit number"}
_TERMS = {
    "unstated": "not stated",
    "unknown": "not known",
    "third_party": "third party",
    "telegram": "Telegram",
    "facebook": "Facebook",
    "UA": SIDES["UA"].label,
    "RU": SIDES["RU"].label,
    "both": "either side, counted together",
}
_DOUBT = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
NOT_STATED = "not stated"


def quantity(qualifier: str | None, stated: str | None, unit: str = "") -> str:
    """A quantity in the words of its source: ("more_than", "40", "people") -> "more than 40".

    `stated` holds the figures as published: one, or two joined by "..".
    """
    if qualifier is None:
        return NOT_STATED
    if stated is None:
        return _WORDS.get(qualifier, qualifier.replace("_", " ")) + _UNITS.get(unit, "")
    joint = " or " if qualifier == "either" else " to "
    figures = joint.join(wording.number(Decimal(figure)) for figure in stated.split("..")) + _UNITS.get(unit, "")
    if qualifier == "less_than" and unit == "people":
        return f"fewer than {figures}"
    return _PHRASES.get(qualifier, "{}").format(figures)


def day(edtf: str) -> str:
    """An EDTF date: "2023-05-21" -> "21 May 2023", "2023-05~" -> "about May 2023"."""
    return _DOUBT.get(edtf[-1], "") + wording.day(edtf)


def window(edtf: str) -> str:
    """An EDTF window: "../2023-05-21" -> "as of 21 May 2023", "2023-04/2023-05" -> "April 2023 to May 2023"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return day(first)
    if first == "..":
        return f"as of {day(last)}"
    return f"since {day(first)}" if last == ".." else f"{day(first)} to {day(last)}"


def age(edtf: str) -> str:
    """The part of an EDTF date that HTML's <time> understands: no mark of doubt, and only if it is a plain date."""
    plain = edtf.rstrip("~?%")
    return plain if re.fullmatch(r"\d{4}(-\d{2}){0,2}", plain) else ""


def term(word: str) -> str:
    """A controlled word as English: "killed_and_wounded" -> "killed and wounded"."""
    return _TERMS.get(word, word.replace("_", " "))
