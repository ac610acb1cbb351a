"""Published columns stay: code that reads a released table by name, or its old columns in order, reads the next one."""

import difflib
from collections.abc import Iterable, Mapping
from typing import TypedDict

from schemas.fault import Fault


class ReleasedColumns(TypedDict):
    """The columns of a published table, and those among them that the release announced to go."""

    columns: list[str]
    deprecated: list[str]


def faults(version: str, released: Mapping[str, ReleasedColumns], now: Mapping[str, list[str]]) -> list[Fault]:
    """Columns of the tables in `now` that were dropped, renamed or reordered; added ones may stand anywhere."""
    return [
        fault for table, known in released.items() if table in now for fault in _of_table(version, table, known, now)
    ]


def gone_tables(version: str, released: Mapping[str, ReleasedColumns], now: Mapping[str, list[str]]) -> list[Fault]:
    """Published tables that are no more, though some column of theirs was not announced to go."""
    return [
        Fault(
            table, 1, "", f"published in {version}, and gone", table, "publish it again, or deprecate its columns first"
        )
        for table, known in released.items()
        if table not in now and set(known["columns"]) - set(known["deprecated"])
    ]


def _of_table(version: str, table: str, known: ReleasedColumns, now: Mapping[str, list[str]]) -> Iterable[Fault]:
    kept = [name for name in known["columns"] if name in now[table] or name not in known["deprecated"]]
    missing = [name for name in kept if name not in now[table]]
    for name in missing:
        yield Fault(table, 1, name, f"a column of {version} is gone", name, _what_to_do(name, now[table], kept))
    order = [name for name in now[table] if name in kept]
    if not missing and order != kept:
        do = f"order them as {','.join(kept)}; new ones may stand between"
        yield Fault(table, 1, "", f"the columns of {version} are out of order", ",".join(order), do)


def _what_to_do(name: str, now: list[str], kept: list[str]) -> str:
    close = difflib.get_close_matches(name, [column for column in now if column not in kept], n=1)
    renamed = f"it seems to be called {close[0]} now; " if close else ""
    return f"{renamed}bring it back, and list it in schemas/deprecated.py one release before it goes"
