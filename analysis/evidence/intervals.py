"""What a figure as worded may be at least and at most, so that two can be compared.

The bounds that the wording implies come from `schemas/quantity.py`; what "about" and "nearly" are worth is a
parameter. A bound may be open (excluded) or absent.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from schemas import quantity


@dataclass(frozen=True)
class Worth:
    """What hedges are worth in per cent: "about" is the figure give or take, "nearly" from a share of it on."""

    about_pct: Decimal
    nearly_from_pct: Decimal

    @classmethod
    def of(cls, params: dict[str, float]) -> "Worth":
        """Read the section `evidence` of params.yaml."""
        return cls(Decimal(str(params["about_pct"])), Decimal(str(params["nearly_from_pct"])))


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`; None is no bound, and an open bound is itself excluded."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def __str__(self) -> str:
        """`41..`, `..100`, `above 40`, `36..44`."""
        if self.low is not None and self.low == self.high:
            return f"{_plain(self.low)}"
        low = "" if self.low is None else ("above " if self.low_open else "") + _plain(self.low)
        high = "" if self.high is None else ("below " if self.high_open else "") + _plain(self.high)
        return f"{low}..{high}"


def of(cell: str, worth: Worth, *, whole: bool) -> Interval:
    """The interval of a quantity cell; `whole` for counts of people."""
    read = quantity.parse(cell, whole=whole)
    if read.qualifier == "about":
        share = worth.about_pct / 100
        return Interval(read.stated[0] * (1 - share), read.stated[-1] * (1 + share))
    if read.qualifier == "nearly":
        low = read.stated[0] * worth.nearly_from_pct / 100
        return Interval(low, read.high, high_open=read.high_open)
    return Interval(read.low, read.high, read.low_open, read.high_open)


def floor(interval: Interval) -> Interval:
    """The same without an upper bound: a count of those known by name is at least that."""
    return replace(interval, high=None, high_open=False)


def is_below(one: Interval, other: Interval) -> bool:
    """Whether all of `one` lies below all of `other`."""
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


def are_disjoint(one: Interval, other: Interval) -> bool:
    """Whether the two have no figure in common."""
    return is_below(one, other) or is_below(other, one)


def hull(intervals: Iterable[Interval]) -> Interval:
    """The smallest interval that holds all; for what several printed values may be."""
    listed = list(intervals)
    low = None if any(i.low is None for i in listed) else min(listed, key=lambda i: (i.low, i.low_open))
    high = None if any(i.high is None for i in listed) else max(listed, key=lambda i: (i.high, not i.high_open))
    return Interval(low and low.low, high and high.high, bool(low and low.low_open), bool(high and high.high_open))


def _plain(figure: Decimal) -> str:
    return f"{figure.normalize():f}"
