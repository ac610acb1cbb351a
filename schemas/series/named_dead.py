"""`named_dead`: one row is one ISO week of death."""

from datetime import date

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import filled, row_rule
from schemas.series import bounds
from schemas.table import Table

_LISTS = ("named_end_2022", "named_end_2023", "named_end_2024", "named_end_2025", "named_now")


class NamedDead(Table):
    """People known by name as dead in a week: now, and as the list stood at the end of each year; a floor."""

    iso_week: Series[str] = c.iso_week("ISO week of death.", required=True, key=True)
    named_now: Series[pd.Int64Dtype] = c.integer("people", "Known by name when the list was taken.", required=True)
    named_end_2022: Series[pd.Int64Dtype] = c.integer("people", "Known at the end of 2022; blank for later weeks.")
    named_end_2023: Series[pd.Int64Dtype] = c.integer("people", "Known at the end of 2023; blank for later weeks.")
    named_end_2024: Series[pd.Int64Dtype] = c.integer("people", "Known at the end of 2024; blank for later weeks.")
    named_end_2025: Series[pd.Int64Dtype] = c.integer("people", "Known at the end of 2025; blank for later weeks.")
    probate_low: Series[float] = c.figure("people", "Lower bound of the 95 per cent interval of probate_estimate.")
    probate_estimate: Series[float] = c.figure("people", "Estimate of the dead based on the register of probate.")
    probate_high: Series[float] = c.figure("people", "Upper bound of the 95 per cent interval of probate_estimate.")

    @row_rule(
        "named_now",
        *_LISTS[:-1],
        says="a later list has fewer names",
        do="correct the figures; a list only grows, for the lists of past years are as the present one dates them",
    )
    def lists_grow(cls, df: pd.DataFrame) -> Series[bool]:
        lists = df[list(_LISTS)].astype("float64")
        return (lists.bfill(axis=1).diff(axis=1).iloc[:, 1:] >= 0).where(filled(lists).iloc[:, :-1], True).all(axis=1)

    @row_rule(
        "iso_week",
        *_LISTS[:-1],
        says="a list has the week if and only if the week begins before the list ends",
        do="leave the lists of earlier years blank, and fill those of the same and of later years",
    )
    def list_ends_with_its_year(cls, df: pd.DataFrame) -> Series[bool]:
        begins = df["iso_week"].map(_monday, na_action="ignore")
        fits = pd.Series(True, index=df.index)
        for name in _LISTS[:-1]:
            ends = date(int(name[-4:]), 12, 31)
            within = begins.map(lambda monday, ends=ends: monday <= ends, na_action="ignore")
            fits &= within.isna() | (within == filled(df[name]))
        return fits.astype(bool)

    @row_rule("probate_estimate", "probate_low", "probate_high", says=bounds.SAYS, do=bounds.DO)
    def bounds_are_in_order(cls, df: pd.DataFrame) -> Series[bool]:
        return bounds.in_order(df["probate_low"], df["probate_estimate"], df["probate_high"])


def _monday(week: str) -> date:
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
