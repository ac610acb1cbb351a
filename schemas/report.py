"""What every reported row has: which claim, which source, and under what circumstances it is printed there.

`ReportKey` comes before a table's own columns, `Circumstances` after them.
"""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import filled, row_rule
from schemas.table import Table


class ReportKey(Table):
    """One claim as one source reports it."""

    report_id: Series[str] = c.own_id("Id of the reported row.")
    claim_id: Series[str] = c.ref("claims", "The claim that is reported.", required=True)
    source_id: Series[str] = c.ref("sources", "The source that reports it.", required=True)


class Circumstances(Table):
    """Place, time, voice and state of entry of a reported row."""

    place_ids: Series[str] = c.refs("places", "Where, as this source tells; several ids separated by a space.")
    place_scope: Series[str] = c.word("place_scope", "How wide that place is.")
    window: Series[str] = c.edtf_window("When, in EDTF; blank where not known.")
    window_basis: Series[str] = c.word("window_basis", "How the window is known.")
    modality: Series[str] = c.word("modality", "How firmly it is said.")
    wording: Series[str] = c.word("wording", "Where on the page the figure stands.")
    printed: Series[str] = c.text("The figure's own words in the source's language, ten at most.")
    arithmetic: Series[str] = c.word("arithmetic", "Whose calculation the figure is.")
    claimant_id: Series[str] = c.ref("actors", "The claimant as this source names it; blank where it names nobody.")
    via_actor_id: Series[str] = c.ref("actors", "Where this source says it took the claim from.")
    via_source_id: Series[str] = c.ref("sources", "That page, where the ledger has it.")
    locator: Series[str] = c.text("Where in a long document the figure stands.")
    entry_status: Series[str] = c.word("entry_status", "How far the row has been checked.")
    status: Series[str] = c.word("status", "Whether the row stands.")
    note: Series[str] = c.text("What the columns cannot hold.")

    @row_rule(
        "window_basis",
        "window",
        says="a blank window has no basis",
        do="write unknown, or give the window",
    )
    def blank_window_has_no_basis(cls, df: pd.DataFrame) -> Series[bool]:
        return filled(df["window"]) | (df["window_basis"] == "unknown")

    @row_rule(
        "printed",
        says="more than ten words",
        do="keep the figure's own words only; article text is not stored",
    )
    def printed_is_short(cls, df: pd.DataFrame) -> Series[bool]:
        return df["printed"].fillna("").str.split().str.len() <= 10

    @row_rule(
        "wording",
        "entry_status",
        says="a row that was read again says where on the page it stands",
        do="set wording to quotation, headline, lede or body, or entry_status to imported",
    )
    def reviewed_rows_have_wording(cls, df: pd.DataFrame) -> Series[bool]:
        return (df["entry_status"] == "imported") | (df["wording"] != "unknown")
