"""The numbers that no single row holds: each a small pure function of the published tables, told by its docstring.

A number's id is `name:argument`, e.g. `count-of:sources`. Rows that were superseded or withdrawn are not counted. The
docstring is printed in the report under "How each number was counted"; `reads` names the tables behind it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from analysis.report.rows import REPORTED, NoSuchCell, Row, Rows

_SIZES = ("frontage_m", "depth_m", "area_km2", "distance_m", "share_pct")
_PRINTED = ("category", "movement", "count", *_SIZES, "ratio", "is_further")


@dataclass(frozen=True)
class Count:
    """A named computation: what it counts in words, the tables it reads, the function."""

    name: str
    says: str
    reads: tuple[str, ...]
    function: Callable[[Rows, str], int]


COUNTS: dict[str, Count] = {}


def counted(*reads: str) -> Callable:
    """Enter a function under its name, with hyphens."""

    def enter(function: Callable[[Rows, str], int]) -> Callable[[Rows, str], int]:
        name = function.__name__.replace("_", "-")
        COUNTS[name] = Count(name, " ".join(function.__doc__.split()), reads, function)
        return function

    return enter


def split(count_id: str) -> tuple[str, str]:
    """The name and the argument of a number: "count-of:sources" -> ("count-of", "sources")."""
    name, _, argument = count_id.partition(":")
    if name not in COUNTS:
        raise NoSuchCell(f"no computation {name!r} in analysis/report/counts.py: use one of {', '.join(COUNTS)}")
    return name, argument


def value(rows: Rows, count_id: str) -> int:
    """The number with this id."""
    name, argument = split(count_id)
    return COUNTS[name].function(rows, argument)


@counted("every table that is named")
def count_of(rows: Rows, argument: str) -> int:
    """Rows of the table that is named."""
    return len(_standing(rows.tables[argument]))


@counted(*REPORTED)
def reported_rows(rows: Rows, argument: str) -> int:
    """Reported rows: each is a claim as a source reports it, so a claim in many outlets is many rows."""
    return len(_standing(rows.reports))


@counted(*REPORTED)
def rows_with_status(rows: Rows, argument: str) -> int:
    """Reported rows whose entry_status is the word that is named."""
    return sum(row["entry_status"] == argument for row in _standing(rows.reports))


@counted("statements")
def claimants(rows: Rows, argument: str) -> int:
    """Different claimants of statements; people of the same body count apart."""
    return len(_different(rows.tables["statements"], "claimant_id"))


@counted("statements")
def statements_of_side(rows: Rows, argument: str) -> int:
    """Statements whose claimant is of the side that is named."""
    return sum(row["claimant_side"] == argument for row in rows.tables["statements"])


@counted("statements")
def statements_without_claimant(rows: Rows, argument: str) -> int:
    """Statements whose sources name nobody who made them."""
    return sum(row["claimant_id"] is None for row in rows.tables["statements"])


@counted("statements")
def statements_without_day(rows: Rows, argument: str) -> int:
    """Statements of which neither day, month nor year is known."""
    return sum(row["stated_on"] is None for row in rows.tables["statements"])


@counted("sources")
def publishers(rows: Rows, argument: str) -> int:
    """Different publishers of sources."""
    return len(_different(rows.tables["sources"], "publisher_id"))


@counted("sources")
def languages(rows: Rows, argument: str) -> int:
    """Different languages of sources."""
    return len(_different(rows.tables["sources"], "language"))


@counted("sources")
def sources_in_language(rows: Rows, argument: str) -> int:
    """Sources in the language that is named."""
    return sum(row["language"] == argument for row in rows.tables["sources"])


@counted("sources")
def sources_read(rows: Rows, argument: str) -> int:
    """Sources of which the part that is named (full, partial) was read."""
    return sum(row["read"] == argument for row in rows.tables["sources"])


@counted("sources")
def sources_without_day(rows: Rows, argument: str) -> int:
    """Sources whose day of publication is not known."""
    return sum(row["published_on"] is None for row in rows.tables["sources"])


@counted(*REPORTED)
def claims_of_lone_sources(rows: Rows, argument: str) -> int:
    """Claims that no more than a lone source in the ledger carries."""
    return sum(len(_different(_standing(reports), "source_id")) == 1 for reports in rows.reports_of.values())


@counted(*REPORTED, "relations")
def sources_of(rows: Rows, argument: str) -> int:
    """Different sources in the ledger that carry the statement, by a reported row or by a relation that it makes."""
    claims = rows.claims_of.get(argument, [])
    carrying = [row for claim in claims for row in _standing(rows.reports_of.get(claim["claim_id"], []))]
    linking = [row for row in rows.tables["relations"] if row["from_statement_id"] == argument]
    return len(_different(carrying + linking, "source_id"))


@counted("claims")
def claims_of(rows: Rows, argument: str) -> int:
    """Claims within the statement."""
    return len(rows.claims_of.get(argument, []))


@counted(*REPORTED)
def sources_printing(rows: Rows, argument: str) -> int:
    """Different sources that print of the same claim the same figures, with the same hedges, category and “another”."""
    row = rows.row(argument)
    alike = [other for other in _standing(rows.reports_of[row["claim_id"]]) if printing(other) == printing(row)]
    return len(_different(alike, "source_id"))


def printing(row: Row) -> tuple:
    """What a reported row prints: its category or movement, its figures as worded, and whether they are "another"."""
    return tuple(row.get(field) for field in _PRINTED)


def _standing(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.get("status", "active") == "active"]


def _different(rows: Iterable[Row], field: str) -> set[str]:
    return {row[field] for row in rows if row[field] is not None}
