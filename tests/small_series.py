"""Small series as frames, for the tests of what rests on them: maps, totals, lists, anomalies. Figures are invented."""

import pandas as pd

from schemas import SERIES
from schemas.cells import typed
from schemas.columns import columns_of

_COLUMNS = {name: columns_of(model) for name, model in SERIES.items()}


def series(**tables: list[dict]) -> dict[str, pd.DataFrame]:
    """Typed frames of every series, empty unless rows are given."""
    made = {}
    for name, columns in _COLUMNS.items():
        rows = [{c.name: "" for c in columns} | {k: str(v) for k, v in row.items()} for row in tables.get(name, [])]
        raw = pd.DataFrame(rows, columns=[c.name for c in columns], dtype="str")
        made[name], faults = typed(raw, columns, name)
        assert not faults, faults
    return made


def area(day: str, map_on: str = "", mapper: str = "deepstate", **layers: float) -> list[dict]:
    """One day's map: km2 by layer."""
    return [
        {"mapper": mapper, "date": day, "layer": layer, "area_km2": km2, "map_on": map_on or day}
        for layer, km2 in layers.items()
    ]


def spells(place: str, *spans: tuple[str, str, str], mapper: str = "deepstate") -> list[dict]:
    """Spells of a settlement: layer, first and last day."""
    return [
        {"mapper": mapper, "place_id": place, "first_seen": first, "last_seen": last, "layer": layer, "n_snapshots": 1}
        for layer, first, last in spans
    ]


def anomaly(series_name: str, part: str, begins: str, ends: str, kind: str, omit: str = "true") -> dict:
    return {
        "series": series_name, "part": part, "from": begins, "to": ends, "kind": kind, "omit_from_trend": omit,
        "why": "why",
    }  # fmt: skip
