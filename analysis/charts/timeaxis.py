"""A time axis by months, with English names whatever the locale."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num

from analysis.charts.canvas import POINTS
from analysis.charts.wording import MONTHS

# A label such as "May" needs this many points to stand clear of the next.
_NEEDED = 24


def by_month(axes: Axes, months: pd.DatetimeIndex, width: float, *, labelled: bool = True) -> None:
    """Set a time axis that spans `months` (first days, without a gap); `width` of the axes in inches."""
    ends = months.union([months[-1] + pd.offsets.MonthBegin()])
    axes.set_xlim(*date2num(ends[[0, -1]].to_numpy()))
    every = next(step for step in (1, 2, 3, 6, 12, 24) if width * POINTS / len(months) * step >= _NEEDED)
    ticks = months[(months.month - 1) % every == 0]
    axes.set_xticks(date2num(ticks.to_numpy()), _labels(ticks) if labelled else [""] * len(ticks), ha="left")
    axes.tick_params(axis="x", length=3, pad=2)


def _labels(ticks: pd.DatetimeIndex) -> list[str]:
    """Short names of months, with the year under the first of each year."""
    names = [MONTHS[tick.month - 1][:3] for tick in ticks]
    is_first = ~ticks.year.duplicated()
    return [f"{name}\n{tick.year}" if first else name for name, tick, first in zip(names, ticks, is_first, strict=True)]
