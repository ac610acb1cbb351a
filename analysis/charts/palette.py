"""Colours and shapes, one look a side, the same in every chart.

The hues are no flag's and name no winner: slate blue, amber, plum, grey. Each is at least 3:1 against the background
(text at least 4.5:1) and stays apart from the others under simulated deuteranopia and protanopia, which is computed in
`tests/test_charts.py`. A side is also told by its marker and by the dashes of its bars, never by colour alone.
"""

from dataclasses import dataclass

BACKGROUND = "#ffffff"
INK = "#202020"
MUTED = "#5a5a5a"
RULE = "#6b6b6b"
TINT = "#eef2f5"


@dataclass(frozen=True)
class Look:
    """How one side is drawn; `dashes` are on and off lengths of its bars in line widths, empty for a solid bar."""

    label: str
    colour: str
    marker: str
    dashes: tuple[float, ...] = ()


SIDES = {
    "UA": Look("Ukraine’s side", "#2a6f97", "o"),
    "RU": Look("Russia’s side", "#c1660c", "s", (1.2, 0.5)),
    "third_party": Look("third parties", "#3a2d4d", "D", (0.5, 0.5)),
    "unstated": Look("side not stated", "#8a8a8a", "p", (2.4, 0.5)),
}
