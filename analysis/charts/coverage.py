"""What the ledger covers: reported rows by month and by the claimant's side.

Small multiples on one scale, one a side: how many rows of the three reported tables (ground, people, proportions) fall
in each month. The month is that of the last day of the window claimed, else of the statement, else of publication
(`dates`). It tells of the collecting as much as of the war: an empty month is a month in which little was gathered.
"""

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analysis import published
from analysis.charts import dates, provenance, timeaxis, wording
from analysis.charts.canvas import POINTS, Canvas
from analysis.charts.chart import Chart
from analysis.charts.palette import INK, MUTED, SIDES, Look

NAME = "coverage"
_TABLES = ("reported_advances", "reported_casualties", "reported_proportions")
_HEADING, _PANEL, _GAP, _AXIS, _LEFT = 0.22, 0.85, 0.12, 0.36, 0.34


@dataclass(frozen=True)
class _Data:
    """The active reports, each with `side` (unstated where nobody is named), and `on`, `on_basis`, `month` if known."""

    reports: pd.DataFrame

    @cached_property
    def dated(self) -> pd.DataFrame:
        """The reports that can be placed."""
        return self.reports[self.reports["on"].notna()]

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Rows by side and month: months without a gap, sides in the order of the palette."""
        months = dates.months(self.dated["on"].min(), self.dated["on"].max())
        table = pd.crosstab(self.dated["side"], self.dated["month"])
        return table.reindex(index=[side for side in SIDES if side in table.index], columns=months, fill_value=0)


def chart(folder: Path, options: dict[str, Any]) -> Chart:
    """The chart of all reported rows; it has no options."""
    data = _Data(_reports(folder))
    return Chart(
        name=NAME,
        title=_title(data),
        subtitle=_subtitle(data),
        alt=_alt(data),
        notes=tuple(_notes(data)),
        rows=_rows(data),
        provenance=provenance.of_reports(data.dated),
        height=lambda width: len(data.counts) * (_HEADING + _PANEL + _GAP) + _AXIS - _GAP,
        draw=partial(_draw, data.counts),
    )


def _reports(folder: Path) -> pd.DataFrame:
    tables = {name: published.load(name, folder) for name in _TABLES}
    rows = pd.concat(tables, names=["table", None]).reset_index(level="table").reset_index(drop=True)
    rows = rows[rows["status"] == "active"]
    placed = rows.join(dates.placed(rows))
    return placed.assign(
        side=placed["stated_by_side"].fillna("unstated"), month=placed["on"].dt.to_period("M").dt.start_time
    )


def _title(data: _Data) -> str:
    sides = data.dated["side"].value_counts().drop("unstated", errors="ignore")
    first, *others = [(wording.number(n), SIDES[side].label) for side, n in sides.items()]
    told = [f"{first[0]} rows report claims by {first[1]}"] + [f"{n} by {label}" for n, label in others]
    months = data.counts.sum()
    share = round(100 * months.max() / months.sum())
    return f"{wording.listed(told)}; {share}% of all tell of {wording.month(f'{months.idxmax():%Y-%m}')}"


def _subtitle(data: _Data) -> str:
    first, last = (wording.month(f"{data.counts.columns[n]:%Y-%m}") for n in (0, -1))
    claims, sources = (data.dated[name].nunique() for name in ("claim_id", "source_id"))
    return (
        f"Reported rows (one claim as one source reports it) by month claimed, {first} to {last}: "
        f"{wording.counted(claims, 'claim')} in {wording.counted(sources, 'source')}. "
        "What was gathered, not what happened."
    )


def _alt(data: _Data) -> str:
    told = [f"{SIDES[side].label}: {_tally(row)}" for side, row in data.counts.iterrows()]
    return f"Bar charts of reported rows by month, one a side of the claimant, on one scale. {'; '.join(told)}."


def _tally(row: pd.Series) -> str:
    busiest = wording.month(f"{row.idxmax():%Y-%m}")
    return f"{wording.counted(row.sum(), 'row')}, most in {busiest} ({wording.number(row.max())})"


def _notes(data: _Data) -> list[str]:
    bases = data.dated["on_basis"].value_counts()
    told = ", ".join(f"{basis} {wording.number(bases[basis])}" for basis in dates.BASES if basis in bases)
    notes = [f"Month of the last day of the window claimed, else of the statement, else of publication ({told})."]
    undated = int(data.reports["on"].isna().sum())
    if undated:
        notes.append(f"{wording.counted(undated, 'row')} without any date not drawn.")
    nobody = int(data.dated["stated_by_side"].isna().sum())
    if nobody:
        notes.append(f"Of the rows under “{SIDES['unstated'].label}”, {wording.number(nobody)} name no claimant.")
    return notes


def _rows(data: _Data) -> pd.DataFrame:
    """One row a report, with the month and side under which it is counted."""
    rows = data.dated.assign(month=data.dated["month"].dt.strftime("%Y-%m"))
    return rows[["month", "side", "on_basis", "table", "report_id", "claim_id", "source_id"]]


def _draw(counts: pd.DataFrame, canvas: Canvas) -> None:
    width = canvas.width - _LEFT
    highest = counts.to_numpy().max()
    sheet = canvas.sheet()
    top = canvas.height
    for n, (side, row) in enumerate(counts.iterrows(), start=1):
        sheet.text(0, top * POINTS - 9, wording.capital(SIDES[side].label), fontsize=8.5, weight="bold", color=INK)
        top -= _HEADING + _PANEL
        axes = canvas.axes(_LEFT, top, width, _PANEL)
        _draw_bars(axes, row, SIDES[side], highest)
        timeaxis.by_month(axes, counts.columns, width, labelled=n == len(counts))
        top -= _GAP


def _draw_bars(axes: Axes, row: pd.Series, look: Look, highest: float) -> None:
    starts = date2num(row.index.to_numpy())
    days = row.index.days_in_month
    axes.bar(starts + days / 2, row.to_numpy(), width=days * 0.8, color=look.colour)
    axes.set_ylim(0, highest * 1.15)
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: wording.number(value)))
    place = row.argmax()
    axes.text(starts[place] + days[place] / 2, row.iloc[place] + highest * 0.03, wording.number(row.iloc[place]),
              ha="center", fontsize=7.6, color=MUTED)  # fmt: skip
