"""Quantities as sources word them: "more than 40" is the cell `>40`, "from 350 to 2,000" is `350..2000`.

A cell holds one quantity in the notation printed in METHODS.md. `parse` turns it into a `Quantity` with the bounds
that the wording implies, `str()` turns it back; the two are inverse on every valid cell. Counts of people are whole
numbers, so "more than 40" is at least 41; measures (metres, square kilometres, per cent, ratios) are continuous, so
the bound of "more than 40" is 40 and is not reached: `low_open` says so.
"About" and "nearly" have no bounds here. What they are worth is a parameter of an analysis, never of the ledger.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

# The conventional reading of words that name no figure, as inclusive whole-number bounds. Printed in METHODS.md.
LEXICON: dict[str, tuple[int, int]] = {
    "several": (3, 9),
    "dozens": (24, 99),
    "several_dozen": (36, 99),
    "three_digit": (100, 999),
    "hundreds": (200, 999),
    "several_hundred": (300, 999),
    "thousands": (2_000, 9_999),
    "several_thousand": (3_000, 9_999),
    "tens_of_thousands": (20_000, 99_999),
}

_SIGNS = {"~<": "nearly", "~": "about", ">=": "at_least", "<=": "up_to", ">": "more_than", "<": "less_than"}
_SIGN_OF = {qualifier: sign for sign, qualifier in _SIGNS.items()}
_JOINTS = {"..": "between", "|": "either"}
_JOINT_OF = {"between": "..", "either": "|", "about": "..", "at_least": ".."}
_MAY_SPAN = {"about", "at_least"}
_FIGURE = r"[0-9]+(?:\.[0-9]+)?"
_CELL = re.compile(rf"(?P<sign>~<|~|>=|<=|>|<)?(?P<first>{_FIGURE})(?:(?P<joint>\.\.|\|)(?P<second>{_FIGURE}))?")
_HELP = (
    "write the figure as the source words it, e.g. 23, >40, >=50, <=100, ~30, ~<100, 350..2000, 70000|80000 or dozens"
)


@dataclass(frozen=True)
class Quantity:
    """One quantity as worded.

    `qualifier` is a word of the vocabulary `qualifier`; `stated` holds the figures the wording names (none for a
    word such as "dozens", two for a span); `low` and `high` are the bounds it implies, None where it implies none;
    `low_open` and `high_open` are true where the bound itself is excluded.
    """

    qualifier: str
    stated: tuple[Decimal, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def __str__(self) -> str:
        """The cell that `parse` reads as this quantity."""
        if not self.stated:
            return self.qualifier
        return _SIGN_OF.get(self.qualifier, "") + _JOINT_OF.get(self.qualifier, "").join(map(_plain, self.stated))


def parse(cell: str, *, whole: bool = True) -> Quantity:
    """Read a quantity cell; `whole` for counts of people, False for measures.

    Raises:
        ValueError: the cell is not in the notation; the message says what to write instead.
    """
    return _parse(cell, whole)


@cache
def _parse(cell: str, whole: bool) -> Quantity:
    if cell in LEXICON:
        low, high = LEXICON[cell]
        return Quantity(cell, (), Decimal(low), Decimal(high))
    match = _CELL.fullmatch(cell)
    if match is None:
        raise ValueError(_why_unreadable(cell))
    figures = tuple(_figure(match[name], whole) for name in ("first", "second") if match[name])
    qualifier = _qualifier(match["sign"], match["joint"])
    if len(figures) == 2 and not figures[0] < figures[1]:
        raise ValueError("the lower figure must come first and the two must differ: write low..high")
    return _bounded(qualifier, figures, whole)


def _figure(text: str, whole: bool) -> Decimal:
    figure = Decimal(text)
    if _plain(figure) != text:
        raise ValueError(f"write the figure without leading or trailing zeros: {_plain(figure)}")
    if whole and figure != figure.to_integral_value():
        raise ValueError("a count of people is a whole number")
    return figure


def _qualifier(sign: str | None, joint: str | None) -> str:
    if sign is None:
        return _JOINTS[joint] if joint else "exact"
    qualifier = _SIGNS[sign]
    if joint == "|" or (joint == ".." and qualifier not in _MAY_SPAN):
        raise ValueError(f"'{sign}' cannot stand before two figures; only ~a..b and >=a..b can")
    return qualifier


def _bounded(qualifier: str, stated: tuple[Decimal, ...], whole: bool) -> Quantity:
    first, last = stated[0], stated[-1]
    if qualifier in ("exact", "between", "either"):
        return Quantity(qualifier, stated, first, last)
    if qualifier == "about":
        return Quantity(qualifier, stated)
    if qualifier == "at_least":
        return Quantity(qualifier, stated, low=first)
    if qualifier == "up_to":
        return Quantity(qualifier, stated, high=first)
    if qualifier == "more_than":
        return Quantity(qualifier, stated, low=first + 1 if whole else first, low_open=not whole)
    if whole and first == 0:
        raise ValueError("fewer than 0 people cannot be")
    return Quantity(qualifier, stated, high=first - 1 if whole else first, high_open=not whole)


def _why_unreadable(cell: str) -> str:
    if re.search(r"\d[\s,'  ]\d{3}", cell):
        return "write thousands without a separator, e.g. 1730"
    if re.fullmatch(r"\d+[-–—]\d+", cell):
        return "write a span with two dots, e.g. 350..2000"
    if cell.endswith("+"):
        return "write 'or more' as >=40, 'more than' as >40"
    return _HELP


def _plain(figure: Decimal) -> str:
    text = f"{figure:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
