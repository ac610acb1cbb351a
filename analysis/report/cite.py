"""How to cite a statement, and the same for machines (schema.org, JSON-LD)."""

from typing import Any

from analysis import description
from analysis.report import words
from analysis.report.rows import Row, Rows

_TYPES = {"person": "Person", "unnamed": "Person"}


def title(rows: Rows, statement_id: str) -> str:
    """A statement's name: its claimant and its day."""
    row = rows.row(statement_id)
    said_on = words.day(row["stated_on"]) if row["stated_on"] else "day not known"
    return f"{row['claimant_name'] or 'Claimant not named'}, {said_on}"


def statement(rows: Rows, statement_id: str) -> str:
    """A citation of a statement, ready to be copied."""
    whole = description.citation(rows.package["version"])
    author, _, rest = whole.partition(" (")
    year, _, dataset = rest.partition("). ")
    return f"{author} ({year}). “{title(rows, statement_id)}”, statement {statement_id}. In: {dataset}"


def claims(rows: Rows, statement_id: str) -> dict[str, Any]:
    """The claims of a statement as JSON-LD: who made them, and where they appear."""
    said = rows.row(statement_id)
    claim_ids = [row["claim_id"] for row in rows.claims_of.get(statement_id, [])]
    return {
        "@context": "https://schema.org",
        "@graph": [
            _clean(
                {
                    "@type": "Claim",
                    "@id": f"#{claim_id}",
                    "identifier": claim_id,
                    "name": rows.cell(claim_id, "title"),
                    "about": rows.cell(claim_id, "event_title"),
                    "author": _actor(rows, said["claimant_id"]),
                    "datePublished": said["stated_on"] and words.age(said["stated_on"]),
                    "appearance": [_document(rows, source) for source in _sources(rows, claim_id)],
                    "version": rows.package["version"],
                    "license": rows.package["licenses"][0]["path"],
                }
            )
            for claim_id in claim_ids
        ],
    }


def _actor(rows: Rows, actor_id: str | None) -> Row | None:
    if actor_id is None:
        return None
    return {"@type": _TYPES.get(rows.cell(actor_id, "kind"), "Organization"), "name": rows.cell(actor_id, "name")}


def _sources(rows: Rows, claim_id: str) -> list[str]:
    return sorted({row["source_id"] for row in rows.reports_of.get(claim_id, [])})


def _document(rows: Rows, source_id: str) -> Row:
    row = rows.row(source_id)
    return _clean(
        {
            "@type": "CreativeWork",
            "name": row["title"],
            "url": row["url"],
            "publisher": {"@type": "Organization", "name": row["publisher_name"]},
            "datePublished": row["published_on"] and words.age(row["published_on"]),
            "inLanguage": row["language"],
        }
    )


def _clean(node: Row) -> Row:
    return {key: value for key, value in node.items() if value}
