"""What the ledger holds about one claim, statement or event: plain facts with their ids, as `--format json` gives them.

The note in words (`note.py`) is made from these facts alone, so that both formats hold the same.
"""

from itertools import chain

from analysis.ask import links
from analysis.ask.book import Book
from analysis.ask.claim_facts import Claims, Facts
from analysis.ask.glossary import Glossary
from analysis.report import cite
from analysis.report.rows import REPORTED, Row

_STATEMENT = (
    "statement_id", "claimant_id", "claimant_name", "claimant_side", "stated_on", "stated_on_basis", "channel", "basis",
    "relies_on", "original_source_id", "original_url", "summary", "note",
)  # fmt: skip
_SOURCE = (
    "source_id", "publisher_name", "title", "url", "archive_url", "published_on", "language", "medium", "origin",
    "read",
)  # fmt: skip


def gather(book: Book, subject: str) -> Facts:
    """Everything about one id.

    Raises:
        Unknown: no claim, statement or event has it.
    """
    table = book.find(subject)
    return _Gathering(book).of(subject, table)


class _Gathering:
    """The facts of one subject; `_meets` joins the links that claims and statements have."""

    def __init__(self, book: Book) -> None:
        self._book, self._rows = book, book.rows
        names = {row["actor_id"]: row["name"] for row in book.rows.tables["actors"]}
        for row in chain(*(book.rows.tables[name] for name in REPORTED)):
            if row["place_ids"]:
                names |= zip(row["place_ids"].split(), row["place_names"].split("; "), strict=True)
        reported = book.rows.reports
        self._glossary = Glossary([*reported, *book.settled.values()], names)
        self._claims = Claims(book, self._glossary)

    def of(self, subject: str, table: str) -> Facts:
        claims = self._claims_of(subject, table)
        statements = sorted({row["statement_id"] for row in claims} | ({subject} if table == "statements" else set()))
        told = [self._claims.facts(row) for row in claims]
        against = links.links(self._book, self._glossary, subject, table, claims)
        sources = {report["source_id"] for claim in told for report in claim["reports"]}
        sources |= {one for link in against["relations"] for one in link["source_ids"]}
        sources |= {row["source_id"] for claim in told for row in claim["drift"] if row["source_id"]}
        return {
            "id": subject,
            "kind": table[:-1],
            "version": self._book.version,
            "event": self._event(subject) if table == "events" else None,
            "statements": sorted(map(self._statement, statements), key=_when_said),
            "claims": told,
            **against,
            "corrections": self._corrections({subject, *statements}, told),
            "sources": self._sources(sources),
        }

    def _claims_of(self, subject: str, table: str) -> list[Row]:
        if table == "claims":
            return [self._rows.row(subject)]
        field = f"{table[:-1]}_id"
        return sorted((row for row in self._rows.tables["claims"] if row[field] == subject), key=_when_said)

    def _event(self, event_id: str) -> Facts:
        row = self._rows.row(event_id)
        return {field: row[field] for field in ("event_id", "title", "kind", "window", "place_names", "note")}

    def _statement(self, statement_id: str) -> Facts:
        row = self._rows.row(statement_id)
        title = {"title": cite.title(self._rows, statement_id), "page": f"reports/statements/{statement_id}.html"}
        relied = {"relies_on_name": self._book.name(row["relies_on"]) if row["relies_on"] else None}
        return {field: row[field] for field in _STATEMENT} | title | relied

    def _corrections(self, own: set[str], claims: list[Facts]) -> list[Row]:
        own |= {claim["claim_id"] for claim in claims}
        own |= {report["report_id"] for claim in claims for report in claim["reports"]}
        return [row for row in self._rows.tables["corrections"] if row["row_id"] in own]

    def _sources(self, ids: set[str]) -> list[Facts]:
        rows = sorted(map(self._rows.row, ids), key=lambda row: (row["published_on"] or "9999", row["source_id"]))
        return [{"number": n} | {field: row[field] for field in _SOURCE} for n, row in enumerate(rows, start=1)]


def _when_said(row: Row) -> tuple:
    key = row.get("claim_id") or row["statement_id"]
    # A month without a day stands after the days of that month.
    return ((row["stated_on"] or "9999").ljust(10, "~"), row["claimant_name"] or "", key)
