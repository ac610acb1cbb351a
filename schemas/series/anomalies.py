"""`anomalies`: one row is one known jump, gap or fault of a series."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import row_rule, starts
from schemas.table import Table


class Anomalies(Table):
    """Charts obey `omit_from_trend` and print `why`."""

    series: Series[str] = c.word("series_name", "The series.", key=True)
    part: Series[str] = c.text("The part that is meant: a column, or a word of its key; blank where all.", key=True)
    from_: Series[str] = c.day("First day.", key=True, alias="from")
    to: Series[str] = c.day("Last day.")
    kind: Series[str] = c.word("anomaly_kind", "What kind of anomaly it is.", key=True)
    omit_from_trend: Series[pd.BooleanDtype] = c.flag("True where a trend leaves these days out.", required=True)
    why: Series[str] = c.text("What was observed, with figures.", required=True)
    url: Series[str] = c.url("A page that shows it, where there is one.")

    @row_rule("to", "from", says="ends before it begins", do="write the earlier day first")
    def ends_after_it_begins(cls, df: pd.DataFrame) -> Series[bool]:
        return ~(starts(df["to"]) < starts(df["from"]))
