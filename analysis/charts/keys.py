"""Entries for keys: the sides that a chart shows, and the signs for quantities on a scale that runs to the right."""

from collections.abc import Iterable, Iterator

from matplotlib.axes import Axes

from analysis.charts import bounds
from analysis.charts.bounds import Bound, Shape
from analysis.charts.chart import KeyEntry
from analysis.charts.palette import INK, MUTED, SIDES, Look

_PLAIN = Look("", MUTED, "o")
_HALF = 5


def sides(present: Iterable[str], suffix: str = "") -> Iterator[KeyEntry]:
    """An entry for each side that is present, in the order of the palette."""
    shown = set(present)
    for side, look in SIDES.items():
        if side in shown:
            yield KeyEntry(look.label + suffix, lambda axes, x, y, look=look: marker(axes, x, y, look))


def signs(drawn: Iterable[Bound]) -> Iterator[KeyEntry]:
    """An entry for each sign that stands for one of the quantities drawn."""
    used = {_kind(bounds.shape_of(bound)) for bound in drawn}
    for kind, label, qualifier in _SIGNS:
        if kind in used:
            yield KeyEntry(label, lambda axes, x, y, qualifier=qualifier: _sign(axes, x, y, qualifier))


def marker(axes: Axes, x: float, y: float, look: Look) -> None:
    """The marker of a side."""
    axes.plot([x], [y], marker=look.marker, markersize=bounds.DOT, color=look.colour, linestyle="none", clip_on=False)


def ring(axes: Axes, x: float, y: float) -> None:
    """A ring around a mark."""
    axes.plot([x], [y], marker="o", markersize=11, markerfacecolor="none", markeredgecolor=INK, markeredgewidth=0.9,
              linestyle="none", clip_on=False, zorder=4)  # fmt: skip


_SIGNS = (
    ("dot", "the figure", "exact"),
    ("up", "more than, at least", "at_least"),
    ("down", "up to, less than", "up_to"),
    ("bar", "from … to", "between"),
    ("hollow", "about, nearly", "about"),
)


def _kind(shape: Shape) -> str:
    if shape.arrow:
        return "up" if shape.arrow > 0 else "down"
    if shape.hollow:
        return "hollow"
    return "bar" if shape.bar else "dot"


def _sign(axes: Axes, x: float, y: float, qualifier: str) -> None:
    low, high = x - _HALF, x + _HALF
    stated = {"at_least": (low,), "up_to": (high,), "between": (low, high)}.get(qualifier, (x,))
    bounds.draw(axes, y, Bound(qualifier, stated, low, high), _PLAIN, across=True)
