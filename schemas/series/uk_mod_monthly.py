"""`uk_mod_monthly`: one row is one month's average daily casualties."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import row_rule, starts
from schemas.table import Table


class UkModMonthly(Table):
    """The daily average is the body's; the totals are the relay's arithmetic."""

    month: Series[str] = c.edtf_date("Month.", required=True, key=True)
    daily_average: Series[pd.Int64Dtype] = c.integer("people", "Average casualties a day.", required=True)
    month_total: Series[pd.Int64Dtype] = c.integer("people", "The average times the days of the month.", required=True)
    cumulative: Series[pd.Int64Dtype] = c.integer(
        "people", "Sum of the month totals up to the end of the month.", required=True, cumulative=True
    )
    actor_id: Series[str] = c.ref("actors", "The body in the ledger.", required=True)
    relies_on: Series[str] = c.ref("actors", "Whose figures the body uses.")
    url: Series[str] = c.url("Address of the publication; blank where it is not known.")

    @row_rule(
        "month_total",
        "daily_average",
        "month",
        says="not the daily average times the days of the month",
        do="correct the average or the total",
    )
    def total_is_average_times_days(cls, df: pd.DataFrame) -> Series[bool]:
        product = df["daily_average"] * starts(df["month"]).dt.days_in_month
        return (df["month_total"] == product).fillna(True).astype(bool)
