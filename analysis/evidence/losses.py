"""A claimed running total beside named dead, an estimate and another body's average, as intervals.

Increments are of killed and wounded, the lists of dead known by name: `not_like_for_like` says in each row why the two
are not one thing counted twice. Bounds stay bounds; nothing is averaged. People throughout.
"""

from calendar import monthrange
from datetime import date, timedelta

import pandas as pd

from analysis.evidence.book import Row, rows_of
from analysis.evidence.totals import Bounds, Totals
from schemas.derived import DERIVED, names_of
from schemas.vocabulary import BESIDE, NOT_LIKE_FOR_LIKE

_TOTAL, _LISTS, _AVERAGE = "general_staff_losses", "named_dead", "uk_mod_monthly"
_NAMED = tuple(name for name in BESIDE if name.startswith("named_"))
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
# The average is given in whole people: it lies within half of one.
_ROUNDED_BY = 0.5


def weekly(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a week and list or estimate that has the week."""
    if not {_TOTAL, _LISTS, "anomalies"} <= frames.keys():
        return _frame([], "losses_weekly")
    totals, told, rows = Totals(rows_of(frames[_TOTAL])), rows_of(frames["anomalies"]), []
    for week in rows_of(frames[_LISTS]):
        monday = date.fromisocalendar(int(week["iso_week"][:4]), int(week["iso_week"][6:]), 1)
        sunday = monday + _WEEK - _DAY
        head = {"iso_week": week["iso_week"], "first_day": monday, "last_day": sunday}
        head |= totals.increment(monday - _DAY, sunday)
        sides = {name: (week[name], week[name]) for name in _NAMED if week[name] is not None}
        if week["probate_low"] is not None:
            sides["probate"] = (week["probate_low"], week["probate_high"])
        for name, bounds in sides.items():
            row_id = f"{week['iso_week'].lower()}-{name.replace('_', '-')}"
            parts = {_TOTAL: None, _LISTS: "probate_estimate" if name == "probate" else name}
            rows.append(
                {"week_id": row_id} | head | _beside(name, head, bounds, _anomalies(told, parts, monday, sunday))
            )
    return _frame(rows, "losses_weekly")


def monthly(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a month and list, or average; lists go by week, so weeks astride a month make an interval."""
    if not {_TOTAL, _LISTS, _AVERAGE, "anomalies"} <= frames.keys():
        return _frame([], "losses_monthly")
    totals, told, rows = Totals(rows_of(frames[_TOTAL])), rows_of(frames["anomalies"]), []
    averages = {row["month"]: row["daily_average"] for row in rows_of(frames[_AVERAGE])}
    weeks = _weeks(rows_of(frames[_LISTS]))
    months = sorted(averages.keys() | {f"{monday:%Y-%m}" for monday in weeks})
    for month in months:
        first = date.fromisoformat(f"{month}-01")
        last = first.replace(day=monthrange(first.year, first.month)[1])
        head = {"month": month} | totals.increment(first - _DAY, last)
        sides = {(name, _LISTS): _within(weeks, name, first, last) for name in _NAMED}
        if month in averages:
            sides[("daily_average", _AVERAGE)] = _in_month(averages[month], last.day)
        for (name, series), bounds in sides.items():
            if bounds:
                found = _anomalies(told, {_TOTAL: None, series: name}, first, last)
                row_id = f"{month}-{name.replace('_', '-')}"
                rows.append({"month_id": row_id} | head | _beside(name, head, bounds, found))
    return _frame(rows, "losses_monthly")


def _weeks(rows: list[Row]) -> dict[date, Row]:
    """The weeks of the lists by their Monday."""
    return {date.fromisocalendar(int(r["iso_week"][:4]), int(r["iso_week"][6:]), 1): r for r in rows}


def _in_month(average: int, days: int) -> Bounds:
    return (average - _ROUNDED_BY) * days, (average + _ROUNDED_BY) * days


def _within(weeks: dict[date, Row], name: str, first: date, last: date) -> Bounds | None:
    """Names of the weeks that lie in a month, and of those that touch it; None if the list lacks one of them."""
    mondays = [first - timedelta(days=first.weekday()) + _WEEK * n for n in range(6)]
    touching = [monday for monday in mondays if monday <= last]
    if any(monday not in weeks or weeks[monday][name] is None for monday in touching):
        return None
    inside = [monday for monday in touching if first <= monday and monday + _WEEK - _DAY <= last]
    return tuple(float(sum(weeks[monday][name] for monday in chosen)) for chosen in (inside, touching))


def _beside(name: str, head: Row, bounds: Bounds, found: list[Row]) -> Row:
    low, high = bounds
    least, most = head["increment_low"], head["increment_high"]
    return {
        "beside": name,
        "beside_low": low,
        "beside_high": high,
        "ratio_low": round(least / high, 2) if least is not None and high else None,
        "ratio_high": round(most / low, 2) if most is not None and low else None,
        "omit_from_trend": any(row["omit_from_trend"] for row in found),
        "anomalies": " ".join(sorted({row["kind"] for row in found})) or None,
        "not_like_for_like": NOT_LIKE_FOR_LIKE[name],
    }


def _anomalies(told: list[Row], parts: dict[str, str | None], first: date, last: date) -> list[Row]:
    """Anomalies of these series, or parts of them, on these days; a part that is not named counts as the whole."""
    return [
        row
        for row in told
        if row["series"] in parts
        and row["part"] in (None, parts[row["series"]])
        and row["from"] <= str(last)
        and str(first) <= row["to"]
    ]


def _frame(rows: list[Row], name: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=names_of(DERIVED[name].columns))
