"""What a claim may mean, as far as it can be compared: for each field the values that could be its own.

That is the reference value where there is one, else every value that a voter prints: pages that differ leave a field
unsettled, and nothing is compared on it. So a further relay can only take comparisons away, never add one.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from analysis.evidence import intervals, reference
from analysis.evidence.book import Book
from analysis.evidence.intervals import Interval, Worth
from schemas.derived import CIRCUMSTANCES, FIGURES
from schemas.quantity import parse
from schemas.window import Window, parse_date, parse_window

_TWO_SIDED = frozenset({"exact", "about", "between", "either"})


@dataclass(frozen=True)
class Meant:
    """One claim; `values` maps a field to the cells that could be its own, the empty set where nobody states it.

    `figures` maps a quantity field to (cell, interval) of each of these, and `statuses` holds movement with the side
    that moves: one page may print a hold where another prints the other side's attack repelled.
    """

    claim_id: str
    table: str
    measure: str
    event_id: str
    event_kind: str
    statement_id: str
    claimant_id: str | None
    basis: str
    relies_on: str | None
    stated: Window | None
    values: dict[str, frozenset[Any]]
    figures: dict[str, tuple[tuple[str, Interval], ...]]
    statuses: frozenset[tuple[str, str]] = frozenset()

    def one(self, field: str) -> Any:
        """The one value of a field; None where it is unsettled or nobody states it."""
        values = self.values.get(field, frozenset())
        return next(iter(values)) if len(values) == 1 else None

    @cached_property
    def window(self) -> Window | None:
        """When, where all agree on the days."""
        read = {parse_window(cell) for cell in self.values["window"]}
        return read.pop() if len(read) == 1 else None

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """First and last day on which it can have happened: the window, else the day of the statement."""
        span = self.window if self.values["window"] else self.stated
        return (span.start, span.end) if span and span.start and span.end else None

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that every voter names who names any."""
        named = [frozenset(cell.split()) for cell in self.values["place_ids"]]
        return frozenset.intersection(*named) if named else frozenset()

    def widest(self, field: str) -> Interval:
        """What holds every value the figure may have.

        A bare "up to" is set aside where other pages print the same claim with a lower bound.
        """
        listed = [interval for _, interval in self.figures[field]]
        return intervals.hull([i for i in listed if i.low is not None] or listed)

    def nearest(self, field: str) -> Interval:
        """The reading by those pages that bound the figure on both sides, where there are any."""
        bounded = [i for cell, i in self.figures[field] if parse(cell, whole=field == "count").qualifier in _TWO_SIDED]
        return intervals.hull(bounded) if bounded else self.widest(field)

    def as_worded(self, field: str) -> str:
        """The cells that could be its own."""
        return "; ".join(sorted(cell for cell, _ in self.figures[field]))


def of(claim_id: str, book: Book, worth: Worth) -> Meant | None:
    """What a claim may mean; None where no row may tell."""
    rows = book.entering(claim_id)
    rows = [row for row in rows if book.votes(row)] or rows
    if not rows:
        return None
    table, claim, statement = rows[0]["table"], book.claims[claim_id], book.statement_of(claim_id)
    values = {}
    for field in (*FIGURES[table], *CIRCUMSTANCES[table]):
        known = reference.of(field, rows, book)
        stated = (known.value,) if known.value is not None else (_value(row, field) for row in rows)
        values[field] = frozenset(stated) - {None}
    return Meant(
        claim_id, table, claim["measure"], claim["event_id"], _kind(claim["event_id"], book), claim["statement_id"],
        statement["claimant_id"], statement["basis"], statement["relies_on"],
        parse_date(statement["stated_on"]) if statement["stated_on"] else None,
        values, _figures(values, table, statement["basis"], worth), _statuses(values, rows),
    )  # fmt: skip


def name_one_figure(one: str, other: str, *, whole: bool) -> bool:
    """Whether two cells name the same figure: a bare 500 may be "more than 500" whose hedge was not printed."""
    stated = parse(one, whole=whole).stated
    return bool(stated) and stated == parse(other, whole=whole).stated


def every(book: Book, worth: Worth) -> dict[str, Meant]:
    """What each claim may mean, by claim, of those that have a row that may tell."""
    read = {claim: of(claim, book, worth) for claim in sorted(book.reports)}
    return {claim: known for claim, known in read.items() if known}


def _value(row: dict[str, Any], field: str) -> Any:
    return row["window"] if field == "window" else reference.value_of(row, field)


def _kind(event_id: str | None, book: Book) -> str:
    return book.events[event_id]["kind"] if event_id else ""


def _statuses(values: dict[str, frozenset[Any]], rows: list[dict[str, Any]]) -> frozenset[tuple[str, str]]:
    """Movement and mover, taken together from each row, of those values that could be the claim's own."""
    found = ((row.get("movement"), row.get("moving_side")) for row in rows)
    return frozenset(s for s in found if s[0] in values.get("movement", ()) and s[1] in values["moving_side"])


def _figures(values: dict, table: str, basis: str, worth: Worth) -> dict[str, tuple[tuple[str, Interval], ...]]:
    found = {}
    for field in FIGURES[table]:
        read = [(cell, intervals.of(cell, worth, whole=field == "count")) for cell in sorted(values[field])]
        if basis == "named_individuals":
            read = [(cell, intervals.floor(interval)) for cell, interval in read]
        if read:
            found[field] = tuple(read)
    return found
