"""Small ledgers as frames, for the tests of `analysis/evidence`: say what matters, the rest has a default.

The sides are the vocabulary's; actors, places and outlets are invented.
"""

import pandas as pd

from analysis.evidence.book import Book
from analysis.evidence.intervals import Worth
from schemas import MODELS, REPORT_TABLES
from schemas.cells import typed
from schemas.columns import columns_of

PARAMS = {
    "about_pct": 10, "nearly_from_pct": 90, "map_days_before": 7, "map_days_after": 7, "map_usual_days": 90,
    "map_radius_km": 10, "map_least_km2": 0.05, "rounding_least_n": 3, "delays_least_n": 2,
}  # fmt: skip
WORTH = Worth.of(PARAMS)
# Worked out once: a model makes its schema anew each time.
_COLUMNS = {table: columns_of(model) for table, model in MODELS.items()}

ACTORS = [
    {"actor_id": "east", "side": "RU", "kind": "state", "control_group": "east"},
    {"actor_id": "east-ministry", "side": "RU", "kind": "ministry", "parent_actor_id": "east", "control_group": "east"},
    {"actor_id": "east-minister", "side": "RU", "kind": "person", "parent_actor_id": "east-ministry",
     "control_group": "east"},
    {"actor_id": "company", "side": "RU", "kind": "armed_group", "control_group": "company"},
    {"actor_id": "west", "side": "UA", "kind": "state", "control_group": "west"},
    {"actor_id": "west-staff", "side": "UA", "kind": "formation", "parent_actor_id": "west", "control_group": "west"},
    {"actor_id": "west-brigade", "side": "UA", "kind": "unit", "parent_actor_id": "west", "control_group": "west"},
    {"actor_id": "west-battalion", "side": "UA", "kind": "unit", "parent_actor_id": "west-brigade",
     "control_group": "west"},
    {"actor_id": "monitor", "side": "third_party", "kind": "monitor"},
    {"actor_id": "neighbour", "side": "third_party", "kind": "ministry"},
    *({"actor_id": outlet, "side": "third_party", "kind": "news_outlet"} for outlet in ("daily", "herald", "times")),
    {"actor_id": "agency", "side": "third_party", "kind": "news_agency"},
]  # fmt: skip
PLACES = [
    {"place_id": "region", "kind": "district"},
    {"place_id": "town", "kind": "settlement", "parent_place_id": "region"},
    {"place_id": "town-vicinity", "kind": "vicinity", "parent_place_id": "town"},
    {"place_id": "town-north", "kind": "part_of_settlement", "parent_place_id": "town"},
    {"place_id": "town-south", "kind": "part_of_settlement", "parent_place_id": "town"},
    {"place_id": "village", "kind": "settlement", "parent_place_id": "region"},
]
_CIRCUMSTANCES = {
    "place_ids": "town", "place_scope": "settlement", "window": "2023-05-20", "window_basis": "stated",
    "modality": "asserted", "wording": "body", "arithmetic": "claimant", "entry_status": "reviewed", "status": "active",
}  # fmt: skip
_PEOPLE = {
    "affected_side": "RU", "affected_kind": "military", "category": "killed", "accumulation": "incident",
} | _CIRCUMSTANCES  # fmt: skip
_GROUND = {
    "movement": "capture", "moving_side": "RU", "holding_side": "UA", "extent": "unstated",
    "accumulation": "single_action", "window": "", "window_basis": "unknown",
}  # fmt: skip
_RATIO = {
    "numerator_side": "RU", "numerator_category": "killed", "numerator_unit": "people", "denominator_side": "UA",
    "denominator_category": "killed", "denominator_unit": "people", "accumulation": "period",
} | _CIRCUMSTANCES  # fmt: skip


def source(source_id: str, **cells: str) -> dict:
    """A source; its publisher is the first word of its id."""
    return {
        "source_id": source_id, "publisher_id": source_id.split("-")[0], "url": f"https://{source_id}.example/",
        "language": "en", "read": "full", "origin": "own", "published_on": "2023-05-21",
    } | cells  # fmt: skip


def statement(statement_id: str, claimant_id: str, **cells: str) -> dict:
    return {
        "statement_id": statement_id, "claimant_id": claimant_id, "stated_on": "2023-05-21", "channel": "telegram",
        "basis": "unstated",
    } | cells  # fmt: skip


def claim(claim_id: str, statement_id: str, event_id: str = "strike", measure: str = "people", **cells: str) -> dict:
    return {"claim_id": claim_id, "statement_id": statement_id, "event_id": event_id, "measure": measure} | cells


def people(claim_id: str, source_id: str, count: str, **cells: str) -> dict:
    """A reported row of `casualties`, at the strike of 20 May unless told otherwise."""
    row = {"claim_id": claim_id, "source_id": source_id, "count": count} | _PEOPLE | cells
    return {"report_id": f"{claim_id}-at-{source_id}-{row['wording']}"} | row


def ground(claim_id: str, source_id: str, movement: str, **cells: str) -> dict:
    """A reported row of `advances`: the town, unless told otherwise."""
    row = {"claim_id": claim_id, "source_id": source_id} | _CIRCUMSTANCES | _GROUND | {"movement": movement} | cells
    return {"report_id": f"{claim_id}-at-{source_id}-{row['wording']}"} | row


def ratio(claim_id: str, source_id: str, figure: str, **cells: str) -> dict:
    row = {"claim_id": claim_id, "source_id": source_id, "ratio": figure} | _RATIO | cells
    return {"report_id": f"{claim_id}-at-{source_id}-{row['wording']}"} | row


def events(**kinds: str) -> list[dict]:
    """Events by id and kind."""
    return [{"event_id": event, "kind": kind} for event, kind in kinds.items()]


STRIKE = events(strike="incident", town="settlement_status", totals="running_losses")


def frames(**tables: list[dict]) -> dict[str, pd.DataFrame]:
    """Typed frames of a small ledger; the actors, places and events above unless they are given."""
    given = {"actors": ACTORS, "places": PLACES, "events": STRIKE} | tables
    given["actors"] = [{"name": row["actor_id"]} | row for row in given["actors"]]
    made = {}
    for table, columns in _COLUMNS.items():
        rows = [{c.name: "" for c in columns} | row for row in given.get(table, [])]
        if table in REPORT_TABLES:
            statements = {c["claim_id"]: c["statement_id"] for c in given["claims"]}
            claimants = {s["statement_id"]: s["claimant_id"] for s in given["statements"]}
            rows = [row | {"claimant_id": row["claimant_id"] or claimants[statements[row["claim_id"]]]} for row in rows]
        raw = pd.DataFrame(rows, columns=[c.name for c in columns], dtype="str")
        made[table], faults = typed(raw, columns, table)
        assert not faults, faults
    return made


def book(**tables: list[dict]) -> Book:
    """The same as a book."""
    return Book.of(frames(**tables))
