"""Claims listed by day, each with its claimant and its quantity on a scale that runs to the right.

A line for each claim keeps marks apart where many claims fall on a few days, names who claims, and reads the same at
360 px and at 700 px, where two columns of lists stand side by side. Lengths are in points unless they say inches.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analysis.charts import wording
from analysis.charts.canvas import POINTS, Canvas, wrapped
from analysis.charts.palette import INK, MUTED

TEXT = 7.4
_STEP = 8.8
_ROW_GAP = 4.2
_DAY = 43.0
_NAME = 90.0
_HEADING = 17.0
_AXIS = 17.0
_AFTER = 9.0
_BETWEEN = 16.0
_BEFORE_ZERO = 6.0
_WIDE = 5.0


@dataclass(frozen=True)
class Row:
    """One claim: its day and claimant in words, and how to draw its quantity at a height of the axes."""

    day: str
    name: str
    draw: Callable[[Axes, float], None]

    @property
    def height(self) -> float:
        """Points that the row takes."""
        return len(wrapped(self.name, _NAME, TEXT)) * _STEP + _ROW_GAP


@dataclass(frozen=True)
class List:
    """Rows on one scale from zero to `highest`; without a scale, `highest` is 0 and the axes run from 0 to 1."""

    heading: str
    rows: list[Row]
    highest: float

    @property
    def height(self) -> float:
        """Points that the list takes."""
        return _HEADING + sum(row.height for row in self.rows) + (_AXIS if self.highest else 0) + _AFTER


def height(lists: list[List], width: float) -> float:
    """Inches that the lists take in the columns for a width in inches."""
    return max(sum(one.height for one in column) for column in _columns(lists, width)) / POINTS


def draw(lists: list[List], canvas: Canvas) -> None:
    """Draw the lists in one column, or in two where the canvas is wide."""
    columns = _columns(lists, canvas.width)
    width = (canvas.width * POINTS - (len(columns) - 1) * _BETWEEN) / len(columns)
    sheet = canvas.sheet()
    for n, column in enumerate(columns):
        top = canvas.height * POINTS
        for one in column:
            _draw_list(one, canvas, sheet, n * (width + _BETWEEN), top, width)
            top -= one.height


def _columns(lists: list[List], width: float) -> list[list[List]]:
    """The lists in their order, cut where the two columns come out most even."""
    if width < _WIDE or len(lists) == 1:
        return [lists]
    cuts = [(lists[:n], lists[n:]) for n in range(1, len(lists))]
    return list(min(cuts, key=lambda halves: max(sum(one.height for one in half) for half in halves)))


def _draw_list(one: List, canvas: Canvas, sheet: Axes, left: float, top: float, width: float) -> None:
    sheet.text(left, top - 9, one.heading, fontsize=8.5, weight="bold", color=INK)
    height = sum(row.height for row in one.rows)
    bottom = top - _HEADING - height
    indent = _DAY + _NAME + _BEFORE_ZERO
    axes = canvas.axes((left + indent) / POINTS, bottom / POINTS, (width - indent) / POINTS, height / POINTS)
    _set_scale(axes, one.highest, height)
    for middle, row in _placed(one.rows, height):
        lines = wrapped(row.name, _NAME, TEXT)
        first = bottom + middle + (len(lines) - 1) * _STEP / 2
        sheet.text(left, first, row.day, fontsize=TEXT, va="center_baseline", color=MUTED)
        for n, line in enumerate(lines):
            sheet.text(left + _DAY, first - n * _STEP, line, fontsize=TEXT, va="center_baseline", color=INK)
        row.draw(axes, middle)


def _placed(rows: list[Row], height: float) -> Iterator[tuple[float, Row]]:
    """Each row with the height of its middle above the lower end of the list."""
    for row in rows:
        yield height - row.height / 2, row
        height -= row.height


def _set_scale(axes: Axes, highest: float, height: float) -> None:
    axes.set_ylim(0, height)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlim(0, highest * 1.12 or 1)
    if not highest:
        axes.axis("off")
        return
    axes.grid(axis="x")
    axes.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: wording.number(value)))
    axes.tick_params(axis="x", length=0, pad=3, labelsize=TEXT)
