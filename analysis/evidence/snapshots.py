"""One mapper's maps as lookups: areas by the day of the map, the layer at each settlement, and what must be left out.

A map goes by its own day (`map_on`): an archive may show it for several days. Days that `anomalies` leaves out of
trends are no maps here, and two maps on either side of layers drawn anew are not compared.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

import pandas as pd

from analysis.evidence.book import rows_of
from analysis.evidence.map_verdict import area_in_favour

Span = tuple[date, date]
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Change:
    """The layer at a settlement's point passes from `before` to `after`; the first map that shows it is of `day`."""

    day: date
    before: str
    after: str


@dataclass(frozen=True)
class Maps:
    """`areas` maps a day to km2 by layer, `spells` a settlement to (first day, layer) in order."""

    mapper: str
    areas: dict[date, dict[str, float]]
    spells: dict[str, list[tuple[date, str]]]
    redrawn: list[Span] = field(default_factory=list)

    @cached_property
    def days(self) -> list[date]:
        """The days of the maps, in order."""
        return sorted(self.areas)

    @cached_property
    def in_a_row(self) -> list[tuple[date, dict[str, float]]]:
        """For each map but the first its day, and the km2 by side in whose favour it differs from the one before."""
        pairs = [pair for pair in pairwise(self.days) if not self.was_redrawn(*pair)]
        return [(day, area_in_favour(self.areas[before], self.areas[day])) for before, day in pairs]

    def before(self, day: date, within: int) -> date | None:
        """The last map before a day, at most `within` days earlier."""
        at = bisect_left(self.days, day)
        return self.days[at - 1] if at and (day - self.days[at - 1]).days <= within else None

    def after(self, day: date, within: int) -> date | None:
        """The first map on or after a day, at most `within` days later."""
        at = bisect_left(self.days, day)
        return self.days[at] if at < len(self.days) and (self.days[at] - day).days <= within else None

    def missing(self, first: date, last: date) -> list[date]:
        """The days between two maps of which there is none."""
        days = (first + _DAY * n for n in range((last - first).days))
        return [day for day in days if day not in self.areas]

    def was_redrawn(self, first: date, last: date) -> bool:
        """Whether layers were drawn anew after the first map and up to the last, or on the way back."""
        return any(begins <= last and first <= ends for begins, ends in self.redrawn)

    def layer(self, place: str, day: date) -> str | None:
        """The layer at a settlement's point on a day; None where its spells begin later, or it has none."""
        spells = self.spells.get(place, [])
        at = bisect_right([first for first, _ in spells], day)
        return spells[at - 1][1] if at else None

    def changes(self, place: str, first: date, last: date) -> list[Change]:
        """Changes at a settlement's point after the first day and up to the last, but where layers were drawn anew."""
        spells = self.spells.get(place, [])
        made = [Change(day, was, now) for (_, was), (day, now) in pairwise(spells)]
        return [c for c in made if first < c.day <= last and not self._is_redrawing(c.day)]

    def _is_redrawing(self, day: date) -> bool:
        return any(begins <= day <= ends + _DAY for begins, ends in self.redrawn)


def every(frames: dict[str, pd.DataFrame]) -> dict[str, Maps]:
    """The maps of each mapper in the series; none where the series are not among the frames."""
    if not {"control_area", "settlement_control", "anomalies"} <= frames.keys():
        return {}
    areas, spells = rows_of(frames["control_area"]), rows_of(frames["settlement_control"])
    told = rows_of(frames["anomalies"])
    return {
        mapper: _maps(
            mapper,
            [row for row in areas if row["mapper"] == mapper],
            [row for row in spells if row["mapper"] == mapper],
            told,
        )
        for mapper in sorted({row["mapper"] for row in areas})
    }


def _maps(mapper: str, areas: list[dict], spells: list[dict], told: list[dict]) -> Maps:
    left_out = {name: _left_out(told, name, mapper) for name in ("control_area", "settlement_control")}
    own_day = {row["date"]: date.fromisoformat(row["map_on"]) for row in areas}
    by_date: dict[str, dict[str, float]] = {}
    for row in areas:
        if not _within(row["date"], [span for span, _ in left_out["control_area"]]):
            by_date.setdefault(row["date"], {})[row["layer"]] = row["area_km2"]
    redrawn = {span for spans in left_out.values() for span, kind in spans if kind == "layers_redrawn"}
    places: dict[str, list[tuple[date, str]]] = {}
    for row in sorted(spells, key=lambda row: row["first_seen"]):
        places.setdefault(row["place_id"], []).append(row)
    omitted = [span for span, _ in left_out["settlement_control"]]
    return Maps(
        mapper,
        {own_day[shown]: layers for shown, layers in sorted(by_date.items())},
        {place: _sound(rows, omitted, own_day) for place, rows in places.items()},
        sorted(redrawn),
    )


def _left_out(told: list[dict], series: str, mapper: str) -> list[tuple[Span, str]]:
    """Days, with the kind of anomaly, that a trend of this mapper leaves out."""
    return [
        ((date.fromisoformat(row["from"]), date.fromisoformat(row["to"])), row["kind"])
        for row in told
        if row["series"] == series and row["part"] in (None, mapper) and row["omit_from_trend"]
    ]


def _within(day: str, spans: list[Span]) -> bool:
    return any(begins <= date.fromisoformat(day) <= ends for begins, ends in spans)


def _sound(rows: list[dict], omitted: list[Span], own_day: dict[str, date]) -> list[tuple[date, str]]:
    """The spells of one settlement without the days left out, those of one layer that then meet joined into one."""
    found: list[tuple[date, str]] = []
    for row in rows:
        first, last = date.fromisoformat(row["first_seen"]), date.fromisoformat(row["last_seen"])
        for begins, ends in omitted:
            first = ends + _DAY if begins <= first <= ends else first
        if first <= last and (not found or found[-1][1] != row["layer"]):
            found.append((own_day.get(first.isoformat(), first), row["layer"]))
    return found
