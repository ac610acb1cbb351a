"""Delays: from event and from statement to publication, and from death to name. Days; medians and quartiles with n.

A page counts once for one day of an event, and once for one statement. Only days that pages give enter: one worked out
from the day of publication would make its own delay.
"""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from analysis.evidence.book import Book, Row, rows_of
from schemas.derived import DERIVED, names_of
from schemas.vocabulary import BESIDE
from schemas.window import parse_date, parse_window

_DATED = frozenset({"page", "url"})
_WORKED_OUT = frozenset({"from_publication", "unknown"})
_QUARTILES = {"days_least": 0.0, "days_q1": 0.25, "days_median": 0.5, "days_q3": 0.75, "days_most": 1.0}


def delays(book: Book, least_n: int) -> pd.DataFrame:
    """One row a delay for all pages that give both days, and each side and language of which `least_n` do."""
    rows = []
    for delay, found in (("event_to_publication", _from_event(book)), ("statement_to_publication", _from_said(book))):
        frame = pd.DataFrame(found, columns=["source_id", "day", "days"]).drop_duplicates()
        frame["publisher_side"] = frame["source_id"].map(lambda s: book.side(book.sources[s]["publisher_id"]))
        frame["language"] = frame["source_id"].map(lambda s: book.sources[s]["language"])
        for by, group, part in _groups(frame, least_n):
            row_id = "-".join(filter(None, (delay, by, group))).replace("_", "-").lower()
            rows.append({"delay_id": row_id, "delay": delay, "by": by, "group": group} | _spread(part, least_n))
    return pd.DataFrame(rows, columns=names_of(DERIVED["delays"].columns))


def _groups(frame: pd.DataFrame, least_n: int) -> Iterator[tuple[str, str | None, pd.DataFrame]]:
    """All pages, then each group in which enough of them give their days."""
    yield "all", None, frame
    for by in ("publisher_side", "language"):
        for group, part in frame.groupby(by, sort=True):
            if part["days"].count() >= least_n:
                yield by, group, part


def _spread(part: pd.DataFrame, least_n: int) -> Row:
    """n, those left out and the quartiles; every quartile is None below `least_n`."""
    days = part["days"].dropna()
    row = {"n": len(days), "n_left_out": int(part["days"].isna().sum()), "n_before": int((days < 0).sum())}
    enough = len(days) >= max(least_n, 1)
    return row | {name: float(days.quantile(at)) if enough else None for name, at in _QUARTILES.items()}


def _from_event(book: Book) -> list[tuple]:
    """Page, day of the event and days; an event's day is a window of one day that the page gives."""
    found = []
    for claim in sorted(book.reports):
        for row in book.entering(claim):
            window = parse_window(row["window"]) if row["window"] else None
            is_day = window and window.start == window.end and row["window_basis"] not in _WORKED_OUT
            day = window.start if is_day else None
            found.append((row["source_id"], str(day or claim), _days(day, book.sources[row["source_id"]])))
    return found


def _from_said(book: Book) -> list[tuple]:
    """Page, statement and days; the day of a statement has to come from a page, and not be that of publication."""
    found = []
    for claim in sorted(book.reports):
        said = book.statement_of(claim)
        day = _whole_day(said["stated_on"]) if said["stated_on_basis"] == "page" else None
        for row in book.entering(claim):
            found.append((row["source_id"], said["statement_id"], _days(day, book.sources[row["source_id"]])))
    return found


def _days(day: date | None, source: Row) -> int | None:
    published = _whole_day(source["published_on"]) if source["published_on_basis"] in _DATED else None
    return (published - day).days if day and published else None


def _whole_day(cell: str | None) -> date | None:
    read = parse_date(cell) if cell else None
    return read.start if read and read.start == read.end else None


def death_to_name(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a year of death and list of the end of that or a later year: the share of those now known that it had."""
    rows = []
    weeks = rows_of(frames["named_dead"]) if "named_dead" in frames else []
    lists = {int(name[-4:]): name for name in BESIDE if name.startswith("named_end_")}
    for year in sorted({int(week["iso_week"][:4]) for week in weeks}):
        died = [week for week in weeks if int(week["iso_week"][:4]) == year]
        now = sum(week["named_now"] for week in died)
        for ends, name in lists.items():
            if ends >= year:
                rows.append(_named_by(year, ends, name, sum(week[name] or 0 for week in died), now))
    return pd.DataFrame(rows, columns=names_of(DERIVED["death_to_name"].columns))


def _named_by(year: int, ends: int, name: str, then: int, now: int) -> Row:
    return {
        "naming_id": f"{year}-{name.replace('_', '-')}",
        "year_of_death": year,
        "list": name,
        "list_on": date(ends, 12, 31),
        "years_later": ends - year,
        "n_named": then,
        "n_named_now": now,
        "share_of_named_now": round(then / now, 3) if now else None,
    }
