"""`general_staff_losses`: one row is one day's running total, as public transcriptions have it."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import filled, row_rule
from schemas.series.repeated import Repeated
from schemas.table import Table

# The publisher's own word is "losses"; that killed and wounded are meant its spokesman said only in February 2024.
REPEATED = Repeated("reconciled", "wording_petroivaniuk", "losses_as_worded", "RU")

_TRANSCRIPTIONS = ("personnel_petroivaniuk", "personnel_orc_losses")


class GeneralStaffLosses(Table):
    """A total of killed and wounded; three transcriptions are compared, two have a licence to be published."""

    date: Series[str] = c.day("Day of the report.", key=True)
    personnel_petroivaniuk: Series[pd.Int64Dtype] = c.integer(
        "people", "Total as Petro Ivaniuk's transcription has it.", cumulative=True
    )
    wording_petroivaniuk: Series[str] = c.word("transcribed_wording", "Its hedge.", required=False)
    personnel_orc_losses: Series[pd.Int64Dtype] = c.integer(
        "people", "Total as the transcription of Orc Losses has it.", cumulative=True
    )
    n_transcriptions: Series[pd.Int64Dtype] = c.integer(
        "", "How many of the three transcriptions have the day.", required=True, ge=1, le=3
    )
    n_agree: Series[pd.Int64Dtype] = c.integer("", "How many of them have the same figure.", required=True, ge=1, le=3)
    reconciled: Series[pd.Int64Dtype] = c.integer(
        "people", "The figure on which at least two of three agree.", cumulative=True
    )
    official_url: Series[str] = c.url("The official page, as Orc Losses gives it.")

    @row_rule(
        "n_agree",
        "n_transcriptions",
        *_TRANSCRIPTIONS,
        says="more transcriptions agree, or are published, than there are",
        do="count the transcriptions that have the day, and those with the most frequent figure",
    )
    def counts_fit(cls, df: pd.DataFrame) -> Series[bool]:
        published = filled(df[list(_TRANSCRIPTIONS)]).sum(axis=1)
        hidden = df["n_transcriptions"] - published
        return ((df["n_agree"] <= df["n_transcriptions"]) & hidden.between(0, 1)).fillna(True).astype(bool)

    @row_rule(
        "reconciled",
        "n_agree",
        says="a reconciled figure needs two transcriptions that agree, and two that agree give one",
        do="write the figure on which they agree, or leave it blank",
    )
    def two_that_agree_give_the_figure(cls, df: pd.DataFrame) -> Series[bool]:
        return (filled(df["reconciled"]) == (df["n_agree"] >= 2)).fillna(True).astype(bool)

    @row_rule(
        "reconciled",
        *_TRANSCRIPTIONS,
        says="not the figure of a published transcription",
        do="two of three agree, so at least one that is published has the figure: write that one",
    )
    def figure_is_published(cls, df: pd.DataFrame) -> Series[bool]:
        same = [(df[name] == df["reconciled"]).fillna(False).astype(bool) for name in _TRANSCRIPTIONS]
        return ~filled(df["reconciled"]) | same[0] | same[1]
