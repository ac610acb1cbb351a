"""Dates and windows of time, written in EDTF (ISO 8601-2).

A *date* is a day, a month or a year, perhaps approximate (`2023-05-20`, `2023-05`, `2023-05~`). A *window* is a date
or an interval of two (`2023-05-18/2023-05-21`); an open start (`../2023-05-21`) says "as of". `Window` gives its
first and last day. Whole days are read by the standard library, every other date by `undate`, whose grammar takes
ten milliseconds a date.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from undate.converters.edtf import EDTFDateConverter

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?[~?%]?")
_OPEN = ".."
_WRITE_DATE = "write one date in EDTF: 2023-05-20, 2023-05 or 2023"
_WRITE_WINDOW = "write the window in EDTF, e.g. 2023-05-20, 2023-05, 2023-05-18/2023-05-21 or ../2023-05-21"


@dataclass(frozen=True)
class Window:
    """First and last day; `start` is None for "as of", `end` None for "since"."""

    start: date | None
    end: date | None


@cache
def parse_date(text: str) -> Window:
    """Read one EDTF date.

    Raises:
        ValueError: not an EDTF date, or no such day.
    """
    if not _DATE.fullmatch(text):
        raise ValueError(_WRITE_DATE)
    try:
        if len(text) == len("2023-05-20"):
            day = date.fromisoformat(text)
            return Window(day, day)
        read = EDTFDateConverter().parse(text)
    except Exception as error:  # undate raises its parser's own classes, which share no base but Exception
        raise ValueError("there is no such date; write one that exists") from error
    return Window(_day(read.earliest), _day(read.latest))


@cache
def parse_window(text: str) -> Window:
    """Read an EDTF date or interval.

    Raises:
        ValueError: not EDTF, no such day, or an end before its start.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return parse_date(text) if _DATE.fullmatch(text) else _refuse()
    if first == last == _OPEN or not all(end == _OPEN or _DATE.fullmatch(end) for end in (first, last)):
        return _refuse()
    start = None if first == _OPEN else parse_date(first).start
    end = None if last == _OPEN else parse_date(last).end
    if start and end and end < start:
        raise ValueError("the interval ends before it begins; write the earlier date first")
    return Window(start, end)


def _refuse() -> Window:
    raise ValueError(_WRITE_WINDOW)


def _day(moment: object) -> date:
    return date(int(moment.year), int(moment.month), int(moment.day))
