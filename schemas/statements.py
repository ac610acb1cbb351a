"""`statements`: one row is one utterance by one claimant."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import filled, has_no_figures, row_rule
from schemas.table import Table


class Statements(Table):
    """Who said something, when, where, and on what basis."""

    statement_id: Series[str] = c.own_id("Id of the statement: claimant and day.")
    claimant_id: Series[str] = c.ref("actors", "Who said it; blank where no source names anybody.")
    stated_on: Series[str] = c.edtf_date("Day (or month) on which it was said.")
    stated_on_basis: Series[str] = c.word("stated_on_basis", "How that day is known.")
    channel: Series[str] = c.word("channel", "Where it was said.")
    basis: Series[str] = c.word("basis", "What the claimant says the statement rests on.")
    relies_on: Series[str] = c.ref("actors", "An actor whose figures this claimant uses.")
    original_source_id: Series[str] = c.ref("sources", "The claimant's own publication, where the ledger has it.")
    summary: Series[str] = c.text("Our own sober line; no figures but dates and names of units.", required=True)
    note: Series[str] = c.text("What the columns cannot hold.")

    @row_rule(
        "stated_on_basis",
        "stated_on",
        says="a day and 'unknown' exclude each other",
        do="give the day and how it is known, or leave the day blank and write unknown",
    )
    def day_has_basis(cls, df: pd.DataFrame) -> Series[bool]:
        return filled(df["stated_on"]) == (df["stated_on_basis"] != "unknown")

    @row_rule("summary", says="carries a figure", do=c.NO_FIGURES)
    def summary_has_no_figures(cls, df: pd.DataFrame) -> Series[bool]:
        return has_no_figures(df["summary"])
