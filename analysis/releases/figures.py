"""Which published figures moved between two releases, about which days, and how many did not.

A figure is a filled cell of a quantity: people, metres, square kilometres, per cent, a ratio.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import pandas as pd

from analysis.releases.cell_line import cell_line
from analysis.releases.history import Change
from analysis.releases.manifest import Manifest
from schemas import MODELS, REPORT_TABLES
from schemas.columns import columns_of
from schemas.window import parse_window


@cache
def columns(table: str) -> tuple[str, ...]:
    """The columns of a ledger table that hold figures."""
    return tuple(column.name for column in columns_of(MODELS[table]) if column.kind == "quantity")


def lines(
    changes: Sequence[Change], told: Mapping[str, dict], last: Manifest, raws: Mapping[str, pd.DataFrame]
) -> list[str]:
    """The part "Figures" of a changelog section."""
    moved = [change for change in changes if change.what.row_id and change.what.field in columns(change.what.table)]
    taken = {change.what.row_id for change in changes if change.what.change in ("withdrawn", "superseded")}
    text = f"{_counted(moved, taken, published(last, raws), last['version'])}{_about(moved, raws)}"
    return ["### Figures", "", text, *([""] if moved else []), *(cell_line(change, told) for change in moved)]


def published(last: Manifest, raws: Mapping[str, pd.DataFrame]) -> set[tuple[str, str]]:
    """Row and column of every figure that stands now in a row of the last release."""
    found = set()
    for table in REPORT_TABLES:
        known = last["ledger"].get(table, {"rows": {}})["rows"]
        rows = raws[table].set_index("report_id")
        for column in columns(table):
            filled = rows.index[rows[column] != ""] if column in rows else []
            found |= {(row_id, column) for row_id in filled if row_id in known}
    return found


def _counted(moved: Sequence[Change], taken: set[str], standing: set[tuple[str, str]], version: str) -> str:
    """How many figures moved, how many were taken back with their rows, and how many did neither."""
    changed = {(change.what.row_id, change.what.field) for change in moved}
    gone = {figure for figure in standing - changed if figure[0] in taken}
    same = len(standing - changed - gone)
    all_figures = f"Of the {len(standing | changed):,} figures of {version}, {len(changed) or 'none'} moved"
    withdrawn = f", {len(gone):,} {'was' if len(gone) == 1 else 'were'} taken back with a row" if gone else ""
    return f"{all_figures}{withdrawn}; {same:,} are as they were."


def _about(moved: Sequence[Change], raws: Mapping[str, pd.DataFrame]) -> str:
    """The days that the moved figures are about, and that no others moved."""
    days = [day for change in moved for day in _days(change, raws)]
    undated = sum(1 for change in moved if not _days(change, raws))
    no_other = "no figure about an earlier or a later day did."
    told = f" The figures that moved are about {_span(days)}; {no_other}" if days else ""
    stand = "stands" if undated == 1 else "stand"
    return told + (f" {undated:,} of them {stand} in rows without a window." if undated else "")


def _span(days: list[date]) -> str:
    first, last = min(days), max(days)
    return f"{first}" if first == last else f"{first} to {last}"


def _days(change: Change, raws: Mapping[str, pd.DataFrame]) -> list[date]:
    """First and last day of the window of the changed row, where they are known."""
    rows = raws[change.what.table]
    if "window" not in rows:
        return []
    text = rows.loc[rows["report_id"] == change.what.row_id, "window"]
    window = parse_window(text.iloc[0]) if len(text) and text.iloc[0] else None
    return [day for day in (window.start, window.end) if day] if window else []
