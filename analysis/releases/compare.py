"""What differs between two states of the ledger: pure functions, with rows matched by id and cells by column.

A state is `{table: Table}`; a cell of a table is its text, or, in a state read from a manifest, its mark. Both states
of a comparison hold the same of the two.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from schemas.fingerprint import Snapshot, cells, mark, marks

# In the order in which they are told.
CHANGES = ("added", "changed", "withdrawn", "superseded", "removed", "column added", "column removed")


@dataclass(frozen=True)
class Table:
    """Columns in order (the first is the id), and rows by id as cells by column."""

    columns: list[str]
    rows: dict[str, dict[str, str]]


State = Mapping[str, Table]


@dataclass(frozen=True)
class Difference:
    """One cell that changed, or one row or column that is new or gone; what does not apply is empty."""

    table: str
    change: str
    row_id: str = ""
    field: str = ""
    old: str = ""
    new: str = ""


def of_text(raws: Mapping[str, pd.DataFrame]) -> dict[str, Table]:
    """The state of tables of text."""
    return {name: Table(list(raw.columns), cells(raw)) for name, raw in raws.items()}


def of_snapshots(ledger: Mapping[str, Snapshot]) -> dict[str, Table]:
    """The state that a manifest remembers, in marks."""
    return {
        name: Table(known["columns"], {row_id: marks(known, row_id) for row_id in known["rows"]})
        for name, known in ledger.items()
    }


def in_marks(state: State) -> dict[str, Table]:
    """A state of text in marks, to be compared with that of a manifest."""
    return {
        name: Table(
            table.columns, {row_id: {c: mark(c, cell) for c, cell in row.items()} for row_id, row in table.rows.items()}
        )
        for name, table in state.items()
    }


def differences(old: State, new: State) -> list[Difference]:
    """Every difference, table by table, in the order of the newer file; cells of a new column are not told each."""
    empty = Table([], {})
    return [
        difference
        for name in dict.fromkeys([*new, *old])
        for difference in _of_table(name, old.get(name, empty), new.get(name, empty))
    ]


def _of_table(name: str, old: Table, new: Table) -> Iterable[Difference]:
    if old.columns and new.columns:
        yield from (Difference(name, "column added", field=c) for c in new.columns if c not in old.columns)
        yield from (Difference(name, "column removed", field=c) for c in old.columns if c not in new.columns)
    for row_id, row in new.rows.items():
        if row_id not in old.rows:
            yield Difference(name, "added", row_id)
            continue
        before = old.rows[row_id]
        for column in new.columns:
            if column in before and before[column] != row[column]:
                yield named(Difference(name, "changed", row_id, column, before[column], row[column]))
    yield from (Difference(name, "removed", row_id) for row_id in old.rows if row_id not in new.rows)


def named(difference: Difference) -> Difference:
    """A change of `status` under the name of what was done: withdrawn or superseded."""
    taken_back = difference.field == "status" and difference.new in ("withdrawn", "superseded")
    return replace(difference, change=difference.new) if taken_back else difference


def counts(found: Iterable[Difference]) -> dict[str, dict[str, int]]:
    """By table and change, how many rows (columns, for columns) there are; a row in which two cells changed is one."""
    things: dict[str, dict[str, set[str]]] = {}
    for difference in found:
        of_table = things.setdefault(difference.table, {})
        of_table.setdefault(difference.change, set()).add(difference.row_id or difference.field)
    return {table: {change: len(ids) for change, ids in known.items()} for table, known in things.items()}


def as_frame(found: Iterable[Difference]) -> pd.DataFrame:
    """Differences as a table: change, table, row_id, field, old, new."""
    columns = ["change", "table", "row_id", "field", "old", "new"]
    return pd.DataFrame([[getattr(one, name) for name in columns] for one in found], columns=columns, dtype="str")
