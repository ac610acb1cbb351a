"""The facts of one claim: what settles it, what each source prints, what changed, and what supports it."""

from typing import Any

from analysis.ask import figures, glossary
from analysis.ask.book import Book, grouped
from analysis.ask.glossary import Glossary
from analysis.report import cite, words
from analysis.report.rows import Row

Facts = dict[str, Any]
_REPORT = (
    "report_id", "source_id", "printed", "wording", "locator", "modality", "arithmetic", "entry_status", "status",
    "place_names", "window", "accumulation", "via_source_id", "via_actor_name", "note",
)  # fmt: skip
_DRIFT = ("drift_id", "report_id", "source_id", "kind", "field", "reference", "printed", "against")
_WHERE_AND_WHEN = (("place", "place_ids"), ("window", "window"))
_SUPPORTING = (
    "same_side_claim_ids", "opposing_side_claim_ids", "party_claim_ids", "losing_side_claim_ids",
    "third_party_first_hand_claim_ids", "third_party_on_party_claim_ids", "third_party_unstated_claim_ids",
    "confirming_statement_ids",
)  # fmt: skip


class Claims:
    """Claims as facts, in the words of a glossary."""

    def __init__(self, book: Book, known: Glossary) -> None:
        self._book, self._rows, self._glossary = book, book.rows, known

    def facts(self, row: Row) -> Facts:
        """One claim: its reference value, what each source prints, drift, support, and what maps showed."""
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
