"""The day on which a reported row is placed, where a chart has a time axis.

The last day of the window that the source tells, else the day of the statement, else the day of publication; of a
window that is open at its end, the first day. A date of a month or a year stands for its first day.
"""

import pandas as pd

BASES = ("window", "statement", "publication")


def placed(reports: pd.DataFrame) -> pd.DataFrame:
    """Columns `on` (a day, missing where nothing is known) and `on_basis` (one of `BASES`) for each reported row."""
    window = reports["window_end"].fillna(reports["window_start"])
    candidates = [window, _first_day(reports["stated_on"]), _first_day(reports["published_on"])]
    table = pd.concat(candidates, axis="columns", keys=BASES)
    basis = table.notna().idxmax(axis="columns").where(table.notna().any(axis="columns"))
    return pd.DataFrame({"on": table.bfill(axis="columns").iloc[:, 0], "on_basis": basis})


def _first_day(edtf: pd.Series) -> pd.Series:
    return pd.to_datetime(edtf.str.rstrip("~?%"), format="ISO8601")


def months(first: pd.Timestamp, last: pd.Timestamp) -> pd.DatetimeIndex:
    """The first days of all months from the month of `first` to that of `last`."""
    return pd.date_range(first.to_period("M").start_time, last, freq="MS")
