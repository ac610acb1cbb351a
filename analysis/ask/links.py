"""What stands against a claim, and what else is linked with it: contradictions and relations, as facts."""

from analysis.ask import figures
from analysis.ask.book import Book, grouped
from analysis.ask.glossary import Glossary
from analysis.report import cite
from analysis.report.rows import Row, Rows

_CONTRADICTION = (
    "contradiction_id", "kind", "event_id", "claim_id_a", "statement_id_a", "value_a", "interval_a", "claim_id_b",
    "statement_id_b", "value_b", "interval_b", "fields", "key_met", "key_differs", "holds_on_every_reading", "said_by",
)  # fmt: skip
_ALIKE = ("from_statement_id", "relation", "to_id", "event_id", "said_by")


def links(book: Book, glossary: Glossary, subject: str, table: str, claims: list[Row]) -> dict[str, list]:
    """Contradictions and relations of the claims and statements that the subject consists of.

    Of a claim also those of its statement as a whole; of an event those that name it, and of the statements only what
    is about it, because a statement may speak of other events too.
    """
    own = {row["claim_id"] for row in claims}
    said = {row["statement_id"] for row in claims} | ({subject} if table == "statements" else set())
    if table == "events":
        against = [row for row in book.derived["contradictions"] if _is_about(row, subject, own)]
        linked = [row for row in book.rows.tables["relations"] if row["event_id"] == subject or row["to_id"] in own]
    else:
        against = [row for row in book.derived["contradictions"] if _meets(row, own, said)]
        linked = [row for row in book.rows.tables["relations"] if _is_linked(row, own, said)]
    return {
        "contradictions": [_contradiction(row, book, glossary) for row in against],
        "relations": _relations(linked, book.rows),
    }


def _is_about(row: Row, event_id: str, own: set[str]) -> bool:
    return row["event_id"] == event_id or bool(own & {row["claim_id_a"], row["claim_id_b"]})


def _meets(row: Row, own: set[str], said: set[str]) -> bool:
    """Whether one of the two is the claim, or the whole statement that it belongs to."""
    ends = ((row[f"claim_id_{end}"], row[f"statement_id_{end}"]) for end in "ab")
    return any(claim in own if claim else statement in said for claim, statement in ends)


def _is_linked(row: Row, own: set[str], said: set[str]) -> bool:
    return row["from_statement_id"] in said or row["to_id"] in own | said


def _contradiction(row: Row, book: Book, glossary: Glossary) -> Row:
    said = {}
    for end in "ab":
        known = book.settled.get(row[f"claim_id_{end}"], {})
        fields = [field for field in figures.UNITS if field in known]
        said[f"title_{end}"] = _title(book.rows, row[f"statement_id_{end}"])
        said[f"says_{end}"] = glossary.claimed(row[f"value_{end}"], fields)
    met = {"met_says": glossary.keys(row["key_met"]) or None, "relation_ids": (row["relation_ids"] or "").split()}
    return {field: row[field] for field in _CONTRADICTION} | said | met


def _relations(linked: list[Row], rows: Rows) -> list[Row]:
    """Relations that say the same and differ in their source are one."""
    keyed = [row | {"_key": tuple(row[field] for field in _ALIKE)} for row in linked]
    return [_relation(those, rows) for those in grouped(keyed, "_key").values()]


def _relation(those: list[Row], rows: Rows) -> Row:
    first = those[0]
    return {field: first[field] for field in _ALIKE} | {
        "from_title": cite.title(rows, first["from_statement_id"]),
        "to_title": _title(rows, first["to_id"]),
        "event_title": rows.cell(first["event_id"], "title") if first["event_id"] else None,
        "relation_ids": [row["relation_id"] for row in those],
        "source_ids": list(dict.fromkeys(row["source_id"] for row in those if row["source_id"])),
        "notes": list(dict.fromkeys(row["note"] for row in those if row["note"])),
    }


def _title(rows: Rows, to_id: str | None) -> str | None:
    if to_id is None:
        return None
    return cite.title(rows, rows.cell(to_id, "statement_id"))
