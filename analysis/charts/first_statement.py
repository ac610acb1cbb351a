"""How one statement travelled: what each source prints of it, figure by figure.

A matrix of sources (by day of publication) and figures: width and depth of the ground in metres, whether it is
"another" advance, a status of ground that has no figure, people killed and wounded. A figure that a source read in
full does not carry is "not in this page"; of a source read in part that is not known. Where sources differ, a cell
that does not agree with most of those that print the figure is marked; most need not be right, and none is taken as
the reference (DESIGN section 3).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import published
from analysis.charts import bounds, matrix, provenance, wording
from analysis.charts.chart import Chart, KeyEntry
from analysis.charts.palette import SIDES

NAME = "first_statement"
_GROUND = {
    "frontage_m": ("width", "m"),
    "depth_m": ("depth", "m"),
    "distance_m": ("distance", "m"),
    "area_km2": ("area", "km²"),
    "share_pct": ("share", "%"),
}
_FURTHER = ("“another”", "as worded")
# In a sentence a brigade or a ministry has an article, a person or a state has none.
_WITH_ARTICLE = {"unit", "formation", "armed_force", "ministry", "intelligence_service"}


@dataclass(frozen=True)
class _Figure:
    """One figure of one claim as one source prints it."""

    claim_id: str
    label: str
    detail: str
    source_id: str
    report_id: str
    quantity: str
    words: str


def chart(folder: Path, options: dict[str, Any]) -> Chart:
    """The chart of the statement `options["statement"]`."""
    reports = _reports(folder, options["statement"])
    cells = _cells(reports)
    table = matrix.of_cells(cells)
    return Chart(
        name=NAME,
        title=_title(folder, reports, cells),
        subtitle=f"{_summary(folder, options['statement'])} What each source prints, in order of publication. "
        "Not independently verified.",
        alt=_alt(cells),
        notes=_notes(reports, cells),
        rows=cells,
        provenance=provenance.of_reports(reports),
        height=table.height,
        draw=table.draw,
        key=tuple(KeyEntry(state.meaning, state.swatch) for state in table.states),
    )


def _reports(folder: Path, statement: str) -> pd.DataFrame:
    """The reported rows of the statement, by day of publication; undated sources come last.

    Raises:
        ValueError: no source reports it.
    """
    tables = [published.load(name, folder) for name in ("reported_advances", "reported_casualties")]
    rows = pd.concat(tables, ignore_index=True)
    rows = rows[(rows["statement_id"] == statement) & (rows["status"] == "active")]
    if rows.empty:
        raise ValueError(f"no source reports the statement {statement}: correct charts.{NAME}.statement in params.yaml")
    rows["is_further"] = rows["is_further"].fillna(False).astype(bool)
    return rows.sort_values(["published_on", "publisher_name", "report_id"], na_position="last", ignore_index=True)


def _figures(reports: pd.DataFrame) -> Iterator[_Figure]:
    """Every figure that a source prints, ground first."""
    for column, (label, unit) in _GROUND.items():
        yield from _printed(reports, column, label, unit)
    further = reports[reports["is_further"] & reports["category"].isna()]
    for row in further.itertuples():
        yield _Figure(row.claim_id, *_FURTHER, row.source_id, row.report_id, "", "another")
    is_ground = reports["movement"].notna()
    has_size = reports[list(_GROUND)].notna().any(axis="columns").groupby(reports["claim_id"]).transform("any")
    for row in reports[is_ground & ~has_size].itertuples():
        status = row.movement.replace("_", " ")
        yield _Figure(row.claim_id, "status", _whose(row.moving_side), row.source_id, row.report_id, "", status)
    for (category, side), rows in reports.groupby(["category", "affected_side"], sort=False):
        yield from _printed(rows, "count", category.replace("_", " "), _whose(side))


def _printed(rows: pd.DataFrame, column: str, label: str, detail: str) -> Iterator[_Figure]:
    for row, bound in zip(rows.itertuples(), bounds.bounds_of(rows, column), strict=True):
        if bound:
            another = "another " if column == "count" and row.is_further else ""
            words = another + wording.quantity(bound.qualifier, bound.stated)
            yield _Figure(row.claim_id, label, detail, row.source_id, row.report_id, getattr(row, column), words)


def _whose(side: str) -> str:
    return SIDES[side].label if side in SIDES else f"{side} sides"


def _cells(reports: pd.DataFrame) -> pd.DataFrame:
    """One row a source and figure: what is printed, or why there is nothing; in reading order."""
    figures = pd.DataFrame(list(_figures(reports)))
    columns = figures[["claim_id", "label", "detail"]].drop_duplicates()
    sources = reports.drop_duplicates("source_id")
    kept = ["source_id", "publisher_name", "published_on", "published_on_basis", "language", "read", "source_url"]
    grid = sources[kept].merge(columns, how="cross")
    printed = figures.groupby(["source_id", "claim_id", "label"], sort=False)
    joined = printed.agg(quantity=("quantity", _each), words=("words", _each), report_ids=("report_id", " ".join))
    cells = grid.merge(joined.reset_index(), how="left", on=["source_id", "claim_id", "label"])
    most = cells.groupby(["claim_id", "label"], sort=False)["words"].transform(_most)
    cells["state"] = "printed"
    cells.loc[most.notna() & (cells["words"] != most), "state"] = "differs"
    cells.loc[cells["words"].isna(), "state"] = cells["read"].map({"full": "not_in_page", "partial": "not_known"})
    return cells


def _each(printed: pd.Series) -> str:
    """What one source prints of one figure; a page may print it twice, differently."""
    return " / ".join(printed.unique())


def _most(words: pd.Series) -> str | None:
    """What most sources print, of those that print anything; None where no printing leads."""
    counts = words.value_counts()
    return counts.index[0] if len(counts) == 1 or counts.iloc[0] > counts.iloc[1] else None


def _title(folder: Path, reports: pd.DataFrame, cells: pd.DataFrame) -> str:
    first = reports.iloc[0]
    kinds = published.load("actors", folder).set_index("actor_id")["kind"]
    article = "the " if kinds.get(first["stated_by_id"]) in _WITH_ARTICLE else ""
    who = "somebody whom no source names" if pd.isna(first["stated_by_name"]) else article + first["stated_by_name"]
    when = "" if pd.isna(first["stated_on"]) else f" on {wording.day(first['stated_on'])}"
    known = cells[cells["state"] != "not_known"]
    printings = known.groupby("label", sort=False)["words"].nunique(dropna=False)
    differing = list(printings[printings > 1].index)
    finding = f"they differ on {wording.listed(differing)}" if differing else "they agree on every figure"
    return f"{wording.counted(cells['source_id'].nunique(), 'source')} carry what {who} said{when}; {finding}"


def _summary(folder: Path, statement: str) -> str:
    statements = published.load("statements", folder).set_index("statement_id")
    return statements.at[statement, "summary"].rstrip(".") + "."


def _alt(cells: pd.DataFrame) -> str:
    n = cells["source_id"].nunique()
    figures = cells.groupby(["claim_id", "label", "detail"], sort=False)
    told = [f"{label} ({detail}): {_tally(rows)}" for (_, label, detail), rows in figures]
    return f"Matrix of {wording.counted(n, 'source')} and {wording.counted(len(told), 'figure')}. {'; '.join(told)}."


def _tally(rows: pd.DataFrame) -> str:
    """How many sources print what, e.g. "more than 40 in 5 sources, 40 in 1"."""
    words = rows["words"].fillna(rows["state"].map(matrix.WORDS))
    return ", ".join(f"{word} in {n}" for word, n in words.value_counts(sort=False).items())


def _notes(reports: pd.DataFrame, cells: pd.DataFrame) -> tuple[str, ...]:
    imported = (reports["entry_status"] == "imported").sum()
    notes = ["Figures as each source words them; a statement by one claimant, however many carry it."]
    if (cells["state"] == "differs").any():
        notes.append("≠ marks a printing that is not that of most sources here; most need not be right.")
    if imported:
        part = f"{wording.number(imported)} of {wording.counted(len(reports), 'row')}"
        notes.append(f"{part} come from the gathering notes and await a second reading of the page.")
    return tuple(notes)
