"""Wounded per killed, as an interval, for each statement that gives both for one event, side, group and window."""

from itertools import product

import pandas as pd

from analysis.evidence.book import Book, Row
from analysis.evidence.intervals import Interval
from analysis.evidence.meant import Meant
from schemas.derived import DERIVED, names_of

_MUST_MEET = ("affected_side", "accumulation", "window")
# Pages of one statement may name these more or less precisely: one value in common is enough.
_MUST_NOT_EXCLUDE = ("affected_kind", "affected_group_id", "is_further", "place_ids", "place_scope")


def killed_to_wounded(book: Book, read: dict[str, Meant]) -> pd.DataFrame:
    """One row a pair of claims of one statement; `read` is what each claim may mean."""
    by_statement: dict[str, list[Meant]] = {}
    for known in read.values():
        if known.table == "casualties" and known.figures.get("count"):
            by_statement.setdefault(known.statement_id, []).append(known)
    rows = []
    for claims in by_statement.values():
        killed, wounded = ([m for m in claims if m.one("category") == word] for word in ("killed", "wounded"))
        rows += [_row(one, other, book) for one, other in product(killed, wounded) if _is_of_one_thing(one, other)]
    return pd.DataFrame(rows, columns=names_of(DERIVED["killed_to_wounded"].columns))


def _is_of_one_thing(killed: Meant, wounded: Meant) -> bool:
    """Whether both are of one event and, as far as pages say, of the same people in the same time."""
    one, other = killed.values, wounded.values
    return (
        killed.event_id == wounded.event_id
        and all(one[field] == other[field] for field in _MUST_MEET)
        and all(one[field] == other[field] or one[field] & other[field] for field in _MUST_NOT_EXCLUDE)
    )


def _row(killed: Meant, wounded: Meant, book: Book) -> Row:
    many, more = killed.widest("count"), wounded.widest("count")
    low, high = wounded_per_killed(many, more)
    window = killed.window
    return {
        "pair_id": f"{wounded.claim_id}-per-{killed.claim_id}",
        "statement_id": killed.statement_id,
        "claimant_id": killed.claimant_id,
        "claimant_side": book.side(killed.claimant_id),
        "event_id": killed.event_id,
        "affected_side": killed.one("affected_side"),
        "affected_group_id": killed.one("affected_group_id"),
        "accumulation": killed.one("accumulation"),
        "window": killed.one("window"),
        "window_start": window and window.start,
        "window_end": window and window.end,
        "killed_claim_id": killed.claim_id,
        "wounded_claim_id": wounded.claim_id,
        "killed": killed.as_worded("count"),
        "wounded": wounded.as_worded("count"),
        "killed_interval": str(many),
        "wounded_interval": str(more),
        "wounded_per_killed_low": low,
        "wounded_per_killed_high": high,
    }


def wounded_per_killed(killed: Interval, wounded: Interval) -> tuple[float | None, float | None]:
    """Least wounded over most killed, and most over least; None where a bound is missing or nobody was killed."""
    low = float(wounded.low / killed.high) if wounded.low is not None and killed.high else None
    high = float(wounded.high / killed.low) if wounded.high is not None and killed.low else None
    return (round(low, 2) if low is not None else None, round(high, 2) if high is not None else None)
