"""How the text of a cell is spelled, kind by kind: the first of the three passes.

`typed` turns a frame of text into the typed frame that the models validate. A cell that cannot be read becomes a
missing value there and a `Fault` beside it, so that one bad cell neither hides nor invents another fault.
"""

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

import pandas as pd

from schemas import quantity, window
from schemas.columns import ID_PATTERN, Column
from schemas.fault import Fault

_ID = re.compile(ID_PATTERN)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_INTEGER = re.compile(r"-?[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_REF = re.compile(r"[a-z_]+:[0-9]{4}(?:-[0-9W]+)*")
_WEEK = re.compile(r"[0-9]{4}-W(?:0[1-9]|[1-4][0-9]|5[0-3])")
_SAYS = {
    "id": "not an id",
    "ids": "not a list of ids",
    "url": "not an address",
    "date": "not a date",
    "window": "not a window of time",
    "quantity": "not a quantity",
    "number": "not a number",
    "integer": "not a whole number",
    "day": "not a day",
    "ref": "not a point of a series",
    "flag": "not true or false",
    "week": "not an ISO week",
    "text": "not plain text",
    "word": "not plain text",
}


def typed(raw: pd.DataFrame, columns: list[Column], table: str) -> tuple[pd.DataFrame, list[Fault]]:
    """Type a frame of text (index: line numbers, blank cells: empty strings).

    Columns that `raw` lacks are left out. Returns the typed frame and the faults of spelling.
    """
    faults: list[Fault] = []
    series = {}
    for column in columns:
        if column.name in raw:
            series[column.name], unreadable = _typed_column(raw[column.name], column, table)
            faults += unreadable
    return pd.DataFrame(series, index=raw.index), faults


def _typed_column(cells: pd.Series, column: Column, table: str) -> tuple[pd.Series, list[Fault]]:
    problems = {cell: _problem(cell, column) for cell in cells.unique()}
    bad = {cell: do for cell, do in problems.items() if do}
    faults = [
        Fault(table, int(line), column.name, _SAYS[column.kind], cell, bad[cell])
        for line, cell in cells[cells.isin(list(bad))].items()
    ]
    return _convert(cells.mask(cells.isin(list(bad)) | (cells == "")), column.kind), faults


def _convert(cells: pd.Series, kind: str) -> pd.Series:
    if kind == "number":
        return pd.to_numeric(cells).astype("float64")
    if kind == "integer":
        return pd.to_numeric(cells).astype("Int64")
    if kind == "flag":
        return cells.map({"true": True, "false": False}, na_action="ignore").astype("boolean")
    return cells.astype("str")


def _problem(cell: str, column: Column) -> str:
    """What to do about the cell, or nothing if it can be read."""
    if not cell:
        return ""
    if cell != cell.strip():
        return "remove the spaces around it"
    try:
        _READERS[column.kind](cell, column)
    except ValueError as error:
        return str(error)
    return ""


def _id(cell: str, _: Column) -> None:
    if not _ID.fullmatch(cell):
        raise ValueError("write lower-case letters, digits and single hyphens, e.g. kirby-2023-05-01")


def _ids(cell: str, _: Column) -> None:
    ids = cell.split(" ")
    if not all(_ID.fullmatch(one) for one in ids):
        raise ValueError("write ids separated by single spaces, e.g. bakhmut soledar")
    if len(set(ids)) < len(ids):
        raise ValueError("name each id once")


def _url(cell: str, _: Column) -> None:
    parts = urlsplit(cell)
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or re.search(r"\s", cell):
        raise ValueError("write the whole address, beginning with https:// or http://")


def _number(cell: str, _: Column) -> None:
    if not _NUMBER.fullmatch(cell):
        raise ValueError("write a plain decimal number, e.g. 48.6")


def _integer(cell: str, _: Column) -> None:
    if not _INTEGER.fullmatch(cell):
        raise ValueError("write digits only, without thousands separators, e.g. 114130")


def _day(cell: str, _: Column) -> None:
    if not _DAY.fullmatch(cell):
        raise ValueError("write year, month and day, e.g. 2023-05-20")
    window.parse_date(cell)


def _ref(cell: str, _: Column) -> None:
    if not _REF.fullmatch(cell):
        raise ValueError("write the series and its day, week or month, e.g. named_dead:2023-W20")


def _flag(cell: str, _: Column) -> None:
    if cell not in ("true", "false"):
        raise ValueError("write true, false or leave blank")


def _week(cell: str, _: Column) -> None:
    if not _WEEK.fullmatch(cell):
        raise ValueError("write year and week, e.g. 2023-W20")
    try:
        date.fromisocalendar(int(cell[:4]), int(cell[6:]), 1)
    except ValueError as error:
        raise ValueError("that year has no such week; write one that exists") from error


def _text(cell: str, _: Column) -> None:
    if any(ord(char) < 32 and char != "\n" for char in cell):
        raise ValueError("remove tabs and other control characters")


_READERS: dict[str, Callable[[str, Column], object]] = {
    "id": _id,
    "ids": _ids,
    "url": _url,
    "date": lambda cell, _: window.parse_date(cell),
    "window": lambda cell, _: window.parse_window(cell),
    "quantity": lambda cell, column: quantity.parse(cell, whole=column.whole),
    "number": _number,
    "integer": _integer,
    "day": _day,
    "ref": _ref,
    "flag": _flag,
    "week": _week,
    "text": _text,
    "word": _text,
}
