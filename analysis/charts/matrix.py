"""A matrix of sources and figures: words in cells, on a wide page beside the source's name, on a narrow one below it.

Cells come as a frame, one row a cell in reading order: `publisher_name`, `published_on`, `published_on_basis`,
`language`, `source_id` (the line), `claim_id`, `label`, `detail` (the column), `words`, `state` (one of `STATES`).
"""

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.charts import wording
from analysis.charts.canvas import POINTS, Canvas, wrapped
from analysis.charts.palette import BACKGROUND, INK, MUTED, RULE, TINT

_SIZE, _SMALL = 8.0, 7.4
_STEP = 9.6
_GAP = 3.0
_NARROW = 5.0


@dataclass(frozen=True)
class State:
    """How a cell looks, and what that means; frame, weight and words tell states apart without colour."""

    meaning: str
    fill: str
    edge: str
    line: float
    dashes: tuple[float, ...] = ()
    weight: str = "normal"
    colour: str = INK
    sign: str = ""

    def box(self, axes: Axes, left: float, bottom: float, width: float, height: float) -> None:
        """Draw the cell without its words."""
        style = (0, self.dashes) if self.dashes else "-"
        box = Rectangle((left, bottom), width, height, facecolor=self.fill, edgecolor=self.edge,
                        linewidth=self.line, linestyle=style, clip_on=False)  # fmt: skip
        axes.add_patch(box)

    def swatch(self, axes: Axes, x: float, y: float) -> None:
        """Draw a small cell around a point, for the key."""
        self.box(axes, x - 7, y - 4.5, 14, 9)
        axes.text(x, y, self.sign, fontsize=7, ha="center", va="center_baseline", color=self.colour, weight=self.weight)


STATES = {
    "printed": State("printed", TINT, TINT, 0.8),
    "differs": State("printed, but not as most sources print it", TINT, INK, 1.4, weight="bold", sign="≠"),
    "not_in_page": State("not in this page, read in full", BACKGROUND, RULE, 0.9, (2.5, 2), colour=MUTED, sign="–"),
    "not_known": State("not known, page read in part", BACKGROUND, BACKGROUND, 0.0, colour=MUTED, sign="?"),
}
WORDS = {"not_in_page": "not in this page", "not_known": "not known"}


@dataclass(frozen=True)
class _Layout:
    """Points: letters, the column of names, a column of cells, a name above its cells, a row of cells, the header."""

    size: float
    names: float
    column: float
    above: float
    cell: float
    header: float

    @property
    def row(self) -> float:
        return self.above + self.cell + _GAP


@dataclass(frozen=True)
class Matrix:
    """The cells, and the columns as (claim_id, label, detail)."""

    cells: pd.DataFrame
    columns: tuple[tuple[str, str, str], ...]

    @property
    def states(self) -> list[State]:
        """The states that cells are in."""
        return [state for name, state in STATES.items() if name in set(self.cells["state"])]

    def height(self, width: float) -> float:
        """Inches of the table for a width in inches."""
        layout = self._layout(width)
        return (layout.header + layout.row * self.cells["source_id"].nunique()) / POINTS

    def draw(self, canvas: Canvas) -> None:
        """Draw the table over the whole canvas."""
        sheet, layout = canvas.sheet(), self._layout(canvas.width)
        top = canvas.height * POINTS
        for n, (_, label, detail) in enumerate(self.columns):
            middle = layout.names + (n + 0.5) * layout.column - _GAP / 2
            _write_header(sheet, middle, top, layout, label, detail)
        for n, (_, row) in enumerate(self.cells.groupby("source_id", sort=False)):
            self._draw_row(sheet, layout, top - layout.header - n * layout.row, row)

    def _draw_row(self, sheet: Axes, layout: _Layout, top: float, row: pd.DataFrame) -> None:
        source = row.iloc[0]
        told = " · ".join([_when(source), source["language"]])
        if layout.above:
            name_and_day = f"{source['publisher_name']} · {told}"
            sheet.text(0, top - _SIZE - 4, name_and_day, fontsize=_SIZE, color=INK)
        else:
            middle = top - layout.cell / 2
            sheet.text(0, middle + 2, source["publisher_name"], fontsize=_SIZE + 0.8, color=INK)
            sheet.text(0, middle - _STEP, told, fontsize=_SIZE - 0.4, color=MUTED)
        for n, cell in enumerate(row.itertuples()):
            left = layout.names + n * layout.column
            _draw_cell(sheet, left, top - layout.above - layout.cell, layout, cell)

    def _layout(self, width: float) -> _Layout:
        is_narrow = width < _NARROW
        names = 0.0 if is_narrow else 118.0
        size = _SMALL if is_narrow else _SIZE
        column = (width * POINTS - names + _GAP) / len(self.columns)
        header = max(1 + len(wrapped(detail, column - _GAP, size)) for *_, detail in self.columns)
        return _Layout(size, names, column, 18.0 if is_narrow else 0.0, 3 * _STEP + 4, header * _STEP + 6)


def of_cells(cells: pd.DataFrame) -> Matrix:
    """The matrix of a frame of cells."""
    columns = cells[["claim_id", "label", "detail"]].drop_duplicates().itertuples(index=False, name=None)
    return Matrix(cells, tuple(columns))


def _when(source: pd.Series) -> str:
    if pd.isna(source["published_on"]):
        return "day not known"
    stored = "stored by " if source["published_on_basis"] == "crawl" else ""
    return stored + wording.day(source["published_on"])


def _write_header(sheet: Axes, middle: float, top: float, layout: _Layout, label: str, detail: str) -> None:
    style = {"fontsize": layout.size, "ha": "center"}
    sheet.text(middle, top - layout.size, label, weight="bold", color=INK, **style)
    for n, line in enumerate(wrapped(detail, layout.column - _GAP, layout.size), start=1):
        sheet.text(middle, top - layout.size - n * _STEP, line, color=MUTED, **style)


def _draw_cell(sheet: Axes, left: float, bottom: float, layout: _Layout, cell: tuple) -> None:
    state, width = STATES[cell.state], layout.column - _GAP
    state.box(sheet, left, bottom, width, layout.cell)
    words = WORDS.get(cell.state) or f"{state.sign} {cell.words}".strip()
    lines = wrapped(words, width - 1, layout.size, state.weight)
    first = bottom + layout.cell / 2 + (len(lines) - 1) * _STEP / 2
    style = {"fontsize": layout.size, "ha": "center", "va": "center_baseline"}
    for n, line in enumerate(lines):
        sheet.text(left + width / 2, first - n * _STEP, line, color=state.colour, weight=state.weight, **style)
