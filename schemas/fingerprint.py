"""What a release remembers of a row: not its text, but enough to tell whether, and where, it has changed since.

A *mark* is four hex digits of the SHA-256 of one cell with its column's name; a *fingerprint* is sixteen of the whole
row, a space, and the marks of its cells in the order of the columns. The sixteen prove that a row is the same; the
marks only find the cell that is not, and test what somebody says stood there. A release keeps no text, so that what
has to be taken out of the ledger for good does not live on in every manifest.

A *snapshot* is a table's fingerprints: `{"columns": [...], "rows": {id: fingerprint}}`, the first column being the id.
Columns that a table gets later are no part of older fingerprints, and filling them changes no released row.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TypedDict

import pandas as pd

_WHOLE = 16
_MARK = 4


class Snapshot(TypedDict):
    """One table as a release remembers it."""

    columns: list[str]
    rows: dict[str, str]


@lru_cache(maxsize=1 << 18)
def mark(column: str, cell: str) -> str:
    """The mark of one cell, blank or not."""
    return _digest([column, cell])[:_MARK]


def fingerprint(cells: Mapping[str, str]) -> str:
    """The fingerprint of a row, given as its cells by column."""
    whole = _digest(list(cells.items()))[:_WHOLE]
    return f"{whole} {''.join(mark(column, cell) for column, cell in cells.items())}"


def snapshot(raw: pd.DataFrame) -> Snapshot:
    """A table of text (blank cells: empty strings) as a release remembers it."""
    return Snapshot(columns=list(raw.columns), rows={row_id: fingerprint(row) for row_id, row in cells(raw).items()})


def cells(raw: pd.DataFrame) -> dict[str, dict[str, str]]:
    """The rows of a table of text by id; of two rows with one id the first."""
    records: dict[str, dict[str, str]] = {}
    for values in raw.itertuples(index=False, name=None):
        records.setdefault(values[0], dict(zip(raw.columns, values, strict=True)))
    records.pop("", None)
    return records


def marks(table: Snapshot, row_id: str) -> dict[str, str]:
    """The marks of a remembered row by column."""
    text = table["rows"][row_id].partition(" ")[2]
    return {column: text[n * _MARK : (n + 1) * _MARK] for n, column in enumerate(table["columns"])}


def changed_columns(table: Snapshot, row_id: str, now: Mapping[str, str]) -> list[str]:
    """The columns in which a remembered row differs from its cells now; columns that are gone are left out.

    A changed row of which no mark differs (one in 65,536) is told by its id column.
    """
    remembered = {column: known for column, known in marks(table, row_id).items() if column in now}
    changed = [column for column, known in remembered.items() if mark(column, now[column]) != known]
    if changed or len(remembered) < len(table["columns"]):
        return changed
    same = fingerprint({column: now[column] for column in remembered}) == table["rows"][row_id]
    return [] if same else table["columns"][:1]


def _digest(what: list) -> str:
    return hashlib.sha256(json.dumps(what, ensure_ascii=False).encode("utf-8")).hexdigest()
