"""Quantities drawn as what they are: a bound is not a value, and a blank is no figure at all.

`shape_of` says what stands for a quantity, `draw` draws it along the value axis, `draw_span` draws several printings
of one claim. The signs: a filled dot for a figure; a dot with an open arrow for a bound that may be exceeded (up) or
not reached (down); a bar without a dot for a range, and for a word such as "dozens" its conventional range; a hollow
dot or bar for "about" and "nearly", which imply no bound; two dots for "one or the other".
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.path import Path

from analysis.charts.palette import BACKGROUND, Look

DOT = 6.0
BAR = 3.4
_ARROW, _SHORTEST_ARROW = 13.0, 8.0
_UP = Path(
    [(0, 0), (0, 1), (-0.28, 0.66), (0, 1), (0.28, 0.66)],
    [Path.MOVETO, Path.LINETO, Path.MOVETO, Path.LINETO, Path.LINETO],
)


@dataclass(frozen=True)
class Bound:
    """A quantity as published: how it is worded, the figures it names, the bounds that its wording implies, if any."""

    qualifier: str
    stated: tuple[float, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Shape:
    """What stands for a quantity: dots, or a bar from one value to another; `arrow` is 1 up, -1 down, 0 none."""

    dots: tuple[float, ...] = ()
    bar: tuple[float, float] | None = None
    arrow: int = 0
    hollow: bool = False


def bounds_of(frame: pd.DataFrame, name: str) -> list[Bound | None]:
    """The quantities of a published column, row by row; None where the cell is blank: not stated."""
    columns = [frame[f"{name}_{part}"] for part in ("qualifier", "stated", "low", "high")]
    return [_bound(*cells) for cells in zip(*columns, strict=True)]


def _bound(qualifier: str, stated: str, low: float, high: float) -> Bound | None:
    if pd.isna(qualifier):
        return None
    figures = () if pd.isna(stated) else tuple(map(float, stated.split("..")))
    return Bound(qualifier, figures, *(None if pd.isna(bound) else float(bound) for bound in (low, high)))


def shape_of(bound: Bound) -> Shape:
    """What stands for a quantity; a bound is drawn at the figure that is printed."""
    if bound.qualifier in ("exact", "either"):
        return Shape(dots=bound.stated)
    if bound.qualifier in ("about", "nearly"):
        if len(bound.stated) == 2:
            return Shape(bar=bound.stated, hollow=True)
        return Shape(dots=bound.stated, hollow=True)
    if bound.qualifier in ("more_than", "at_least"):
        return Shape(dots=bound.stated[:1], arrow=1)
    if bound.qualifier in ("up_to", "less_than"):
        return Shape(dots=bound.stated, arrow=-1)
    return Shape(bar=(bound.low, bound.high))


def draw(axes: Axes, at: float, bound: Bound, look: Look, *, across: bool = False) -> None:
    """Draw one quantity at position `at` of the other axis; values run upwards, or to the right if `across`.

    The limits of the axes are to be set before: an arrow that points down is shortened where the axis ends.
    """
    shape = shape_of(bound)
    if shape.bar:
        _bar(axes, at, shape, look, across)
    for value in shape.dots:
        if shape.arrow:
            length = _ARROW if shape.arrow > 0 else min(_ARROW, max(_SHORTEST_ARROW, _room(axes, at, value, across)))
            _put(axes, at, value, across, marker=_arrow(shape.arrow, across), markersize=2 * length,
                 markerfacecolor="none", markeredgecolor=look.colour, markeredgewidth=1.1)  # fmt: skip
        face = BACKGROUND if shape.hollow else look.colour
        _put(axes, at, value, across, marker=look.marker, markersize=DOT, markerfacecolor=face,
             markeredgecolor=look.colour, markeredgewidth=1.3)  # fmt: skip


def draw_span(axes: Axes, at: float, figures: Iterable[float], look: Look, *, across: bool = False) -> None:
    """Draw the figures that sources print of one claim: small dots joined by a dotted line."""
    values = sorted(set(figures))
    ends = ([at, at], [values[0], values[-1]])
    axes.plot(*(reversed(ends) if across else ends), color=look.colour, linewidth=1.1, linestyle=(0, (1, 1.2)))
    for value in values:
        _put(axes, at, value, across, marker=look.marker, markersize=DOT * 0.6, color=look.colour)


def _bar(axes: Axes, at: float, shape: Shape, look: Look, across: bool) -> None:
    ends = ([at, at], list(shape.bar))
    style = (0, look.dashes) if look.dashes else "-"
    for width, colour in ((BAR, look.colour), (BAR - 2, BACKGROUND))[: 1 + shape.hollow]:
        axes.plot(*(reversed(ends) if across else ends), color=colour, linewidth=width, linestyle=style,
                  dash_capstyle="butt", solid_capstyle="butt")  # fmt: skip


def _arrow(direction: int, across: bool) -> Path:
    vertices = _UP.vertices * direction
    return Path(vertices[:, ::-1] if across else vertices, _UP.codes)


def _room(axes: Axes, at: float, value: float, across: bool) -> float:
    """Points between a value and the lower end of its axis: an arrow downwards does not point beyond it."""
    end = axes.get_xlim()[0] if across else axes.get_ylim()[0]
    points = [(x, at) if across else (at, x) for x in (value, end)]
    (x, y), (end_x, end_y) = axes.transData.transform(points)
    return ((x - end_x) if across else (y - end_y)) * 72 / axes.figure.dpi


def _put(axes: Axes, at: float, value: float, across: bool, **style: object) -> None:
    x, y = (value, at) if across else (at, value)
    axes.plot([x], [y], linestyle="none", clip_on=False, zorder=3, **style)
