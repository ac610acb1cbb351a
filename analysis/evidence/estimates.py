"""A claimed running total beside outside estimates of the same side's losses, as intervals of ratios.

One row an estimate: the total of its day, as bounds, over the estimate's bounds. The two are seldom like for like, and
`not_like_for_like` says why. People throughout.
"""

import re
from collections import Counter
from datetime import date

import pandas as pd

from analysis.evidence.book import Row, rows_of
from analysis.evidence.totals import Totals
from schemas.derived import DERIVED, names_of
from schemas.series import REPEATED
from schemas.vocabulary import ESTIMATES_NOT_LIKE_FOR_LIKE

_TOTAL, _ESTIMATES = "general_staff_losses", "outside_estimates"


def beside_estimates(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Every outside estimate of the side whose losses the total counts, with the total of its day."""
    columns = names_of(DERIVED["losses_estimates"].columns)
    if not {_TOTAL, _ESTIMATES} <= frames.keys():
        return pd.DataFrame(columns=columns)
    totals, seen, rows = Totals(rows_of(frames[_TOTAL])), Counter(), []
    for estimate in rows_of(frames[_ESTIMATES]):
        if estimate["about_side"] == REPEATED[_TOTAL].affected_side:
            rows.append({"estimate_id": _id(estimate, seen)} | _row(estimate, totals))
    return pd.DataFrame(rows, columns=columns)


def _row(estimate: Row, totals: Totals) -> Row:
    low, high = _bounds(estimate)
    total = totals.on(date.fromisoformat(estimate["date"]))
    least, most = total or (None, None)
    carried = ("date", "body", "category", "by_party", "via", "relies_on", "repeats", "url")
    return {name: estimate[name] for name in carried} | {
        "estimate_low": low,
        "estimate_high": high,
        "total_low": least,
        "total_high": most,
        "ratio_low": round(least / high, 2) if total and high else None,
        "ratio_high": round(most / low, 2) if total and low else None,
        "not_like_for_like": _why(estimate),
    }


def _bounds(estimate: Row) -> tuple[int | None, int | None]:
    """The interval as given; a lone figure stands for both ends, a lone bound for itself."""
    if estimate["low"] is None and estimate["high"] is None:
        return estimate["estimate"], estimate["estimate"]
    return estimate["low"], estimate["high"]


def _why(estimate: Row) -> str:
    leans = ESTIMATES_NOT_LIKE_FOR_LIKE["relies_on"] if estimate["relies_on"] else ""
    return f"{ESTIMATES_NOT_LIKE_FOR_LIKE[estimate['category']]}{leans}"


def _id(estimate: Row, seen: Counter) -> str:
    """Day, body and category; a second estimate of that name gets a number."""
    body = re.sub(r"[^a-z0-9]+", "-", estimate["body"].lower()).strip("-")
    name = f"{estimate['date']}-{body}-{estimate['category'].replace('_', '-')}"
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"
