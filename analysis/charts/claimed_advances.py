"""Claimed advances around a place over time: depth, width and area as claimed, one line a claim.

Lists that never mix scales: depth and width of an advance (metres), area of an advance or period (km²), area since a
start (km², running totals), and how many claims of an advance state none of these. Bounds are drawn as bounds
(`bounds`); where sources print different figures of one claim, all are drawn. Shape and colour tell whose forces
advance; a ring, that somebody else claims it. Which claims count is decided in `advance_claims`.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis import published
from analysis.charts import advance_claims, around, bounds, claim_list, dates, keys, provenance, wording
from analysis.charts.advance_claims import NO_FIGURE, Mark
from analysis.charts.chart import Chart, KeyEntry
from analysis.charts.claim_list import List, Row
from analysis.charts.palette import INK, SIDES, Look

NAME = "claimed_advances"
_PANELS = {
    "depth": "Depth of an advance, metres",
    "width": "Width of an advance, metres",
    "area": "Area of an advance, or of a period, km²",
    "area_total": "Area since a start, running totals, km²",
}


@dataclass(frozen=True)
class _Data:
    """The area, the claims found in it by day, and how many with a figure are left out, by reason."""

    area: around.Area
    marks: list[Mark]
    left_out: Counter[str]

    def panel(self, name: str) -> list[Mark]:
        """The marks of one panel."""
        return [mark for mark in self.marks if mark.panel == name]

    @cached_property
    def drawn(self) -> list[Mark]:
        """The marks that carry a figure."""
        return [mark for mark in self.marks if mark.panel != NO_FIGURE]


def chart(folder: Path, options: dict[str, Any]) -> Chart:
    """The chart of the claims around `options["place"]`; see `around.area` and `advance_claims` for the options."""
    places, advances = published.load("places", folder), published.load("reported_advances", folder)
    area = around.area(places, options["place"], options["within_km"], options["also"])
    found = advance_claims.found(advances, area, options["longest_days"])
    data = _Data(area, found.marks, found.left_out)
    lists = _lists(data)
    return Chart(
        name=NAME,
        title=_title(data),
        subtitle=_subtitle(data),
        alt=_alt(data),
        notes=(_on_area(data), _on_days(data), *_on_spans(data), *_on_left_out(data)),
        rows=advance_claims.rows_of(data.marks),
        provenance=provenance.of_reports(pd.concat([mark.reports for mark in data.marks])),
        height=partial(claim_list.height, lists),
        draw=partial(claim_list.draw, lists),
        key=_key(data),
    )


def _title(data: _Data) -> str:
    """The deepest advance that each side claims for its own forces."""
    deepest: dict[str, float] = {}
    for mark in data.panel("depth"):
        if mark.is_own:
            deepest[mark.side] = max(deepest.get(mark.side, 0), *mark.figures)
    if not deepest:
        return f"Around {data.area.centre}, no side claims a depth for an advance of its own forces"
    first, *others = [(SIDES[side].label, wording.distance(deepest[side])) for side in SIDES if side in deepest]
    told = [f"{first[0]} claims advances of up to {first[1]} at a time around {data.area.centre}"]
    return ", ".join(told + [f"{label} of up to {depth}" for label, depth in others])


def _subtitle(data: _Data) -> str:
    days = [mark.first["on"] for mark in data.drawn]
    first, last = (wording.month(f"{day:%Y-%m-%d}") for day in (min(days), max(days)))
    return (
        f"What is claimed to have been gained, {first} to {last}; one line is one claim, however many sources "
        "carry it. Not independently verified."
    )


def _alt(data: _Data) -> str:
    told = [f"{heading}: {_tally(data.panel(name))}" for name, heading in _PANELS.items() if data.panel(name)]
    told.append(f"No depth, width or area stated: {_tally(data.panel(NO_FIGURE))}")
    return f"Lists of claims of an advance around {data.area.centre}, by day, with what is claimed. {'. '.join(told)}."


def _tally(marks: list[Mark]) -> str:
    """How many claims tell of whose advance, and the span of their figures."""
    counts = Counter(mark.side for mark in marks)
    told = [f"{wording.counted(counts[side], 'claim')} of {SIDES[side].label}" for side in SIDES if counts[side]]
    figures = [figure for mark in marks for figure in mark.figures]
    return wording.listed(told) + (
        f", from {wording.number(min(figures))} to {wording.number(max(figures))}" if figures else ""
    )


def _on_area(data: _Data) -> str:
    return f"Around {data.area.centre}: every place that a claim names {data.area.rule}."


def _on_days(data: _Data) -> str:
    bases = Counter(mark.first["on_basis"] for mark in data.drawn)
    told = ", ".join(f"{basis} {bases[basis]}" for basis in dates.BASES if bases[basis])
    return f"The day is the last of the window claimed, else that of the statement, else of publication ({told})."


def _on_spans(data: _Data) -> list[str]:
    several = [mark for mark in data.drawn if len(mark.printed) > 1]
    figures = sum(len(set(mark.figures)) > 1 for mark in several)
    if not several:
        return []
    return [
        f"Of {wording.counted(len(several), 'claim')} sources print different quantities ({figures} in the figure, "
        f"{len(several) - figures} only in the word before it): small dots, joined by a dotted line."
    ]


def _on_left_out(data: _Data) -> list[str]:
    told = [f"{wording.counted(n, 'claim')} {why}" for why, n in sorted(data.left_out.items())]
    return [f"Not drawn: {wording.listed(told)}."] if told else []


def _key(data: _Data) -> tuple[KeyEntry, ...]:
    entries = [*keys.sides((mark.side for mark in data.marks), " advances")]
    entries += keys.signs(mark.printed[0] for mark in data.drawn if len(mark.printed) == 1)
    if not all(mark.is_own for mark in data.drawn):
        entries.append(KeyEntry("not claimed by that side itself", keys.ring))
    return tuple(entries)


def _lists(data: _Data) -> list[List]:
    """A list for each panel that has marks, and one for the claims without a figure."""
    lists = []
    for name, heading in _PANELS.items():
        marks = data.panel(name)
        if marks:
            rows = [Row(wording.short_day(mark.day), mark.claimant, partial(_draw_mark, mark)) for mark in marks]
            lists.append(List(heading, rows, max(figure for mark in marks for figure in mark.figures)))
    counts = Counter(mark.side for mark in data.panel(NO_FIGURE))
    looks = [(SIDES[side], counts[side]) for side in SIDES if counts[side]]
    without = [Row("", f"{look.label} advances", partial(_write_count, look, n)) for look, n in looks]
    return [*lists, List("No depth, width or area stated", without, 0)] if without else lists


def _draw_mark(mark: Mark, axes: Axes, height: float) -> None:
    look = SIDES[mark.side]
    if len(mark.printed) == 1:
        bounds.draw(axes, height, mark.printed[0], look, across=True)
    else:
        bounds.draw_span(axes, height, mark.figures, look, across=True)
    if not mark.is_own:
        keys.ring(axes, sum(mark.figures) / len(mark.figures), height)


def _write_count(look: Look, n: int, axes: Axes, height: float) -> None:
    keys.marker(axes, 0.04, height, look)
    axes.text(0.1, height, wording.counted(n, "claim"), fontsize=claim_list.TEXT, va="center_baseline", color=INK)
