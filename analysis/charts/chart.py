"""What a chart is before it is drawn: its words, its rows, where they come from, and how the body is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.canvas import Canvas
from analysis.charts.provenance import Provenance


@dataclass(frozen=True)
class Size:
    """One drawing of a chart: the names of its files, and its width in inches (100 px of a page each)."""

    stem: str
    width: float
    title_size: float


WIDE = Size("chart", 7.0, 13.5)
NARROW = Size("chart-narrow", 3.6, 12.0)


@dataclass(frozen=True)
class KeyEntry:
    """A sign and what it means; `draw(axes, x, y)` draws the sign around a point, in points."""

    label: str
    draw: Callable[[Axes, float, float], None]


@dataclass(frozen=True)
class Chart:
    """All that a chart is before it is drawn.

    `rows` are the plotted rows, `height` the inches of the body for a width in inches, `draw` draws the body.
    """

    name: str
    title: str
    subtitle: str
    alt: str
    notes: tuple[str, ...]
    rows: pd.DataFrame
    provenance: Provenance
    height: Callable[[float], float]
    draw: Callable[[Canvas], None]
    key: tuple[KeyEntry, ...] = ()
    sizes: tuple[Size, ...] = (WIDE, NARROW)
