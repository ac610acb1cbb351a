"""Where a chart comes from, computed from the rows that are drawn: never typed by hand."""

from dataclasses import dataclass

import pandas as pd

from analysis.charts.wording import counted, listed

# More names than this do not fit under a chart; the register has them.
FEW = 8


@dataclass(frozen=True)
class Provenance:
    """The source line under a chart, and the ids behind it; `series` names the series drawn, where there are any."""

    line: str
    claim_ids: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    series: tuple[str, ...] = ()


def of_reports(reports: pd.DataFrame) -> Provenance:
    """The provenance of reported rows (published columns): who claimed, and who carried it."""
    line = f"Source: claims by {_claimants(reports)}, as carried by {_sources(reports)}."
    return Provenance(line, *(tuple(sorted(reports[name].unique())) for name in ("claim_id", "source_id")))


def _claimants(reports: pd.DataFrame) -> str:
    names = sorted(reports["stated_by_name"].dropna().unique())
    if len(names) > FEW:
        names = [f"{counted(len(names), 'claimant')} (see data/published/actors.csv)"]
    unnamed = reports.loc[reports["stated_by_name"].isna(), "claim_id"].nunique()
    return listed(names + ([f"nobody named ({counted(unnamed, 'claim')})"] if unnamed else []))


def _sources(reports: pd.DataFrame) -> str:
    sources = reports.drop_duplicates("source_id")
    if len(sources) > FEW:
        return f"{counted(len(sources), 'source')} (see data/published/sources.csv)"
    return listed(sorted(sources["publisher_name"].unique()))
