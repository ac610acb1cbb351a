"""What the ledger holds about one claim, statement or event: plain facts with their ids, as `--format json` gives them.

The note in words (`note.py`) is made from these facts alone, so that both formats hold the same.
"""

from itertools import chain
from typing import Any

from analysis.ask import figures, glossary, links
from analysis.ask.book import Book, grouped
from analysis.ask.glossary import Glossary
from analysis.report import cite, words
from analysis.report.rows import REPORTED, Row

Facts = dict[str, Any]
_STATEMENT = (
    "statement_id", "claimant_id", "claimant_name", "claimant_side", "stated_on", "stated_on_basis", "channel", "basis",
    "relies_on", "original_source_id", "original_url", "summary", "note",
)  # fmt: skip
_REPORT = (
    "report_id", "source_id", "printed", "wording", "locator", "modality", "arithmetic", "entry_status", "status",
    "place_names", "window", "accumulation", "via_source_id", "via_actor_name", "note",
)  # fmt: skip
_SOURCE = (
    "source_id", "publisher_name", "title", "url", "archive_url", "published_on", "language", "medium", "origin",
    "read",
)  # fmt: skip
_DRIFT = ("drift_id", "report_id", "source_id", "kind", "field", "reference", "printed", "against")
_WHERE_AND_WHEN = (("place", "place_ids"), ("window", "window"))
_SUPPORTING = (
    "same_side_claim_ids", "opposing_side_claim_ids", "party_claim_ids", "losing_side_claim_ids",
    "third_party_first_hand_claim_ids", "third_party_on_party_claim_ids", "third_party_unstated_claim_ids",
    "confirming_statement_ids",
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

    def of(self, subject: str, table: str) -> Facts:
        claims = self._claims_of(subject, table)
        statements = sorted({row["statement_id"] for row in claims} | ({subject} if table == "statements" else set()))
        told = [self._claim(row) for row in claims]
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

    def _claim(self, row: Row) -> Facts:
        claim_id = row["claim_id"]
        known = self._book.settled.get(claim_id, {})
        reports = [self._report(one) for one in self._rows.reports_of.get(claim_id, [])]
        reports.sort(key=lambda one: (one["published_on"] or "9999", one["report_id"]))
        fields = ("claim_id", "statement_id", "title", "event_id", "event_title", "measure", "series_ref")
        return {field: row[field] for field in fields} | {
            "by": cite.title(self._rows, row["statement_id"]),
            "claimant_side": row["claimant_side"],
            "reference": self._reference(known),
            "printings": _printings(reports),
            "reports": reports,
            "drift": [self._drift(one) for one in self._book.drift.get(claim_id, [])],
            "support": self._support(claim_id),
            "map_check": self._book.map_check.get(claim_id, []),
        }

    def _reference(self, known: Row) -> Facts:
        """What settles the claim; `says` is None where nothing settles its figure or status."""
        if not known:
            return {"says": None, "basis": "none"}
        group = {
            field.replace("_id", "_name"): self._book.name(known[field]) if known[field] else None
            for field in known
            if field.endswith("group_id")
        }
        settled = known["reference_basis"] != "none"
        places = self._glossary.value("place_ids", known["place_ids"]) if known["place_ids"] else None
        says = figures.said(known | group) if settled else None
        cells = {"notation": figures.notation(known) if says else None, "basis": known["reference_basis"]}
        printed = {f"{name}_is_printed": known[f"{field}_printed"] is not None for name, field in _WHERE_AND_WHEN}
        return {"says": says} | cells | {"place_names": places, "window": known["window"]} | printed

    def _report(self, row: Row) -> Facts:
        facts = {field: row[field] for field in _REPORT}
        named = row["claimant_name"] if row["claimant_id"] != row["stated_by_id"] else row["stated_by_name"]
        said = {"says": figures.said(row) or words.NOT_STATED, "notation": figures.notation(row)}
        return facts | said | {"claimant_as_named": named, "published_on": row["published_on"]}

    def _drift(self, row: Row) -> Facts:
        field, many = row["field"], row["kind"] == "sources_differ"
        printed = (self._glossary.values if many else self._glossary.value)(field, row["printed"])
        said = {"field_name": glossary.field_name(field), "reference_says": None, "printed_says": printed}
        if row["reference"] is not None:
            said["reference_says"] = self._glossary.value(field, row["reference"])
        return {name: row[name] for name in _DRIFT} | said

    def _support(self, claim_id: str) -> Facts:
        row = self._book.support.get(claim_id)
        if row is None:
            return {"sentence": None, "claim_ids": {}}
        behind = {field: row[field].split() for field in _SUPPORTING if row[field]}
        return {"sentence": row["support"], "claim_ids": behind}

    def _corrections(self, own: set[str], claims: list[Facts]) -> list[Row]:
        own |= {claim["claim_id"] for claim in claims}
        own |= {report["report_id"] for claim in claims for report in claim["reports"]}
        return [row for row in self._rows.tables["corrections"] if row["row_id"] in own]

    def _sources(self, ids: set[str]) -> list[Facts]:
        rows = sorted(map(self._rows.row, ids), key=lambda row: (row["published_on"] or "9999", row["source_id"]))
        return [{"number": n} | {field: row[field] for field in _SOURCE} for n, row in enumerate(rows, start=1)]


def _printings(reports: list[Facts]) -> list[Facts]:
    """What sources print, with those that print it; the most frequent first."""
    alike = grouped([one for one in reports if one["status"] == "active"], "says")
    told = [
        {
            "says": says,
            "notation": sorted({one["notation"] for one in those}),
            "source_ids": list(dict.fromkeys(one["source_id"] for one in those)),
            "report_ids": [one["report_id"] for one in those],
        }
        for says, those in alike.items()
    ]
    return sorted(told, key=lambda one: (-len(one["source_ids"]), one["says"]))


def _when_said(row: Row) -> tuple:
    key = row.get("claim_id") or row["statement_id"]
    # A month without a day stands after the days of that month.
    return ((row["stated_on"] or "9999").ljust(10, "~"), row["claimant_name"] or "", key)
