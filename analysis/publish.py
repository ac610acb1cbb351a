"""Stage `publish`: ledger and series as the CSVs that people cite, what follows from them, and their descriptions.

Reads `data/ledger` and `data/series`, which `check` has passed, and writes `data/published/`: one CSV a table, one each
for what `analysis/evidence` derives, `CODEBOOK.md`, `datapackage.json` and `croissant.json`. Names and addresses stand
beside ids, bounds beside quantities, days beside windows.
"""

from decimal import Decimal
from pathlib import Path

import pandas as pd

from analysis import codebook, croissant, datapackage, ledger, params, tables
from analysis.evidence import derive
from schemas import quantity
from schemas.columns import Column
from schemas.derived import DERIVED, DerivedTable
from schemas.published import PUBLISHED, PublishedTable
from schemas.window import parse_window

OUT = Path("data/published")


def published_frame(table: PublishedTable, frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One published table as a frame of its columns in order; index: line numbers of the rows it is made of."""
    frame = frames[table.made_from].copy()
    for follower in table.followers:
        other = frames[follower.table]
        lookup = other.set_index(_own_id(follower.table))[follower.source]
        frame[follower.name] = frame[follower.key].map(lookup)
    for column in table.columns:
        _spell_out(frame, column)
        if column.kind == "ids":
            _spell_out_names(frame, column.name, frames["places"])
    return frame[[column.name for column in table.columns]]


def derived_frame(table: DerivedTable, frame: pd.DataFrame) -> pd.DataFrame:
    """A derived table with its quantities and windows spelled out."""
    frame = frame.copy()
    for column in table.columns:
        _spell_out(frame, column)
    return frame[[column.name for column in table.columns]]


def _spell_out(frame: pd.DataFrame, column: Column) -> None:
    if column.kind == "quantity":
        _spell_out_quantity(frame, column.name, column.whole)
    elif column.kind == "window":
        _spell_out_window(frame, column.name)


def _own_id(ledger_table: str) -> str:
    return next(table.key[0] for table in PUBLISHED.values() if table.made_from == ledger_table)


def _spell_out_quantity(frame: pd.DataFrame, name: str, whole: bool) -> None:
    read = frame[name].map(lambda cell: quantity.parse(cell, whole=whole), na_action="ignore")
    frame[f"{name}_low"] = read.map(lambda q: q.low, na_action="ignore")
    frame[f"{name}_high"] = read.map(lambda q: q.high, na_action="ignore")
    frame[f"{name}_qualifier"] = read.map(lambda q: q.qualifier, na_action="ignore")
    frame[f"{name}_stated"] = read.map(lambda q: _joined(q.stated), na_action="ignore")


def _joined(figures: tuple[Decimal, ...]) -> str | None:
    return "..".join(f"{figure:f}" for figure in figures) or None


def _spell_out_window(frame: pd.DataFrame, name: str) -> None:
    read = frame[name].map(parse_window, na_action="ignore")
    frame[f"{name}_start"] = read.map(lambda window: window.start, na_action="ignore")
    frame[f"{name}_end"] = read.map(lambda window: window.end, na_action="ignore")


def _spell_out_names(frame: pd.DataFrame, name: str, places: pd.DataFrame) -> None:
    names = places.set_index("place_id")["name_en"]
    listed = frame[name].map(lambda ids: "; ".join(names[one] for one in ids.split(" ")), na_action="ignore")
    frame[name.removesuffix("_ids") + "_names"] = listed


def main() -> None:
    """Run the stage."""
    frames, origins = ledger.read(), ledger.origins()
    for table in PUBLISHED.values():
        _write(table.name, published_frame(table, frames))
    derived = derive.tables(frames, params.load()["evidence"])
    for table in DERIVED.values():
        _write(table.name, derived_frame(table, derived[table.name]))
    left_out = int(derived["drift_rates"]["n_reports_left_out"].iloc[0])
    print(f"publish: {left_out:,} reported rows did not enter drift: nobody has read their page again")
    tables.write_text(codebook.render(origins), OUT / "CODEBOOK.md")
    tables.write_text(datapackage.render(OUT, origins), OUT / "datapackage.json")
    tables.write_text(croissant.render(OUT, origins), OUT / "croissant.json")
    print(f"publish: wrote CODEBOOK.md, datapackage.json and croissant.json in {OUT}")


def _write(name: str, frame: pd.DataFrame) -> None:
    path = OUT / f"{name}.csv"
    tables.write(frame, path)
    print(f"publish: wrote {path} ({len(frame):,} rows)")


if __name__ == "__main__":
    main()
