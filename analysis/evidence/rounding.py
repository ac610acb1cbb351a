"""Rounding: the share of figures that end in 0, 00 and 000, by claimant and by series, where there are enough.

A figure of two digits can end in 0 and not in 00, so each ending has its own n: figures of at least 10, 100 and 1,000.
A share is blank, and a claimant left out, below `rounding_least_n`.
"""

from collections.abc import Iterable
from itertools import pairwise

import pandas as pd

from analysis.evidence.book import Book, Row, rows_of
from analysis.evidence.meant import Meant
from schemas.derived import DERIVED, names_of
from schemas.quantity import parse

_ENDINGS = ((10, "n", "share_0"), (100, "n_from_100", "share_00"), (1000, "n_from_1000", "share_000"))
# series, column, and whether its increments or the figures themselves are looked at
_SERIES = (
    ("general_staff_losses", "reconciled", "daily_increments"),
    ("uk_mod_monthly", "daily_average", "figures"),
    ("named_dead", "named_now", "figures"),
)


def rounding(book: Book, read: dict[str, Meant], frames: dict[str, pd.DataFrame], least_n: int) -> pd.DataFrame:
    """One row a claimant with enough figures, then one a series."""
    rows = []
    for claimant, figures in sorted(_by_claimant(read).items()):
        if sum(figure >= _ENDINGS[0][0] for figure in figures) >= least_n:
            cells = {"claimant_id": claimant, "rounded_in": "claims"}
            rows.append({"rounding_id": f"{claimant}-claims"} | cells | shares(figures, least_n))
    for series, column, which in _SERIES:
        if series in frames:
            cells = {"series": series, "column": column, "rounded_in": which}
            row_id = f"{series}-{which}".replace("_", "-")
            figures = _of_series(rows_of(frames[series]), column, which)
            rows.append({"rounding_id": row_id} | cells | shares(figures, least_n))
    return pd.DataFrame(rows, columns=names_of(DERIVED["rounding"].columns))


def shares(figures: Iterable[int], least_n: int) -> Row:
    """Counts and shares by ending; a share is None where fewer figures than `least_n` are long enough."""
    listed, row = list(figures), {}
    for base, n_name, share_name in _ENDINGS:
        long = [figure for figure in listed if figure >= base]
        row[n_name] = len(long)
        row[share_name] = (
            round(sum(f % base == 0 for f in long) / len(long), 3) if len(long) >= max(least_n, 1) else None
        )
    return row


def _by_claimant(read: dict[str, Meant]) -> dict[str, list[int]]:
    """The one figure of each claim about people, by claimant; where pages differ, or a range is given, none."""
    found: dict[str, list[int]] = {}
    for known in read.values():
        cell = known.one("count") if known.table == "casualties" else None
        stated = parse(cell, whole=True).stated if cell else ()
        if known.claimant_id and len(stated) == 1:
            found.setdefault(known.claimant_id, []).append(int(stated[0]))
    return found


def _of_series(rows: list[Row], column: str, which: str) -> list[int]:
    """Figures of a series, or their increments where two days in a row have one."""
    figures = [row[column] for row in rows]
    if which == "figures":
        return [figure for figure in figures if figure is not None]
    return [after - before for before, after in pairwise(figures) if before is not None and after is not None]
