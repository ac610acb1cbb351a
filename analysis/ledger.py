"""Ledger and series as typed frames, for stages that run after `check` has passed them."""

from pathlib import Path

import pandas as pd

from analysis import tables
from schemas import MODELS, SERIES, TABLES
from schemas.cells import typed
from schemas.columns import columns_of
from schemas.series.origin import Origin, origin_of

DATA = Path("data")


class UncheckedLedger(ValueError):
    """Ledger or series hold a cell that cannot be read; `claims check` tells all of them."""


def read_text(data: Path = DATA) -> dict[str, pd.DataFrame]:
    """Every ledger table by name as text, cell by cell as the files have it; index: line numbers.

    Raises:
        UncheckedLedger: a row has too many or too few cells.
    """
    raws = {}
    for table in MODELS:
        path = tables.path_of(data, table)
        raws[table], bad_rows = tables.read_raw(path)
        if bad_rows:
            raise UncheckedLedger(f"{path}: {bad_rows[0]}: run `claims check`")
    return raws


def read(data: Path = DATA) -> dict[str, pd.DataFrame]:
    """Every ledger table and every series by name; index: line numbers.

    Raises:
        UncheckedLedger: a row or cell cannot be read.
    """
    frames = {}
    for table, model in TABLES.items():
        path = tables.path_of(data, table, tables.SERIES if table in SERIES else tables.LEDGER)
        raw, bad_rows = tables.read_raw(path)
        frames[table], faults = typed(raw, columns_of(model), table)
        if bad_rows or faults:
            raise UncheckedLedger(f"{path}: {(bad_rows or faults)[0]}: run `claims check`")
    return frames


def origins(data: Path = DATA) -> dict[str, Origin]:
    """Where each series comes from, by its name."""
    paths = {series: tables.path_of(data, series, tables.SERIES, ".origin.yml") for series in SERIES}
    return {series: origin_of(tables.read_yaml(path)) for series, path in paths.items()}
