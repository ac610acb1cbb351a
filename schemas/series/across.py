"""Rules that span the rows of series: keys, totals that only rise, disagreements, spells, and what anomalies name."""

from collections.abc import Callable, Iterable
from datetime import date

import pandas as pd

from schemas.columns import Column, columns_of
from schemas.fault import Fault
from schemas.frames import Frames, rows
from schemas.series import SERIES
from schemas.window import parse_date

_COLUMNS: dict[str, list[Column]] = {name: columns_of(model) for name, model in SERIES.items()}
_KEYS = {name: [column.name for column in columns if column.key] for name, columns in _COLUMNS.items()}
_TIMES = {"day", "date", "week"}
_TIME = {name: next(c.name for c in columns if c.key and c.kind in _TIMES) for name, columns in _COLUMNS.items()}
_TELL = "correct the figure, or tell in anomalies from when to when and why"


def keys_ascend(frames: Frames) -> Iterable[Fault]:
    """The rows of a series are in the order of its key, and no key stands twice."""
    for name, key in _KEYS.items():
        if not _has(frames, name, key):
            continue
        cells = frames[name][key].fillna("").astype("str")
        keys = list(cells.itertuples(index=False, name=None))
        for above, here, line in zip(keys, keys[1:], cells.index[1:], strict=False):
            if here <= above:
                says = "the key stands twice" if here == above else "out of order"
                do = f"keep one row for each {', '.join(key)}, in ascending order"
                yield Fault(name, int(line), _TIME[name], says, " ".join(here), do)


def totals_rise(frames: Frames) -> Iterable[Fault]:
    """A cumulative figure falls only where anomalies says why."""
    for name, columns in _COLUMNS.items():
        for column in (c for c in columns if c.cumulative):
            if not _has(frames, name, [_TIME[name], column.name]):
                continue
            figures = frames[name][[_TIME[name], column.name]].dropna()
            fallen = figures[column.name].diff() < 0
            for line, point, figure in figures[fallen.fillna(False)].itertuples(name=None):
                if not _told(frames, name, point, column.name):
                    yield Fault(name, line, column.name, "a cumulative figure falls", str(figure), _TELL)


def disagreements_are_told(frames: Frames) -> Iterable[Fault]:
    """A day on which transcriptions disagree stands in anomalies."""
    for name in _COLUMNS:
        for line, point, n, agree in rows(frames, name, _TIME[name], "n_transcriptions", "n_agree"):
            if agree < n and not _told(frames, name, point, kind="transcriptions_disagree"):
                do = "add the day to anomalies as transcriptions_disagree, with the figures that may be published"
                yield Fault(
                    name, line, "n_agree", "the transcriptions disagree, and anomalies does not tell", point, do
                )


def spells_are_apart(frames: Frames) -> Iterable[Fault]:
    """At one point of one mapper's maps one spell ends before the next begins."""
    for name in _COLUMNS:
        last: dict[tuple[str, str], str] = {}
        columns = ("mapper", "place_id", "first_seen", "last_seen")
        for line, mapper, place, begins, ends in rows(frames, name, *columns):
            if begins <= last.get((mapper, place), ""):
                says = f"begins before the spell above ends ({last[mapper, place]})"
                yield Fault(name, line, "first_seen", says, begins, "let one spell end before the next begins")
            last[mapper, place] = max(ends, last.get((mapper, place), ""))


def anomalies_are_found(frames: Frames) -> Iterable[Fault]:
    """What anomalies names is there: days within the series, and a part that is a column or stands in its key."""
    for line, name, begins, ends in rows(frames, "anomalies", "series", "from", "to"):
        if name in _TIME and _has(frames, name, [_TIME[name]]) and not _overlaps(frames[name], name, begins, ends):
            do = f"name days between the first and the last of {name}"
            yield Fault("anomalies", line, "from", f"{name} has no such days", begins, do)
    for line, name, part in rows(frames, "anomalies", "series", "part"):
        if (
            _has(frames, name, _KEYS.get(name, []))
            and part not in frames[name]
            and not _in_key(frames[name], name, part)
        ):
            do = f"name a column of {name}, or a word that stands in {', '.join(_KEYS[name])}"
            yield Fault("anomalies", line, "part", f"{name} has no such part", part, do)


RULES: tuple[Callable[[Frames], Iterable[Fault]], ...] = (
    keys_ascend,
    totals_rise,
    disagreements_are_told,
    spells_are_apart,
    anomalies_are_found,
)


def _has(frames: Frames, name: str, columns: list[str]) -> bool:
    return name in frames and set(columns) <= set(frames[name].columns)


def first_day(point: str) -> date:
    """The first day of a day, ISO week or month."""
    if "W" in point:
        return date.fromisocalendar(int(point[:4]), int(point[6:]), 1)
    return parse_date(point).start


def _told(frames: Frames, name: str, point: str, part: str = "", kind: str = "") -> bool:
    """Whether an anomaly of the series covers the point: of this kind if one is given, of this part or of all."""
    if not _has(frames, "anomalies", ["part"]):
        return True
    day, parts = str(first_day(point)), frames["anomalies"]["part"].fillna("")
    return any(
        series == name and begins <= day <= ends and kind in ("", word) and parts[line] in ("", part)
        for line, series, begins, ends, word in rows(frames, "anomalies", "series", "from", "to", "kind")
    )


def _overlaps(frame: pd.DataFrame, name: str, begins: str, ends: str) -> bool:
    points = frame[_TIME[name]].dropna()
    if points.empty:
        return False
    return begins <= _last_day(frame, points.max()) and ends >= str(first_day(points.min()))


def _last_day(frame: pd.DataFrame, point: str) -> str:
    """The last day of the last point, or of the last spell where the rows are spells."""
    if "last_seen" in frame:
        return str(frame["last_seen"].dropna().max())
    day = first_day(point)
    return str(date.fromordinal(day.toordinal() + 6) if "W" in point else parse_date(point).end)


def _in_key(frame: pd.DataFrame, name: str, part: str) -> bool:
    return any((frame[column] == part).any() for column in _KEYS[name])
