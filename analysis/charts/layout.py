"""The figure of a chart: head, key, body and foot, one below the other, as high as their words need."""

from dataclasses import dataclass

from matplotlib.figure import Figure

from analysis.charts.canvas import LEADING, POINTS, Canvas, width_of, wrapped
from analysis.charts.chart import Chart, KeyEntry, Size
from analysis.charts.palette import INK, MUTED

MARGIN = 0.14
_SYMBOL = 20
_KEY_SIZE = 8.0
_KEY_ROW = 15


@dataclass(frozen=True)
class _Style:
    size: float
    colour: str
    weight: str = "normal"
    after: float = 0.0


def drawn(chart: Chart, size: Size, credit: str) -> Figure:
    """The whole figure: head, key, body, foot, one below the other."""
    width = size.width - 2 * MARGIN
    title = _Style(size.title_size, INK, "bold", after=5)
    note = _Style(7.6, MUTED, after=2.5)
    head = _set(chart.title, title, width) + _set(chart.subtitle, _Style(9, MUTED, after=8), width)
    feet = (*chart.notes, chart.provenance.line, credit)
    foot = [line for text in feet for line in _set(text, note, width)]
    key = _key_rows(chart.key, width * POINTS)
    body = chart.height(width)
    heights = [_height(head), (len(key) * _KEY_ROW + 6) / POINTS if key else 0, body, 0.1 + _height(foot)]
    figure = Figure(figsize=(size.width, sum(heights) + 2 * MARGIN))
    top = figure.get_size_inches()[1] - MARGIN
    _print(figure, head, top)
    _draw_key(_part(figure, size, top - sum(heights[:2]), heights[1]), key)
    chart.draw(_part(figure, size, top - sum(heights[:3]), body))
    _print(figure, foot, MARGIN + _height(foot))
    return figure


def _part(figure: Figure, size: Size, bottom: float, height: float) -> Canvas:
    return Canvas(figure, MARGIN, bottom, size.width - 2 * MARGIN, height)


def _set(text: str, style: _Style, width: float) -> list[tuple[str, _Style, float]]:
    """A paragraph as lines: text, style, and the points from the top of this line to the top of the next."""
    lines = wrapped(text, width * POINTS, style.size, style.weight)
    step = style.size * LEADING
    return [(line, style, step) for line in lines[:-1]] + [(lines[-1], style, step + style.after)]


def _height(lines: list[tuple[str, _Style, float]]) -> float:
    return sum(step for *_, step in lines) / POINTS


def _print(figure: Figure, lines: list[tuple[str, _Style, float]], top: float) -> None:
    """Print lines downwards from `top`, in inches from the lower edge of the figure."""
    across, up = figure.get_size_inches()
    for text, style, step in lines:
        baseline = top - style.size / POINTS
        figure.text(MARGIN / across, baseline / up, text, fontsize=style.size, color=style.colour, weight=style.weight)
        top -= step / POINTS


def _key_rows(key: tuple[KeyEntry, ...], width: float) -> list[list[tuple[float, KeyEntry]]]:
    """The entries of the key in rows, each with its left edge in points."""
    rows: list[list[tuple[float, KeyEntry]]] = []
    left = 0.0
    for entry in key:
        needed = _SYMBOL + width_of(entry.label, _KEY_SIZE) + 12
        if not rows or left + needed > width + 12:
            rows.append([])
            left = 0.0
        rows[-1].append((left, entry))
        left += needed
    return rows


def _draw_key(canvas: Canvas, rows: list[list[tuple[float, KeyEntry]]]) -> None:
    if not rows:
        return
    sheet = canvas.sheet()
    for n, row in enumerate(rows):
        middle = canvas.height * POINTS - (n + 0.5) * _KEY_ROW
        for left, entry in row:
            entry.draw(sheet, left + 8, middle)
            sheet.text(left + _SYMBOL, middle, entry.label, fontsize=_KEY_SIZE, va="center_baseline", color=INK)
