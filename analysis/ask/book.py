"""The published tables as the reader's commands ask for them.

The tables of the ledger are a `Rows` (a row by its id); those that are worked out are grouped by the claim, the
statement or the event that they are about. Series are not read: a claim that repeats a day of one names it.
"""

import difflib
import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis import published
from analysis.charts import wording
from analysis.report.rows import Row, Rows, read_tables

_LEDGER = (
    "sources", "actors", "events", "statements", "claims", "reported_advances", "reported_casualties",
    "reported_proportions", "relations", "corrections",
)  # fmt: skip
_CLAIMS = ("advance_claims", "casualty_claims", "proportion_claims")
# `map_check` is read where the data have it.
_DERIVED = (*_CLAIMS, "drift", "support", "contradictions", "map_check")
SUBJECTS = ("claims", "statements", "events")


class Unknown(LookupError):
    """Nothing goes by that id; the message names those that are nearest to it."""


@dataclass(frozen=True)
class Book:
    """`rows` holds the tables of the ledger, `derived` those that were worked out."""

    rows: Rows
    derived: dict[str, list[Row]]

    @property
    def version(self) -> str:
        """Version of the data."""
        return str(self.rows.package["version"])

    @cached_property
    def settled(self) -> dict[str, Row]:
        """By claim, its reference values and where it was carried."""
        return {row["claim_id"]: row for name in _CLAIMS for row in self.derived.get(name, [])}

    @cached_property
    def support(self) -> dict[str, Row]:
        """By claim, what supports it."""
        return {row["claim_id"]: row for row in self.derived["support"]}

    @cached_property
    def drift(self) -> dict[str, list[Row]]:
        """By claim, how reported rows differ from what was said."""
        return grouped(self.derived["drift"], "claim_id")

    @cached_property
    def map_check(self) -> dict[str, list[Row]]:
        """By claim, what mappers showed."""
        return grouped(self.derived.get("map_check", []), "claim_id")

    def name(self, actor_id: str | None) -> str:
        """An actor's name."""
        return self.rows.cell(actor_id, "name") if actor_id else "somebody whom no source names"

    def find(self, wanted: str, tables: tuple[str, ...] = SUBJECTS) -> str:
        """The table in which an id stands.

        Raises:
            Unknown: in none of `tables`.
        """
        known = {row[_key(name)]: name for name in tables for row in self.rows.tables[name]}
        if wanted in known:
            return known[wanted]
        raise Unknown(unknown(wanted, known, f"no {wording.listed([name[:-1] for name in tables], 'or')}"))


def unknown(wanted: str, known: object, what: str) -> str:
    """What to say of an id that nothing has: the ids that begin with it, or are spelled most like it."""
    like = sorted((one for one in known if wanted and one.startswith(wanted)), key=len)[:5]
    near = like or difflib.get_close_matches(wanted, list(known), n=5, cutoff=0.5)
    advice = f"nearest: {', '.join(near)}" if near else "look it up in data/published/statements.csv"
    return f"{what} has the id {wanted!r}; {advice}"


def read(folder: Path = published.PUBLISHED) -> Book:
    """The tables of `folder`.

    Raises:
        OSError, ValueError: the folder does not hold tables that were published together.
    """
    package = published.package(folder)
    there = {resource["name"] for resource in package["resources"]}
    derived = read_tables(folder, [name for name in _DERIVED if name in there]).tables
    return Book(read_tables(folder, _LEDGER), derived)


def grouped(rows: list[Row], field: str) -> dict[str, list[Row]]:
    """Rows by the value of a field."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[field]].append(row)
    return dict(groups)


def refuse(command: str, problem: Exception) -> int:
    """Tell on standard error why a command has no answer; returns its exit status."""
    print(f"claims {command}: {problem}", file=sys.stderr)
    return 1


def _key(table: str) -> str:
    return f"{table[:-1]}_id"
