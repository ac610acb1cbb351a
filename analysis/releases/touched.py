"""What a correction touches: the published cells that show the corrected one, and the charts and statements behind.

Published tables repeat cells of other tables (a publisher's name beside every row of its pages), so that one correction
may move many published cells. `schemas.published` knows which. A chart is touched if it draws a claim that shows
the cell, or, for what a chart may use without showing it (a place's coordinates), a claim that refers to the row.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from schemas import MODELS
from schemas.published import PUBLISHED, PublishedTable, spelled_out

CHARTS = Path("reports/charts")


@dataclass(frozen=True)
class Shown:
    """A published table, the columns of it that show a corrected cell, and how many of its rows do."""

    table: str
    columns: tuple[str, ...]
    rows: int


@dataclass(frozen=True)
class Touched:
    """Everything that one correction touches; ids are sorted."""

    shown: tuple[Shown, ...]
    claim_ids: tuple[str, ...]
    statement_ids: tuple[str, ...]
    charts: tuple[dict[str, Any], ...]


def touched(row_id: str, field: str, published: Mapping[str, pd.DataFrame], charts: list[dict[str, Any]]) -> Touched:
    """What the correction of one cell touches; `published` are the tables as text, `charts` the sidecars."""
    home = next(
        table
        for name, table in PUBLISHED.items()
        if table.made_from in MODELS and (published[name][table.key[0]] == row_id).any()
    )
    shown, claims, statements, refer = [], set(), set(), set()
    for name, table in PUBLISHED.items():
        if name == "corrections":
            continue
        frame = published[name]
        where = {c: _holds(frame[key], row_id) for c, key in _showing(table, home, field).items() if c in frame}
        rows = frame[pd.DataFrame(where).any(axis=1)] if where else frame.iloc[:0]
        if len(rows):
            shown.append(Shown(name, tuple(c for c, mask in where.items() if mask.any()), len(rows)))
            claims |= _ids(rows, "claim_id")
            statements |= _ids(rows, "statement_id")
        if home.name == "places":
            refer |= _ids(frame[_refers(frame, table, row_id)], "claim_id")
    drawn = claims | refer
    hit = tuple(chart for chart in charts if drawn & set(chart.get("claim_ids", ())))
    return Touched(tuple(shown), tuple(sorted(claims)), tuple(sorted(statements)), hit)


def read_charts(folder: Path = CHARTS) -> list[dict[str, Any]]:
    """The sidecars of all charts, by name of their folder."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*/chart.json"))]


def _showing(table: PublishedTable, home: PublishedTable, field: str) -> dict[str, str]:
    """The columns of a published table that show this field of the table `home`, each with the column of its key."""
    columns = {}
    if table is home:
        own = next(column for column in table.columns if column.name == field)
        columns = dict.fromkeys([field, *(column.name for column in spelled_out(own))], table.key[0])
    for follower in table.followers:
        if follower.table == home.made_from and follower.source == field:
            columns[follower.name] = follower.key
    if home.name == "places" and field == "name_en":
        listed = [c.name for c in table.columns if c.kind == "ids"]
        columns |= {name.removesuffix("_ids") + "_names": name for name in listed}
    return columns


def _refers(frame: pd.DataFrame, table: PublishedTable, row_id: str) -> pd.Series:
    mask = pd.Series(False, index=frame.index)
    for column in table.columns:
        if column.kind in ("id", "ids"):
            mask |= _holds(frame[column.name], row_id)
    return mask


def _holds(cells: pd.Series, row_id: str) -> pd.Series:
    """Where a cell is this id, or a list of ids that has it."""
    return (" " + cells + " ").str.contains(f" {row_id} ", regex=False)


def _ids(rows: pd.DataFrame, column: str) -> set[str]:
    return set(rows[column]) - {""} if column in rows else set()
