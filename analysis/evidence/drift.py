"""Drift: how what a page prints differs from what was said.

Only rows that were read again against their page enter, on both sides: imported words are no evidence of what a page
prints. Against a reference a change has a direction; without one pages are only set side by side (`sources_differ`).
What a page leaves out is `omitted` only where the whole page was read. A headline or lede is also held against the
same page's quotation.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis.evidence import changes, origins, reference
from analysis.evidence.book import READ_AGAIN, Book, Row, counted
from schemas import vocabulary
from schemas.derived import CIRCUMSTANCES, DERIVED, FIGURES, names_of

COLUMNS = names_of(DERIVED["drift"].columns)


def read_again(book: Book) -> Book:
    """The book with only those reported rows that were read again against their page."""
    kept = {
        claim: [row for row in rows if row["entry_status"] in READ_AGAIN]
        for claim, rows in sorted(book.reports.items())
    }
    return replace(book, reports={claim: rows for claim, rows in kept.items() if rows})


def drift(book: Book) -> pd.DataFrame:
    """One row a reported row and kind of change; columns as in `schemas/derived.py`, ordered by `drift_id`."""
    read = read_again(book)
    found: list[Row] = []
    for claim_id in read.reports:
        found += _of_claim(claim_id, read)
    for statement_id in read.claims_of:
        found += _left_out(statement_id, read)
    for row in found:
        row["drift_id"] = _id_of(row)
    return pd.DataFrame(sorted(found, key=lambda row: row["drift_id"]), columns=COLUMNS)


def _id_of(row: Row) -> str:
    start = row["report_id"] or "-at-".join(filter(None, (row["claim_id"], row["source_id"])))
    return "-".join((start, row["kind"], row["field"], "against", row["against"])).replace("_", "-")


def _fields(row: Row) -> tuple[str, ...]:
    return (*FIGURES[row["table"]], *CIRCUMSTANCES[row["table"]])


def _of_claim(claim_id: str, book: Book) -> Iterator[Row]:
    entering = book.entering(claim_id)
    for row in book.reports[claim_id]:
        yield from _of_claimant(row, book)
        if row["arithmetic"] == "source":
            yield _found(row, "figure_computed", _first_figure(row), None, row[_first_figure(row)], "none", book)
    for field in _fields(book.reports[claim_id][0]):
        known = reference.of(field, entering, book)
        if known.value is None:
            yield from _side_by_side(field, entering, book)
        for row in entering if known.value is not None else ():
            yield from _against(row, field, known, book)
    for row in entering:
        yield from _against_own_quotation(row, entering, book)


def _first_figure(row: Row) -> str:
    return next((field for field in FIGURES[row["table"]] if row[field]), FIGURES[row["table"]][0])


def _of_claimant(row: Row, book: Book) -> Iterator[Row]:
    """The claimant as the page names it, against who made the statement; a body and its voices are one."""
    said, named = book.statement_of(row["claim_id"])["claimant_id"], row["claimant_id"]
    if said and not named:
        yield _found(row, "claimant_dropped", "claimant_id", said, None, "statement", book)
    elif said and not book.is_one_body(said, named):
        yield _found(row, "claimant_changed", "claimant_id", said, named, "statement", book)


def _against(row: Row, field: str, known: reference.Reference, book: Book) -> Iterator[Row]:
    if row["report_id"] in known.report_ids:
        return
    printed = reference.value_of(row, field)
    if printed is None:
        # Only a figure is missed: a page need not repeat place, time and group beside every number.
        if field in FIGURES[row["table"]] and not _stated_elsewhere(row, field, book):
            yield _found(row, _absence(row, book), field, known.value, None, known.basis, book)
        return
    for kind in changes.kinds(field, known.value, printed, book):
        yield _found(row, kind, field, known.value, printed, known.basis, book)


def _stated_elsewhere(row: Row, field: str, book: Book) -> bool:
    same_page = [r for r in book.reports[row["claim_id"]] if r["source_id"] == row["source_id"]]
    return any(r[field] for r in same_page)


def _absence(row: Row, book: Book) -> str:
    return "omitted" if book.sources[row["source_id"]]["read"] == "full" else "not_known"


def _side_by_side(field: str, rows: list[Row], book: Book) -> Iterator[Row]:
    stating = [row for row in rows if reference.value_of(row, field) is not None]
    values = list(dict.fromkeys(reference.value_of(row, field) for row in stating))
    if any(changes.kinds(field, one, other, book) for i, one in enumerate(values) for other in values[i + 1 :]):
        row = stating[0] | {"report_id": None, "source_id": None}
        printed = counted(_text(reference.value_of(row, field)) for row in stating)
        yield _found(row, "sources_differ", field, None, printed, "none", book)


def _against_own_quotation(row: Row, rows: list[Row], book: Book) -> Iterator[Row]:
    """A headline or lede against the quotation on the same page, where the page settles what was said."""
    if row["wording"] not in ("headline", "lede"):
        return
    quoted = [r for r in rows if r["source_id"] == row["source_id"] and r["wording"] == "quotation"]
    for field in _fields(row):
        values = {reference.value_of(r, field) for r in quoted} - {None}
        printed = reference.value_of(row, field)
        if len(values) == 1 and printed is not None:
            said = values.pop()
            for kind in changes.kinds(field, said, printed, book):
                yield _found(row, kind, field, said, printed, "own_quotation", book)


def _left_out(statement_id: str, book: Book) -> Iterator[Row]:
    """Claims of a statement that a page with another of its claims does not carry; only where a reference stands."""
    claims = book.claims_of[statement_id]
    first_row = {row["source_id"]: row for claim in reversed(claims) for row in reversed(book.reports[claim])}
    for claim_id in claims:
        rows = book.entering(claim_id)
        carriers = {row["source_id"] for row in book.reports[claim_id]}
        settled = [(f, reference.of(f, rows, book)) for f in _telling(rows)]
        known = next(((f, r) for f, r in settled if r.value is not None), None)
        for source in sorted(first_row.keys() - carriers) if known else ():
            field, said = known
            row = first_row[source] | {"claim_id": claim_id, "report_id": None}
            yield _found(row, _absence(row, book), field, said.value, None, said.basis, book)


def _telling(rows: list[Row]) -> tuple[str, ...]:
    """The fields that make a claim one: its figures, or the status of ground."""
    if not rows:
        return ()
    return (*FIGURES[rows[0]["table"]], *(("movement",) if "movement" in rows[0] else ()))


def _found(row: Row, kind: str, field: str, said: Any, printed: Any, against: str, book: Book) -> Row:
    return {
        "claim_id": row["claim_id"],
        "report_id": row["report_id"],
        "source_id": row["source_id"],
        "origin_id": origins.origin_of(row, book) if row["source_id"] else None,
        "kind": kind,
        "field": field,
        "reference": _text(said),
        "printed": _text(printed),
        "against": against,
    }


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def rates(found: pd.DataFrame, book: Book) -> pd.DataFrame:
    """One row a kind of change: in how many claims, rows and origins, of how many that entered."""
    every = [row for rows in book.reports.values() for row in rows]
    entered = [row for row in every if row["entry_status"] in READ_AGAIN]
    compared = {(row["claim_id"], origins.origin_of(row, book)) for row in entered}
    made = []
    for kind in vocabulary.DRIFT_KIND:
        rows = found[found["kind"] == kind]
        made.append(
            {
                "kind": kind,
                "n_claims": rows["claim_id"].nunique(),
                "n_reports": len(rows[["claim_id", "report_id", "source_id"]].drop_duplicates()),
                "n_origins": len(rows[["claim_id", "origin_id"]].drop_duplicates()),
                "n_origins_compared": len(compared),
                "n_reports_compared": len(entered),
                "n_reports_left_out": len(every) - len(entered),
            }
        )
    return pd.DataFrame(made, columns=names_of(DERIVED["drift_rates"].columns))
