"""Consolidation: from reported rows to one row a claim, field by field, with every printed value beside it.

The reference value of a field comes from `reference`; where there is none the field is blank, and the printed values
with their counts and the span of the figures are what can be said.
"""

from typing import Any

import pandas as pd

from analysis.evidence import origins, reference
from analysis.evidence.book import READ_AGAIN, Book, Row, counted, day_of
from schemas import quantity
from schemas.derived import CIRCUMSTANCES, CLAIM_TABLES, DERIVED, FIGURES, names_of

HEAD = ("claim_id", "measure", "event_id", "statement_id")


def claims(table: str, book: Book) -> pd.DataFrame:
    """One row for each claim that `table` reports, in the order of the ledger's claims.

    Columns: those of the derived table, but for the ones that spell out quantities and windows.
    """
    made = [_row(claim_id, table, book) for claim_id in book.claims if book.reports.get(claim_id)]
    columns = names_of(DERIVED[CLAIM_TABLES[table]].columns)
    rows = [row for row in made if row]
    return pd.DataFrame(rows, columns=[name for name in columns if not rows or name in rows[0]])


def heading(claim_id: str, book: Book) -> Row:
    """The cells that say which claim it is, who made it and what it is about."""
    claim, statement = book.claims[claim_id], book.statement_of(claim_id)
    claimant = statement["claimant_id"]
    return {
        **{name: claim[name] for name in HEAD},
        "claim_title": claim["title"],
        "claimant_id": claimant,
        "claimant_name": book.actors[claimant]["name"] if claimant else None,
        "claimant_side": book.side(claimant),
        "stated_on": statement["stated_on"],
    }


def _row(claim_id: str, table: str, book: Book) -> Row:
    if book.reports[claim_id][0]["table"] != table:
        return {}
    rows = book.entering(claim_id)
    fields = (*FIGURES[table], *CIRCUMSTANCES[table])
    settled = {field: reference.of(field, rows, book) for field in fields}
    made = heading(claim_id, book)
    for field in fields:
        made[field] = settled[field].value
        made[f"{field}_printed"] = counted(_text(row[field]) for row in rows if row[field] is not None) or None
    for field in FIGURES[table]:
        made |= _span(field, [row[field] for row in rows if row[field]])
    return made | _how_settled(settled, rows, table) | carried(claim_id, rows, book)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _span(field: str, cells: list[str]) -> Row:
    """The lowest and highest figure that any cell names; for a word such as "dozens", its bounds."""
    read = [quantity.parse(cell, whole=field == "count") for cell in cells]
    named = [figure for q in read for figure in (q.stated or (q.low, q.high))]
    return {f"{field}_lowest": min(named, default=None), f"{field}_highest": max(named, default=None)}


def _how_settled(settled: dict[str, reference.Reference], rows: list[Row], table: str) -> Row:
    known = {field: r for field, r in settled.items() if r.value is not None}
    by_basis = {
        basis: " ".join(field for field, r in known.items() if r.basis == basis) or None
        for basis in ("own_publication", "quotation")
    }
    first = next((known[f] for f in (*FIGURES[table], "movement") if f in known), reference.Reference())
    read = {row["report_id"]: row["entry_status"] in READ_AGAIN for row in rows}
    resting = [report for r in known.values() for report in r.report_ids]
    return {
        "reference_basis": first.basis,
        "own_publication_fields": by_basis["own_publication"],
        "quotation_fields": by_basis["quotation"],
        "reference_is_reviewed": all(read[report] for report in resting) if resting else None,
    }


def carried(claim_id: str, rows: list[Row], book: Book) -> Row:
    """Who carries a claim, when, and in which languages."""
    sources = [book.sources[source] for source in dict.fromkeys(row["source_id"] for row in rows)]
    days = sorted(day for source in sources if (day := day_of(source, "published_on")))
    return {
        "first_reported_on": days[0] if days else None,
        "last_reported_on": days[-1] if days else None,
        "languages": " ".join(sorted({source["language"] for source in sources})) or None,
        "n_reports": len(rows),
        "n_reviewed": sum(row["entry_status"] in READ_AGAIN for row in rows),
        "n_computed": len(book.reports[claim_id]) - len(rows),
        "n_sources": len(sources),
        "n_origins": len(origins.origins(rows, book)),
        "urls": " ".join(sorted(source["url"] for source in sources)) or None,
    }
