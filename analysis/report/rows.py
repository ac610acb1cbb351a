"""The published tables as the report asks for them: a row by its id, a cell by id and field.

Ids are unique over all tables. A row of a series has no id and goes by the name of the series and its key, as in
`named_dead:2023-W20`, which is also how a claim refers to it. A chart's sidecar is a row too, with the id
`chart:<name>`; `package` is the row of the data package itself. A blank cell is None.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import published

Row = dict[str, Any]
REPORTED = ("reported_advances", "reported_casualties", "reported_proportions")


class NoSuchCell(LookupError):
    """A template asks for a row or a field that is not there."""


@dataclass(frozen=True)
class Rows:
    """`frames` holds the published tables by name, `package` their description, `sidecars` the charts' by name."""

    frames: dict[str, pd.DataFrame]
    package: dict[str, Any]
    sidecars: dict[str, Row]

    @cached_property
    def tables(self) -> dict[str, list[Row]]:
        """The rows of each table, in file order."""
        return {name: _records(frame) for name, frame in self.frames.items()}

    @cached_property
    def fields(self) -> dict[str, dict[str, Row]]:
        """By table and name, what the data package says of a field: its unit, its words."""
        resources = self.package["resources"]
        return {one["name"]: {field["name"]: field for field in one["schema"]["fields"]} for one in resources}

    @cached_property
    def _by_id(self) -> dict[str, tuple[str, Row]]:
        keys = {one["name"]: one["schema"]["primaryKey"] for one in self.package["resources"]}
        known = {self._id_of(name, row, keys[name]): (name, row) for name, rows in self.tables.items() for row in rows}
        known |= {f"chart:{name}": ("charts", row) for name, row in self.sidecars.items()}
        return known | {"package": ("package", self.package)}

    @cached_property
    def _borrowed(self) -> dict[str, set[str]]:
        """By table, the columns that refer to another: a derived table may have the ids of claims as its own."""
        schemas = {one["name"]: one["schema"] for one in self.package["resources"]}
        return {name: {key["fields"][0] for key in one.get("foreignKeys", [])} for name, one in schemas.items()}

    def _id_of(self, name: str, row: Row, key: list[str]) -> str:
        if self.fields[name][key[0]].get("constraints", {}).get("unique") and key[0] not in self._borrowed[name]:
            return row[key[0]]
        cells = (row[column] for column in key)
        texts = (f"{cell:%Y-%m-%d}" if isinstance(cell, pd.Timestamp) else str(cell or "") for cell in cells)
        return ":".join((name, *texts))

    def table(self, row_id: str) -> str:
        """The table in which a row stands."""
        return self._found(row_id)[0]

    def row(self, row_id: str) -> Row:
        """A row by its id."""
        return self._found(row_id)[1]

    def cell(self, row_id: str, field: str) -> Any:
        """One cell; None where it is blank."""
        row = self.row(row_id)
        if field not in row:
            raise NoSuchCell(f"{row_id} has no field {field!r}: name one of {', '.join(map(str, row))}")
        return row[field]

    def field(self, row_id: str, field: str) -> Row:
        """What the data package says of the field of a row."""
        return self.fields.get(self.table(row_id), {}).get(field, {})

    @cached_property
    def reports(self) -> list[Row]:
        """The reported rows of all three tables."""
        return [row for name in REPORTED for row in self.tables[name]]

    @cached_property
    def reports_of(self) -> dict[str, list[Row]]:
        """The reported rows of each claim."""
        return _grouped(self.reports, "claim_id")

    @cached_property
    def claims_of(self) -> dict[str, list[Row]]:
        """The claims of each statement."""
        return _grouped(self.tables["claims"], "statement_id")

    def _found(self, row_id: str) -> tuple[str, Row]:
        try:
            return self._by_id[row_id]
        except KeyError:
            raise NoSuchCell(f"no row {row_id!r} in data/published: correct the id") from None


def read(folder: Path, sidecars: dict[str, Row]) -> Rows:
    """The published tables in `folder`."""
    names = [resource["name"] for resource in published.package(folder)["resources"]]
    return read_tables(folder, names, sidecars)


def read_tables(folder: Path, names: Iterable[str], sidecars: dict[str, Row] | None = None) -> Rows:
    """Some of the published tables in `folder`."""
    frames = {name: published.load(name, folder) for name in names}
    return Rows(frames, published.package(folder), sidecars or {})


def _records(frame: pd.DataFrame) -> list[Row]:
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def _grouped(rows: list[Row], field: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[field], []).append(row)
    return groups
