"""The body of a chart, measured in inches, and text measured before it is drawn.

Layout by numbers rather than by matplotlib's solvers: it is faster, and the same everywhere.
"""

from dataclasses import dataclass
from functools import cache

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

POINTS = 72
LEADING = 1.32


@dataclass(frozen=True)
class Canvas:
    """A rectangle of a figure, in inches from its lower left corner, in which a chart draws its axes."""

    figure: Figure
    left: float
    bottom: float
    width: float
    height: float

    def axes(self, left: float, bottom: float, width: float, height: float, **more: object) -> Axes:
        """Axes at a place of the canvas, in inches from its lower left corner."""
        across, up = self.figure.get_size_inches()
        box = [(self.left + left) / across, (self.bottom + bottom) / up, width / across, height / up]
        return self.figure.add_axes(box, **more)

    def sheet(self) -> Axes:
        """Invisible axes over the whole canvas whose units are points, for tables and keys."""
        sheet = self.axes(0, 0, self.width, self.height, xlim=(0, self.width * POINTS), ylim=(0, self.height * POINTS))
        sheet.axis("off")
        return sheet


def width_of(text: str, size: float, weight: str = "normal") -> float:
    """Width of a line of text in points, word by word: words come again and again, whole lines do not."""
    words = text.split(" ")
    return size * (sum(_width(word, weight) for word in words) + (len(words) - 1) * _width(" ", weight))


@cache
def _width(word: str, weight: str) -> float:
    """Width of a word in units of the size of its letters."""
    font = FontProperties(family="DejaVu Sans", size=1, weight=weight)
    return text_to_path.get_text_width_height_descent(word, font, ismath=False)[0]


def wrapped(text: str, width: float, size: float, weight: str = "normal") -> list[str]:
    """The lines of a text that fits `width` points; a word that is longer than a line stays whole."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
