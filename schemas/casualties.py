"""`casualties`: one row is a claim about people, as one source reports it."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.report import Circumstances, ReportKey
from schemas.rules import filled, row_rule
from schemas.window import parse_window


class PeopleFigures(ReportKey):
    """Whose people, what happened to them, and how many. Nobody is named."""

    affected_side: Series[str] = c.word("affected_side", "Whose people are said to be affected.")
    affected_kind: Series[str] = c.word("affected_kind", "Soldiers or civilians.")
    affected_group_id: Series[str] = c.ref("actors", "The unit or group they belong to; never a person.")
    category: Series[str] = c.word("category", "What is said to have happened to them, as the source prints it.")
    count: Series[str] = c.count("How many; blank where the source gives no figure.")
    accumulation: Series[str] = c.word("accumulation", "Over what the figure adds up.")
    is_further: Series[pd.BooleanDtype] = c.flag("True where the source says 'another' or 'a further'.")


class Casualties(Circumstances, PeopleFigures):
    """Claims about people killed, wounded, captured or missing."""

    @row_rule(
        "window",
        "accumulation",
        says="the figure of one day has a window longer than two days",
        do="give the day, or set accumulation to period or a rate",
    )
    def a_day_is_a_day(cls, df: pd.DataFrame) -> Series[bool]:
        # Reports of 'the past day' run from morning to morning, so two calendar days may stand.
        return (df["accumulation"] != "day") | ~filled(df["window"]) | df["window"].map(_days, na_action="ignore").le(2)

    @row_rule("is_further", "count", says="'a further' needs a figure", do="give the count, or leave is_further blank")
    def further_has_a_figure(cls, df: pd.DataFrame) -> Series[bool]:
        return ~df["is_further"].fillna(False).astype(bool) | filled(df["count"])


def _days(cell: str) -> float:
    span = parse_window(cell)
    if span.start is None or span.end is None:
        return float("inf")
    return (span.end - span.start).days + 1
