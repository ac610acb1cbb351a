"""What was published stays: rules that compare the ledger with the newest release.

Pure: the release is passed in as data. A released row may change only in cells for which `corrections` gained a row
that names row, column, what stood there and what stands there now; the rules follow the corrections of a cell in file
order from the released mark to the present text. What may move freely is listed in `schemas.corrections.FREE_MOVES`.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from schemas.corrections import FREE_MOVES
from schemas.fault import Fault
from schemas.fingerprint import Snapshot, cells, changed_columns, mark, marks

_NEEDED = ("correction_id", "row_id", "field", "old", "new")


class Told(NamedTuple):
    """A row of `corrections` that the release does not have yet."""

    line: int
    row_id: str
    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Since:
    """The ledger beside the newest release."""

    version: str
    released: Mapping[str, Snapshot]
    raws: Mapping[str, pd.DataFrame]
    unread: frozenset[str]
    rows: dict[str, dict[str, dict[str, str]]]
    told: dict[tuple[str, str], list[Told]]

    def line(self, table: str, row_id: str) -> int:
        """The line on which a row begins."""
        ids = self.raws[table].iloc[:, 0]
        return int(ids.index[ids == row_id][0])

    def kept(self) -> Iterator[tuple[str, str]]:
        """Table and id of each released row that still stands."""
        for table, snapshot in self.released.items():
            for row_id in snapshot["rows"]:
                if row_id in self.rows.get(table, {}):
                    yield table, row_id


def faults(
    version: str,
    released: Mapping[str, Snapshot],
    raws: Mapping[str, pd.DataFrame],
    unread: frozenset[str] = frozenset(),
) -> list[Fault]:
    """Every way in which the ledger breaks with a release.

    `raws` are its tables of text (index: lines), `unread` the ids of rows that could not be read. Says nothing if
    `corrections` cannot be read.
    """
    if not set(_NEEDED) <= set(raws.get("corrections", pd.DataFrame()).columns):
        return []
    rows = {table: cells(raw) for table, raw in raws.items()}
    known = released["corrections"]["rows"] if "corrections" in released else {}
    since = Since(version, released, raws, unread, rows, _told_since(raws["corrections"], known))
    return [fault for rule in RULES for fault in rule(since)]


def _told_since(corrections: pd.DataFrame, known: Mapping[str, str]) -> dict[tuple[str, str], list[Told]]:
    """The corrections that are not among the `known`, in file order, by row and column."""
    found: dict[tuple[str, str], list[Told]] = {}
    for line, correction_id, *what in corrections[list(_NEEDED)].itertuples(name=None):
        if correction_id not in known:
            told = Told(line, *what)
            found.setdefault((told.row_id, told.field), []).append(told)
    return found


def released_rows_stay(since: Since) -> Iterable[Fault]:
    """A row that was published does not vanish."""
    for table, snapshot in since.released.items():
        if table not in since.rows:
            continue
        for row_id in snapshot["rows"]:
            if row_id not in since.rows[table] and row_id not in since.unread:
                says = f"published in {since.version}, and gone"
                yield Fault(table, 1, snapshot["columns"][0], says, row_id, _PUT_BACK)


_PUT_BACK = "put the row back; what should not stand is set to withdrawn, with a row in corrections"


def released_cells_change_by_correction(since: Since) -> Iterable[Fault]:
    """A cell of a published row changes only with a row in corrections, unless it is one of the free moves."""
    for table, row_id in since.kept():
        now = since.rows[table][row_id]
        for column in changed_columns(since.released[table], row_id, now):
            known = marks(since.released[table], row_id)[column]
            if (row_id, column) in since.told or is_free(column, known, now[column]):
                continue
            says = f"not what {since.version} published, and no correction says so"
            do = (
                _LEAVE
                if table == "corrections"
                else f"put back what stood there, or tell it: row_id {row_id}, field {column}, …"
            )
            yield Fault(table, since.line(table, row_id), column, says, now[column], do)


_LEAVE = "put it back: a published correction is never changed; add another"


def is_free(column: str, known: str, cell: str) -> bool:
    """Whether a cell may stand where the release has the mark `known`, without a correction."""
    return any(move.column == column and mark(column, move.old) == known and move.allows(cell) for move in FREE_MOVES)


def corrections_tell_what_happened(since: Since) -> Iterable[Fault]:
    """The corrections of a cell lead from what was published to what stands there now, in the order of the file."""
    for table, row_id in since.kept():
        known, now = marks(since.released[table], row_id), since.rows[table][row_id]
        for column in since.released[table]["columns"][1:]:
            if column in now and (row_id, column) in since.told:
                yield from _chain_faults(since, since.told[row_id, column], known[column], now[column])


def _chain_faults(since: Since, told: list[Told], known: str, cell: str) -> Iterable[Fault]:
    for before, one in zip([None, *told], told, strict=False):
        if before is None and mark(one.field, one.old) != known:
            says = f"not what {since.version} published there"
            yield Fault("corrections", one.line, "old", says, one.old, "write what stood there, letter by letter")
        elif before and one.old != before.new:
            says = f"not what the correction at line {before.line} left there"
            yield Fault("corrections", one.line, "old", says, one.old, f"write {before.new!r}, or order them by time")
    if told[-1].new != cell:
        says, do = "not what stands in the row now", f"write {cell!r}, or correct the row"
        yield Fault("corrections", told[-1].line, "new", says, told[-1].new, do)


def corrections_are_of_published_cells(since: Since) -> Iterable[Fault]:
    """A correction names a row that was published, and a column of it other than its id."""
    columns = {row_id: snapshot["columns"] for snapshot in since.released.values() for row_id in snapshot["rows"]}
    standing = {row_id for rows in since.rows.values() for row_id in rows}
    for one in (one for chain in since.told.values() for one in chain):
        if one.row_id in columns and one.field not in columns[one.row_id][1:]:
            do = _nearest(one.field, columns[one.row_id][1:])
            yield Fault("corrections", one.line, "field", "no column that can be corrected", one.field, do)
        elif one.row_id in standing and one.row_id not in columns:
            says = f"not published in {since.version}, so there is nothing to correct"
            yield Fault("corrections", one.line, "row_id", says, one.row_id, "remove the correction; just mend the row")


def _nearest(name: str, columns: list[str]) -> str:
    close = difflib.get_close_matches(name, columns, n=1)
    return f"perhaps {close[0]} is meant" if close else f"write one of {', '.join(columns)}"


def only_published_rows_are_withdrawn(since: Since) -> Iterable[Fault]:
    """A row that was never published is not withdrawn or superseded, but mended or removed."""
    for table, rows in since.rows.items():
        known = since.released.get(table, {"rows": {}})["rows"]
        for row_id, row in rows.items():
            if row_id not in known and row.get("status", "") in ("withdrawn", "superseded"):
                says = f"not published in {since.version}"
                yield Fault(table, since.line(table, row_id), "status", says, row["status"], "remove or mend the row")


RULES: tuple[Callable[[Since], Iterable[Fault]], ...] = (
    released_rows_stay,
    released_cells_change_by_correction,
    corrections_tell_what_happened,
    corrections_are_of_published_cells,
    only_published_rows_are_withdrawn,
)
