"""The page that `claims diff --html` writes: what was added, changed and taken back, for people to read."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from analysis.releases import compare, pages
from analysis.releases.compare import Difference, State

# The first of these that a row has tells a reader what the row is about.
_NAMES = ("title", "name", "name_en", "summary", "searched", "printed", "claim_id", "relation", "field")


def render(found: Sequence[Difference], old: State, new: State, labels: tuple[str, str]) -> str:
    """The page as HTML; `labels` are the two states as they were named."""
    return (
        pages.environment()
        .get_template("diff.html")
        .render(
            old=labels[0],
            new=labels[1],
            changes=[change for change in compare.CHANGES if any(one.change == change for one in found)],
            counts=compare.counts(found),
            tables=[
                _table(name, list(of_table), old, new) for name, of_table in groupby(found, key=lambda one: one.table)
            ],
        )
    )


def _table(name: str, found: list[Difference], old: State, new: State) -> dict[str, Any]:
    """The differences of one table by row, the rows by what happened to them."""
    rows: dict[str, list[Difference]] = {}
    for one in found:
        rows.setdefault(one.row_id, []).append(one)
    return {
        "name": name,
        "columns": rows.pop("", []),
        "changed": [_row(row_id, cells, new[name].rows) for row_id, cells in rows.items() if cells[0].field],
        "added": [_row(row_id, [], new[name].rows) for row_id, (one, *_) in rows.items() if one.change == "added"],
        "removed": [_row(row_id, [], old[name].rows) for row_id, (one, *_) in rows.items() if one.change == "removed"],
    }


def _row(row_id: str, cells: list[Difference], rows: dict[str, dict[str, str]]) -> dict[str, Any]:
    row = rows[row_id]
    about = next((row[name] for name in _NAMES if row.get(name)), "")
    filled = [(column, cell) for column, cell in list(row.items())[1:] if cell]
    return {"id": row_id, "about": about, "cells": cells, "filled": filled}
