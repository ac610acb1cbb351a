"""The ledger as lookups: rows by id, the reports of each claim, and which actors and places belong together.

A row is a dict of its cells, None where the cell is blank. Only rows with status `active` are in the book.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from schemas import REPORT_TABLES
from schemas.window import parse_date

Row = dict[str, Any]
COPIES = frozenset({"republished", "machine_translated", "spun"})
READ_AGAIN = frozenset({"reviewed", "double_entered"})
NO_PARTY = frozenset({None, "third_party", "unstated"})


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The rows of a typed frame as dicts; a missing value is None."""
    cells = frame.astype("object").where(frame.notna(), None)
    return cells.to_dict("records")


@dataclass(frozen=True)
class Book:
    """The ledger, row by row; `reports` maps a claim to its reported rows, each with its `table`.

    `series` gives, for a `series_ref`, the fields that this day of the series settles.
    """

    sources: dict[str, Row]
    actors: dict[str, Row]
    places: dict[str, Row]
    events: dict[str, Row]
    statements: dict[str, Row]
    claims: dict[str, Row]
    relations: list[Row]
    reports: dict[str, list[Row]]
    series: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, frames: dict[str, pd.DataFrame], series: dict[str, dict[str, str]] | None = None) -> "Book":
        """Open the ledger's typed frames as a book."""
        reports: dict[str, list[Row]] = {}
        for table in REPORT_TABLES:
            for row in rows_of(frames[table]):
                if row["status"] == "active":
                    reports.setdefault(row["claim_id"], []).append(row | {"table": table})
        for rows in reports.values():
            rows.sort(key=lambda row: row["report_id"])
        by_id = {
            name: {row[f"{name.removesuffix('s')}_id"]: row for row in rows_of(frames[name])}
            for name in ("sources", "actors", "places", "events", "statements", "claims")
        }
        relations = sorted(rows_of(frames["relations"]), key=lambda row: row["relation_id"])
        return cls(**by_id, relations=relations, reports=reports, series=series or {})

    def statement_of(self, claim_id: str) -> Row:
        """The statement that a claim is part of."""
        return self.statements[self.claims[claim_id]["statement_id"]]

    def entering(self, claim_id: str) -> list[Row]:
        """Reported rows of a claim; what an outlet worked out enters nothing."""
        return [row for row in self.reports.get(claim_id, []) if row["arithmetic"] != "source"]

    def votes(self, row: Row) -> bool:
        """Whether a row may tell what was said: copies and translations by machine may not."""
        return self.sources[row["source_id"]]["origin"] not in COPIES

    @cached_property
    def claims_of(self) -> dict[str, list[str]]:
        """The claims of each statement that have a reported row."""
        found: dict[str, list[str]] = {}
        for claim_id in sorted(self.claims):
            if claim_id in self.reports:
                found.setdefault(self.claims[claim_id]["statement_id"], []).append(claim_id)
        return found

    def side(self, actor_id: str | None) -> str | None:
        """The side of an actor."""
        return self.actors[actor_id]["side"] if actor_id else None

    def control_group(self, actor_id: str) -> str:
        """Who controls an actor; one whose control is not known stands for itself."""
        return self.actors[actor_id]["control_group"] or actor_id

    def is_one_body(self, one: str, other: str) -> bool:
        """Whether two actors are a body and those who speak for it, or stand under one control."""
        return self.is_above(one, other, "actors") or self.control_group(one) == self.control_group(other)

    def is_same_speaker(self, one: str | None, other: str | None) -> bool:
        """Whether one actor is the other, or speaks for it directly."""
        if not one or not other:
            return False
        return other in (one, self.actors[one]["parent_actor_id"]) or one == self.actors[other]["parent_actor_id"]

    def is_above(self, one: str, other: str, table: str) -> bool:
        """Whether an actor or place is the other, a part of it, or has it as a part."""
        return one in self.chain(other, table) or other in self.chain(one, table)

    def chain(self, row_id: str, table: str) -> list[str]:
        """A row of `actors` or `places` and all above it."""
        rows, up = getattr(self, table), f"parent_{table.removesuffix('s')}_id"
        found = []
        while row_id and row_id not in found:
            found.append(row_id)
            row_id = rows[row_id][up]
        return found


def day_of(row: Row, column: str) -> Any:
    """First day of a date cell, or None."""
    return parse_date(row[column]).start if row[column] else None


def counted(values: Iterable[str]) -> str:
    """Every value with its count, the most frequent first: "400 (5); >=400 (1)"."""
    listed = list(values)
    order = sorted(set(listed), key=lambda value: (-listed.count(value), value))
    return "; ".join(f"{value} ({listed.count(value)})" for value in order)
