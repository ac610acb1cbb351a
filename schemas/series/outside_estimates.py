"""`outside_estimates`: one row is one dated estimate of one body about one side."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import filled, row_rule
from schemas.series import bounds
from schemas.table import Table

_FIGURES = ("low", "estimate", "high")


class OutsideEstimates(Table):
    """Totals since the start of the war, by third parties and by the parties; a bound may stand alone."""

    date: Series[str] = c.day("The day to which the estimate refers, or on which it was told.", key=True)
    body: Series[str] = c.text("Who estimates; one spelling for one body.", required=True, key=True)
    about_side: Series[str] = c.word("affected_side", "Whose people.", key=True)
    category: Series[str] = c.word("category", "What is counted, by the word of the table.", key=True)
    low: Series[pd.Int64Dtype] = c.integer("people", "Lower bound.")
    estimate: Series[pd.Int64Dtype] = c.integer("people", "The figure.")
    high: Series[pd.Int64Dtype] = c.integer("people", "Upper bound.")
    actor_id: Series[str] = c.ref("actors", "The body in the ledger, where it has it.")
    body_side: Series[str] = c.word("side", "The side of the body.")
    by_party: Series[pd.BooleanDtype] = c.flag("True where the body is an authority of a belligerent.", required=True)
    via: Series[str] = c.text("Through whom it was told, where not by the body.")
    arithmetic: Series[str] = c.word("arithmetic", "Whose calculation the figure is.")
    relies_on: Series[str] = c.ref("actors", "Whose figures the body uses, where known.")
    repeats: Series[str] = c.series_ref("The point of another series that has the same figure, as name:day.")
    url: Series[str] = c.url("Address of the estimate; blank where it has none.")
    note: Series[str] = c.text("What the columns cannot hold.")

    @row_rule("estimate", "low", "high", says=bounds.SAYS, do=bounds.DO)
    def bounds_are_in_order(cls, df: pd.DataFrame) -> Series[bool]:
        return bounds.in_order(*(df[name] for name in _FIGURES))

    @row_rule("estimate", "low", "high", says="no figure", do="give the estimate or one of its bounds")
    def has_a_figure(cls, df: pd.DataFrame) -> Series[bool]:
        return filled(df[list(_FIGURES)]).any(axis=1)

    @row_rule(
        "by_party",
        "body_side",
        says="an authority of a belligerent has a side",
        do="set body_side to its side, or by_party to false",
    )
    def party_has_a_side(cls, df: pd.DataFrame) -> Series[bool]:
        return ~df["by_party"].fillna(False).astype(bool) | ~df["body_side"].isin(["third_party", "unstated"])
