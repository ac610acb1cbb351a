"""`events`: one row is one thing that happened, or is said to have happened."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import has_no_figures, row_rule
from schemas.table import Table


class Events(Table):
    """What claims of several claimants are about."""

    event_id: Series[str] = c.own_id("Id of the event.")
    kind: Series[str] = c.word("event_kind", "What kind of event it is.")
    title: Series[str] = c.text("Our own sober title; no figures but dates and names of units.", required=True)
    window: Series[str] = c.edtf_window("When it happened, or is said to have happened.")
    parent_event_id: Series[str] = c.ref("events", "The larger event of which it is a part.")
    place_ids: Series[str] = c.refs("places", "Where it happened, or is said to have happened.")
    note: Series[str] = c.text("What the columns cannot hold.")

    @row_rule("title", says="carries a figure", do=c.NO_FIGURES)
    def title_has_no_figures(cls, df: pd.DataFrame) -> Series[bool]:
        return has_no_figures(df["title"])
