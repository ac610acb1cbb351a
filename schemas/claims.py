"""`claims`: one row is one figure or one status of ground within a statement."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import has_no_figures, row_rule
from schemas.table import Table


class Claims(Table):
    """One side, group, category, place and window; told again on another occasion it is another claim."""

    claim_id: Series[str] = c.own_id("Id of the claim: its statement and a word.")
    statement_id: Series[str] = c.ref("statements", "The statement it is part of.", required=True)
    event_id: Series[str] = c.ref("events", "The event it is about.", required=True)
    measure: Series[str] = c.word("measure", "What is measured.")
    series_ref: Series[str] = c.series_ref("The day of a series that it repeats, as name:day.")
    title: Series[str] = c.text(
        "Our own title, saying who claims; no figures but dates and names of units.", required=True
    )

    @row_rule("title", says="carries a figure", do=c.NO_FIGURES)
    def title_has_no_figures(cls, df: pd.DataFrame) -> Series[bool]:
        return has_no_figures(df["title"])
