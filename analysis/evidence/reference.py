"""The reference value of one field of a claim: what the claimant's own publication says, else what quotations agree on.

Never a majority: of nineteen pages with one statement eleven dropped its "more than", and a vote would install the
error. Copies and translations by machine have no vote, nor has what an outlet worked out. A field that a voter does
not state is no disagreement.
"""

from dataclasses import dataclass
from typing import Any

from analysis.evidence.book import Book, Row
from schemas.derived import FIGURES

PRINTS_A_WINDOW = frozenset({"stated", "from_statement"})


@dataclass(frozen=True)
class Reference:
    """A value with its basis (a word of `reference_basis`) and the reported rows it rests on."""

    value: Any = None
    basis: str = "none"
    report_ids: tuple[str, ...] = ()


def value_of(row: Row, field: str) -> Any:
    """What a reported row states in a field; None where it states nothing.

    `is_further` is stated by every row with a figure: its absence is a plain figure. A window that was worked out
    from the day of publication is not what the page prints.
    """
    if field == "is_further":
        return bool(row[field]) if any(row[figure] for figure in FIGURES[row["table"]]) else None
    if field == "window" and row["window_basis"] not in PRINTS_A_WINDOW:
        return None
    return None if row[field] == "unstated" else row[field]


def of(field: str, rows: list[Row], book: Book) -> Reference:
    """The reference of `field` among the reported rows of one claim; `rows` may be empty."""
    voters = [row for row in rows if row["arithmetic"] != "source" and book.votes(row)]
    if not voters:
        return Reference()
    claim = book.claims[voters[0]["claim_id"]]
    if field in book.series.get(claim["series_ref"], {}):
        return Reference(book.series[claim["series_ref"]][field], "series")
    original = book.statements[claim["statement_id"]]["original_source_id"]
    own = [row for row in voters if original and row["source_id"] == original]
    quoted = [row for row in voters if row["wording"] == "quotation"]
    for basis, group in (("own_publication", _best(own, field)), ("quotation", quoted)):
        stating = [row for row in group if value_of(row, field) is not None]
        if stating:
            return _agreed(stating, field, basis)
    return Reference()


def _best(own: list[Row], field: str) -> list[Row]:
    """Where the claimant's page prints a figure twice, the quoted words come before its headline."""
    quoted = [row for row in own if row["wording"] == "quotation" and value_of(row, field) is not None]
    return quoted or own


def _agreed(rows: list[Row], field: str, basis: str) -> Reference:
    values = {value_of(row, field) for row in rows}
    if len(values) > 1:
        return Reference()
    return Reference(values.pop(), basis, tuple(row["report_id"] for row in rows))
