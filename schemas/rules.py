"""Rules on one row: a pandera check that knows which columns it reads, what to say and what to do.

`row_rule` wraps `pandera.dataframe_check`. A rule is a function from a typed frame to a Boolean series, true where
the row is in order; a missing value must be answered by the rule itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa

from schemas import quantity, window


@dataclass(frozen=True)
class Rule:
    """`columns` are those the rule reads; the fault is shown at the first of them."""

    name: str
    columns: tuple[str, ...]
    says: str
    do: str


RULES: dict[str, Rule] = {}


def row_rule(*columns: str, says: str, do: str) -> Callable:
    """Declare a rule on rows of the model in whose body it stands."""

    def wrap(function: Callable) -> object:
        RULES[function.__qualname__] = Rule(function.__qualname__, columns, says, do)
        return pa.dataframe_check(error=function.__qualname__)(function)

    return wrap


def filled(series: pd.Series) -> pd.Series:
    """True where the cell holds something."""
    return series.notna()


def starts(series: pd.Series) -> pd.Series:
    """First day of each window or date; NaT where blank or open."""
    return pd.to_datetime(series.map(lambda cell: window.parse_window(cell).start, na_action="ignore"))


def highs(series: pd.Series) -> pd.Series:
    """Upper bound of each measure as float; NaN where blank or unbounded."""
    return series.map(lambda cell: quantity.parse(cell, whole=False).high, na_action="ignore").astype("float64")


_DATES_AND_ORDINALS = re.compile(
    r"\d{4}-\d{2}(-\d{2})?|(\d{1,2}([–-]\d{1,2})? )?(January|February|March|April|May|June|July|August|September"
    r"|October|November|December)( \d{4})?|\b(19|20)\d{2}\b|\b\d+(st|nd|rd|th)\b"
)


def has_no_figures(series: pd.Series) -> pd.Series:
    """True where the text has no digits but in dates and in ordinals such as names of units."""
    return ~series.fillna("").str.replace(_DATES_AND_ORDINALS, "", regex=True).str.contains(r"\d")
