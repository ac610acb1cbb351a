"""A small whole ledger for tests: the first statement as two outlets report it. Figures are those of the real rows."""

import csv
from copy import deepcopy
from pathlib import Path

from schemas import MODELS
from schemas.columns import columns_of

COLUMNS = {table: [column.name for column in columns_of(model)] for table, model in MODELS.items()}

_CIRCUMSTANCES = {
    "place_ids": "bakhmut", "place_scope": "settlement", "window": "2023-05-20", "window_basis": "stated",
    "modality": "asserted", "wording": "unknown", "arithmetic": "claimant", "claimant_id": "third-brigade",
    "entry_status": "imported", "status": "active",
}  # fmt: skip
_SOURCE = {
    "published_on": "2023-05-21", "published_on_basis": "url", "language": "en", "medium": "news_report",
    "read": "full", "origin": "unknown",
}  # fmt: skip
_KILLED = {
    "claim_id": "third-brigade-killed", "affected_side": "RU", "affected_kind": "military", "category": "killed",
    "count": "23", "accumulation": "day",
}  # fmt: skip

MINI: dict[str, list[dict[str, str]]] = {
    "sources": [
        {"source_id": "first-outlet-1", "publisher_id": "first-outlet", "url": "https://first.example/1"} | _SOURCE,
        {"source_id": "second-outlet-1", "publisher_id": "second-outlet", "url": "https://second.example/1"} | _SOURCE,
    ],
    "actors": [
        {"actor_id": "ukraine", "name": "Ukraine", "kind": "state", "side": "UA", "country": "UA"},
        {"actor_id": "third-brigade", "name": "Third Separate Assault Brigade", "kind": "unit", "side": "UA",
         "parent_actor_id": "ukraine"},
        {"actor_id": "spokesperson", "name": "A spokesperson", "kind": "person", "side": "UA", "post": "spokesperson",
         "parent_actor_id": "third-brigade"},
        {"actor_id": "first-outlet", "name": "First outlet", "kind": "news_outlet", "side": "unstated"},
        {"actor_id": "second-outlet", "name": "Second outlet", "kind": "news_outlet", "side": "unstated"},
    ],
    "places": [
        {"place_id": "bakhmut", "name_en": "Bakhmut", "kind": "settlement", "lat": "48.600763", "lon": "38.0115337",
         "precision": "point", "coordinates_from": "openstreetmap", "wikidata": "Q706857",
         "katottg": "UA14020010010059145"},
        {"place_id": "bakhmut-flanks", "name_en": "Flanks of Bakhmut", "kind": "flank", "precision": "none",
         "parent_place_id": "bakhmut"},
    ],
    "events": [
        {"event_id": "flanks-2023-05", "kind": "movement", "title": "Fighting on the flanks of Bakhmut in May 2023",
         "window": "2023-05", "place_ids": "bakhmut-flanks"},
        {"event_id": "fight-2023-05-20", "kind": "daily_losses", "title": "Losses at Bakhmut on 20 May 2023",
         "parent_event_id": "flanks-2023-05"},
    ],
    "statements": [
        {"statement_id": "third-brigade-1", "claimant_id": "third-brigade", "stated_on": "2023-05-21",
         "stated_on_basis": "page", "channel": "telegram", "basis": "unstated",
         "summary": "The brigade said on 21 May 2023 that it moved forward."},
    ],
    "claims": [
        {"claim_id": "third-brigade-ground", "statement_id": "third-brigade-1", "event_id": "flanks-2023-05",
         "measure": "frontage_and_depth", "title": "The 3rd Brigade says how far it moved"},
        {"claim_id": "third-brigade-killed", "statement_id": "third-brigade-1", "event_id": "fight-2023-05-20",
         "measure": "people", "title": "The 3rd Brigade says how many it killed on 20 May 2023"},
        {"claim_id": "third-brigade-ratio", "statement_id": "third-brigade-1", "event_id": "fight-2023-05-20",
         "measure": "ratio", "title": "The 3rd Brigade says how losses stood to each other"},
    ],
    "advances": [
        {"report_id": "ground-first", "claim_id": "third-brigade-ground", "source_id": "first-outlet-1",
         "movement": "advance", "moving_side": "UA", "holding_side": "RU", "extent": "unstated", "frontage_m": "1730",
         "depth_m": "700", "accumulation": "single_action"} | _CIRCUMSTANCES,
        {"report_id": "ground-second", "claim_id": "third-brigade-ground", "source_id": "second-outlet-1",
         "movement": "advance", "moving_side": "UA", "holding_side": "RU", "extent": "unstated", "depth_m": "700",
         "accumulation": "single_action", "is_further": "true"} | _CIRCUMSTANCES,
    ],
    "casualties": [
        {"report_id": "killed-first", "source_id": "first-outlet-1"} | _KILLED | _CIRCUMSTANCES,
        {"report_id": "killed-second", "source_id": "second-outlet-1"} | _KILLED | _CIRCUMSTANCES,
    ],
    "proportions": [
        {"report_id": "ratio-first", "claim_id": "third-brigade-ratio", "source_id": "first-outlet-1",
         "numerator_side": "RU", "numerator_category": "killed", "numerator_unit": "people", "denominator_side": "UA",
         "denominator_category": "killed", "denominator_unit": "people", "ratio": "5", "accumulation": "unstated"}
        | _CIRCUMSTANCES,
    ],
    "relations": [
        {"relation_id": "relation-1", "from_statement_id": "third-brigade-1", "relation": "repeats",
         "to_id": "third-brigade-ground", "said_by": "editor"},
    ],
    "corrections": [
        {"correction_id": "correction-1", "row_id": "killed-first", "field": "count", "old": "32", "new": "23",
         "reason_code": "transcription_error", "decided_on": "2026-11-01"},
    ],
    "coverage": [
        {"coverage_id": "coverage-1", "week": "2023-W20", "side": "UA", "searched": "Public pages in English"},
    ],
}  # fmt: skip


def mini(**changes: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    """A fresh copy of the ledger; `killed_first={"count": "24"}` changes the row with that id."""
    ledger = deepcopy(MINI)
    rows = {next(iter(row.values())): row for table in ledger.values() for row in table}
    for row_id, cells in changes.items():
        rows[row_id.replace("_", "-")].update(cells)
    return ledger


def write(ledger: dict[str, list[dict[str, str]]], data: Path) -> Path:
    """Write the ledger as CSV files below `data` and return `data`."""
    folder = data / "ledger"
    folder.mkdir(parents=True)
    for table, rows in ledger.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS[table], restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return data


def line_of(row_id: str) -> tuple[str, int]:
    """Table and line of a row of the small ledger."""
    for table, rows in MINI.items():
        for number, row in enumerate(rows, 2):
            if next(iter(row.values())) == row_id:
                return table, number
    raise KeyError(row_id)
