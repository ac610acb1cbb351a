"""The claims behind the chart of advances: which count, and what their sources print of each.

A claim counts if every place that its reports name lies in the area. Of its reports count those that say forces
advance, as a fact and not as a plan, with the claimant's own figure. It becomes a mark in each panel for which they
print a figure: `depth`, `width`, `area`, or `area_total` where the figure adds up since a start or over more than
`longest_days` (cumulative and single figures never share an axis); without any, one mark in `none`. A distance that
is neither depth nor width ("1,200 m left to the centre") is no measure of an advance and makes no mark.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.charts import bounds, dates, wording
from analysis.charts.around import Area
from analysis.charts.bounds import Bound

NO_FIGURE = "none"
_COLUMNS = {"depth": "depth_m", "width": "frontage_m", "area": "area_km2"}
_FIRM = ("asserted", "likely", "preliminary")


@dataclass(frozen=True, eq=False)
class Mark:
    """One claim in one panel: its reports, and the different quantities that they print."""

    panel: str
    reports: pd.DataFrame
    printed: tuple[Bound, ...] = ()

    @cached_property
    def first(self) -> pd.Series:
        """The report that tells the day: by its window if any tells one, the earliest of those."""
        return self.reports.iloc[0]

    @property
    def side(self) -> str:
        """Whose forces advance."""
        return self.first["moving_side"]

    @property
    def claimant(self) -> str:
        """Who claims it."""
        return "claimant not named" if pd.isna(self.first["stated_by_name"]) else self.first["stated_by_name"]

    @property
    def day(self) -> str:
        """The day as an EDTF date, no more precise than it is known."""
        known = {"statement": self.first["stated_on"], "publication": self.first["published_on"]}
        return known.get(self.first["on_basis"], f"{self.first['on']:%Y-%m-%d}")

    @property
    def is_own(self) -> bool:
        """Whether the claimant belongs to that side."""
        return self.first["stated_by_side"] == self.side

    @cached_property
    def figures(self) -> list[float]:
        """Every figure that a source prints, or that a word such as "hundreds" implies."""
        return [figure for bound in self.printed for figure in bound.stated or (bound.low, bound.high)]


@dataclass(frozen=True)
class Found:
    """The marks by day, and how many claims with a figure were left out, by reason."""

    marks: list[Mark]
    left_out: Counter[str]


def found(advances: pd.DataFrame, area: Area, longest_days: int) -> Found:
    """The claims of an advance in the area; `advances` is the published table of reports."""
    reports = _reports_in(advances, area)
    why = _why_not(reports)
    figured = reports[reports[list(_COLUMNS.values())].notna().any(axis="columns") & (why != "")]
    left_out = Counter(figured.groupby(why)["claim_id"].nunique().to_dict())
    marks = []
    for mark in _marks(reports[why == ""], longest_days):
        if reason := _why_not_drawn(mark, longest_days):
            left_out[reason] += 1
        else:
            marks.append(mark)
    return Found(sorted(marks, key=lambda mark: (mark.first["on"], mark.first["claim_id"])), left_out)


def _reports_in(advances: pd.DataFrame, area: Area) -> pd.DataFrame:
    """The active reports of claims all of whose places lie in the area, each claim's best dated report first."""
    named = advances["place_ids"].dropna().str.split(" ").explode()
    is_inside = named.isin(area.place_ids).groupby(advances["claim_id"].reindex(named.index)).all()
    rows = advances[(advances["status"] == "active") & advances["claim_id"].isin(is_inside.index[is_inside])]
    rows = rows.join(dates.placed(rows))
    rank = rows["on_basis"].map(dates.BASES.index, na_action="ignore")
    return rows.assign(rank=rank).sort_values(["claim_id", "rank", "on", "report_id"]).drop(columns="rank")


def _why_not(reports: pd.DataFrame) -> pd.Series:
    """For each report the reason why it does not count, blank where it does."""
    why = pd.Series("", index=reports.index)
    why[reports["arithmetic"] != "claimant"] = "worked out by the outlet"
    why[~reports["modality"].isin(_FIRM)] = "planned or conditional"
    why[reports["movement"] != "advance"] = "of ground left, held or fought over"
    return why


def _why_not_drawn(mark: Mark, longest_days: int) -> str:
    if mark.panel in ("depth_total", "width_total"):
        return f"of a depth or width reached over more than {longest_days} days"
    return "without any date" if pd.isna(mark.first["on"]) else ""


def _marks(reports: pd.DataFrame, longest_days: int) -> Iterable[Mark]:
    for _, rows in reports.groupby("claim_id"):
        days = (rows["window_end"] - rows["window_start"]).dt.days
        is_total = (rows["accumulation"] == "running_total").any() or (days > longest_days).any()
        printed = {panel: _different(rows, column) for panel, column in _COLUMNS.items()}
        for panel, quantities in printed.items():
            if quantities:
                yield Mark(f"{panel}_total" if is_total else panel, rows, quantities)
        if not any(printed.values()):
            yield Mark(NO_FIGURE, rows)


def _different(reports: pd.DataFrame, column: str) -> tuple[Bound, ...]:
    return tuple(dict.fromkeys(bound for bound in bounds.bounds_of(reports, column) if bound))


def rows_of(marks: list[Mark]) -> pd.DataFrame:
    """The marks as plotted rows, one a claim and panel."""
    return pd.DataFrame([_row(mark) for mark in marks]).sort_values(["panel", "on", "claim_id"], ignore_index=True)


def _row(mark: Mark) -> dict[str, object]:
    first, reports = mark.first, mark.reports
    return {
        "panel": mark.panel,
        "claim_id": first["claim_id"],
        "claim_title": first["claim_title"],
        "on": mark.day,
        "on_basis": first["on_basis"],
        "moving_side": mark.side,
        "claimant": first["stated_by_name"],
        "claimant_side": first["stated_by_side"],
        "printed": " / ".join(wording.quantity(bound.qualifier, bound.stated) for bound in mark.printed),
        "lowest": min(mark.figures, default=None),
        "highest": max(mark.figures, default=None),
        "n_sources": reports["source_id"].nunique(),
        "source_ids": " ".join(sorted(reports["source_id"].unique())),
        "report_ids": " ".join(sorted(reports["report_id"])),
    }
