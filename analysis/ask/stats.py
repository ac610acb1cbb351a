"""`claims stats`: how much the ledger holds, and what is missing."""

import argparse
import json
from collections import Counter
from datetime import date, timedelta
from statistics import median
from typing import Any

import pandas as pd

from analysis import published
from analysis.ask import book
from analysis.ask.page import Page, terminal_width
from analysis.charts import wording
from analysis.report import words
from analysis.report.rows import REPORTED

# The span that the ledger is to cover: ISO weeks that begin or end in it.
FIRST, LAST = date(2022, 8, 1), date(2023, 12, 31)
_SPELLED_OUT = ("_low", "_high", "_qualifier", "_stated", "_start", "_end", "_name", "_names")
_SIDES = ("UA", "RU")
_TABLES = (
    "sources", "actors", "places", "events", "statements", "claims", *REPORTED, "relations", "corrections", "coverage",
)  # fmt: skip


def stats() -> dict[str, Any]:
    """The counts, as plain values."""
    frames = {name: published.load(name) for name in _TABLES}
    reports = pd.concat([frames[name] for name in REPORTED], ignore_index=True)
    statements = frames["statements"]
    per_statement = reports.groupby("statement_id")["source_id"].nunique()
    return {
        "version": str(published.package()["version"]),
        "rows": {name: len(frame) for name, frame in frames.items()},
        "reported_rows": len(reports),
        "claimants_by_side": _claimants(statements),
        "statements_by_side": _counted(statements["claimant_side"].fillna("no claimant named")),
        "pages_per_statement": _pages(per_statement),
        "reported_rows_by_entry_status": _counted(reports["entry_status"]),
        "blanks": {name: _blanks(frame) for name, frame in frames.items()},
        "weeks": {side: _weeks(statements, frames["coverage"], side) for side in _SIDES},
    }


def _claimants(statements: pd.DataFrame) -> dict[str, int]:
    return _counted(statements.dropna(subset="claimant_id").drop_duplicates("claimant_id")["claimant_side"])


def _counted(cells: pd.Series) -> dict[str, int]:
    counts = Counter(cells.tolist())
    return {str(word): n for word, n in sorted(counts.items(), key=lambda one: (-one[1], str(one[0])))}


def _pages(per_statement: pd.Series) -> dict[str, Any]:
    counts = per_statement.tolist()
    return {
        "median": median(counts) if counts else 0,
        "most": max(counts, default=0),
        "statements_by_pages": {str(n): times for n, times in sorted(Counter(counts).items())},
    }


def _blanks(frame: pd.DataFrame) -> dict[str, int]:
    """Columns with a blank cell, and how many they have; those that spell out another are left out."""
    missing = frame.drop(columns=[name for name in frame if str(name).endswith(_SPELLED_OUT)]).isna().sum()
    return {str(name): int(n) for name, n in missing.items() if n}


def _weeks(statements: pd.DataFrame, coverage: pd.DataFrame, side: str) -> dict[str, Any]:
    """The weeks of the span in which no statement of this side is dated to a day, nor told of in `coverage`."""
    days = statements.loc[statements["claimant_side"] == side, "stated_on"].dropna().str.rstrip("~?%")
    there = {iso_week(date.fromisoformat(day)) for day in days[days.str.len() == 10]}
    searched = set(coverage.loc[coverage["side"] == side, "week"])
    span = weeks(FIRST, LAST)
    without = [week for week in span if week not in there | searched]
    return {"in_span": len(span), "without_statement_or_coverage": without}


def iso_week(day: date) -> str:
    """The ISO week of a day: 2023-05-21 -> "2023-W20"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def weeks(first: date, last: date) -> list[str]:
    """The ISO weeks from that of the first day to that of the last."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return list(dict.fromkeys(map(iso_week, days)))


def report(found: dict[str, Any], width: int) -> str:
    """The counts as text."""
    page = Page(width)
    page.title(f"The ledger, version {found['version']}")
    page.text(
        f"{wording.counted(found['reported_rows'], 'reported row')}. One row is one claim as one page reports it."
    )
    _list(page, "Rows", found["rows"])
    for title, part in (
        ("Claimants by side", "claimants_by_side"),
        ("Statements by side", "statements_by_side"),
        ("Reported rows by entry status", "reported_rows_by_entry_status"),
    ):
        _list(page, title, {words.term(word): n for word, n in found[part].items()})
    pages = found["pages_per_statement"]
    page.heading("Pages per statement")
    page.text(f"Median {pages['median']:g}, most {pages['most']}. Pages: statements.", 2)
    page.text(", ".join(f"{n}: {times}" for n, times in pages["statements_by_pages"].items()), 2)
    page.heading("Blank cells (not stated, or not applicable)")
    for name, blanks in found["blanks"].items():
        told = ", ".join(f"{column} {wording.number(n)}" for column, n in blanks.items()) or "none"
        page.item(f"{name} ({wording.counted(found['rows'][name], 'row')}): {told}")
    for side, told in found["weeks"].items():
        missing = told["without_statement_or_coverage"]
        page.heading(f"Weeks of {words.term(side)} without a statement of known day or a coverage row")
        page.text(f"{len(missing)} of {told['in_span']} weeks from August 2022 to December 2023.", 2)
        page.text(", ".join(missing), 2)
    return str(page)


def _list(page: Page, title: str, counts: dict[str, int]) -> None:
    page.heading(title)
    longest = max(map(len, counts))
    for name, n in counts.items():
        page.text(f"{name.ljust(longest)}  {wording.number(n):>7}", 2)


def main(argv: list[str]) -> int:
    """Print the counts."""
    parser = argparse.ArgumentParser(prog="claims stats", description="How much there is, and what is missing.")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    asked = parser.parse_args(argv)
    try:
        found = stats()
    except (OSError, ValueError) as problem:
        return book.refuse("stats", problem)
    if asked.format == "json":
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print(report(found, terminal_width()), end="")
    return 0
