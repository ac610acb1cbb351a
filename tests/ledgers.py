"""A small whole ledger for tests: the first statement as two outlets report it, and a few rows of each series.

Figures are those of the real rows. A row of the ledger goes by its id, one of a series by the name and its number:
`general-staff-losses-2`.
"""

import csv
from copy import deepcopy
from pathlib import Path

import yaml

from schemas import SERIES, TABLES
from schemas.columns import columns_of

COLUMNS = {table: [column.name for column in columns_of(model)] for table, model in TABLES.items()}

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
    "general_staff_losses": [
        {"date": "2023-05-06", "personnel_petroivaniuk": "193770", "wording_petroivaniuk": "about",
         "personnel_orc_losses": "193770", "n_transcriptions": "3", "n_agree": "3", "reconciled": "193770"},
        {"date": "2023-05-07", "personnel_petroivaniuk": "194430", "wording_petroivaniuk": "about",
         "personnel_orc_losses": "194430", "n_transcriptions": "3", "n_agree": "2", "reconciled": "194430"},
        {"date": "2023-05-08", "personnel_petroivaniuk": "194970", "wording_petroivaniuk": "about",
         "personnel_orc_losses": "194970", "n_transcriptions": "3", "n_agree": "3", "reconciled": "194970"},
    ],
    "named_dead": [
        {"iso_week": "2022-W52", "named_now": "995", "named_end_2022": "335", "named_end_2023": "744",
         "named_end_2024": "923", "named_end_2025": "951", "probate_low": "954.2469924375821",
         "probate_estimate": "1142.9796638076377", "probate_high": "1331.7123351776931"},
        {"iso_week": "2023-W20", "named_now": "739", "named_end_2023": "447", "named_end_2024": "598",
         "named_end_2025": "701"},
    ],
    "outside_estimates": [
        {"date": "2023-05-01", "body": "Ministry", "about_side": "RU", "category": "casualties_as_worded",
         "estimate": "184045", "actor_id": "ukraine", "body_side": "third_party", "by_party": "false",
         "arithmetic": "source", "relies_on": "third-brigade", "repeats": "uk_mod_monthly:2023-04"},
        {"date": "2023-05-01", "body": "Office", "about_side": "UA", "category": "killed", "low": "10000",
         "estimate": "12000", "high": "13000", "body_side": "UA", "by_party": "true", "arithmetic": "claimant"},
    ],
    "uk_mod_monthly": [
        {"month": "2023-04", "daily_average": "568", "month_total": "17040", "cumulative": "184045",
         "actor_id": "ukraine"},
        {"month": "2023-05", "daily_average": "562", "month_total": "17422", "cumulative": "201467",
         "actor_id": "ukraine"},
    ],
    "control_area": [
        {"mapper": "deepstate", "date": "2023-05-19", "layer": "liberated", "area_km2": "17.394",
         "map_on": "2023-05-19"},
        {"mapper": "deepstate", "date": "2023-05-21", "layer": "liberated", "area_km2": "18.564",
         "map_on": "2023-05-21"},
    ],
    "settlement_control": [
        {"mapper": "deepstate", "place_id": "bakhmut", "first_seen": "2023-01-23", "last_seen": "2023-03-04",
         "layer": "unknown", "n_snapshots": "36"},
        {"mapper": "deepstate", "place_id": "bakhmut", "first_seen": "2023-03-05", "last_seen": "2025-08-03",
         "layer": "occupied", "n_snapshots": "821"},
    ],
    "anomalies": [
        {"series": "control_area", "part": "deepstate", "from": "2023-05-20", "to": "2023-05-20",
         "kind": "no_snapshot", "omit_from_trend": "false", "why": "The archive holds no map of this day."},
        {"series": "general_staff_losses", "from": "2023-05-07", "to": "2023-05-07",
         "kind": "transcriptions_disagree", "omit_from_trend": "false", "why": "Two of three agree."},
    ],
}  # fmt: skip

ORIGIN = {
    "title": "What the series holds",
    "producer": "Its producer",
    "licence": "MIT",
    "changes": "Nothing.",
    "sources": [{"title": "A file", "url": "https://a.example", "licence": "MIT", "retrieved_on": "2026-08-22"}],
    "read": {"a.csv": "0" * 64},
}


def mini(**changes: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    """A fresh copy of the ledger; `killed_first={"count": "24"}` changes the row with that id."""
    ledger = deepcopy(MINI)
    rows = {_id_of(table, number): row for table in ledger for number, row in enumerate(ledger[table], 1)}
    for row_id, cells in changes.items():
        rows[row_id.replace("_", "-")].update(cells)
    return ledger


def _id_of(table: str, number: int) -> str:
    """The name of a row: its id, or for a series, which has none, the series and the row's number."""
    return f"{table}-{number}".replace("_", "-") if table in SERIES else next(iter(MINI[table][number - 1].values()))


def write(ledger: dict[str, list[dict[str, str]]], data: Path) -> Path:
    """Write ledger and series as CSV files below `data`, with origin files, and return `data`."""
    for folder in ("ledger", "series"):
        (data / folder).mkdir(parents=True)
    for series in SERIES:
        (data / "series" / f"{series}.origin.yml").write_text(yaml.safe_dump(ORIGIN), encoding="utf-8")
    for table, rows in ledger.items():
        folder = data / ("series" if table in SERIES else "ledger")
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS[table], restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return data


def line_of(row_id: str) -> tuple[str, int]:
    """Table and line of a row of the small ledger."""
    for table, rows in MINI.items():
        for number in range(1, len(rows) + 1):
            if _id_of(table, number) == row_id:
                return table, number + 1
    raise KeyError(row_id)
