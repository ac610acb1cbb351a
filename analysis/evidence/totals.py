"""A running total by day as bounds, and its increments: a figure on which transcriptions differ is an interval."""

from bisect import bisect_left
from datetime import date

from analysis.evidence.book import Row

Bounds = tuple[float, float]
_TRANSCRIBED = ("personnel_petroivaniuk", "personnel_orc_losses", "reconciled")


class Totals:
    """The running total by day, as bounds: what transcriptions have, or what lies between the days around."""

    def __init__(self, rows: list[Row]) -> None:
        self.told = {date.fromisoformat(row["date"]): row for row in rows}
        self.known = {day: _transcribed(row) for day, row in self.told.items() if row["reconciled"] is not None}
        self.days = sorted(self.known)

    def on(self, day: date) -> Bounds | None:
        """Least and most the total of a day can be; None before the first and after the last known day."""
        if day in self.known:
            return self.known[day]
        at = bisect_left(self.days, day)
        return (self.known[self.days[at - 1]][0], self.known[self.days[at]][1]) if 0 < at < len(self.days) else None

    def increment(self, before: date, last: date) -> Row:
        """Growth after one day and up to another, with a note on days that are not plain."""
        first, end = self.on(before), self.on(last)
        note = "; ".join(filter(None, (self._note(day) for day in (before, last)))) or None
        low, high = (end[0] - first[1], end[1] - first[0]) if first and end else (None, None)
        return {"increment_low": low, "increment_high": high, "increment_note": note}

    def _note(self, day: date) -> str:
        if self.on(day) is None:
            return f"{day}: no total, and none on one side of it; left blank"
        if day not in self.known:
            return f"{day}: no total on which two agree; bounded by the days around"
        low, high = self.known[day]
        return f"{day}: transcriptions have {low} and {high}; both count" if low < high else ""


def _transcribed(row: Row) -> Bounds:
    figures = [row[name] for name in _TRANSCRIBED if row[name] is not None]
    return min(figures), max(figures)
