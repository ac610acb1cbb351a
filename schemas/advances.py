"""`advances`: one row is a claim about ground, as one source reports it."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.report import Circumstances, ReportKey
from schemas.rules import filled, highs, row_rule

SIZES = ("frontage_m", "depth_m", "area_km2", "distance_m", "share_pct")


class GroundFigures(ReportKey):
    """Whose forces move, and how far."""

    movement: Series[str] = c.word("movement", "What is said to have happened.")
    moving_side: Series[str] = c.word("side", "Whose forces move; for a place that is held, who holds it.")
    holding_side: Series[str] = c.word("side", "Who held the ground before.")
    group_id: Series[str] = c.ref("actors", "The unit or group that moves.")
    extent: Series[str] = c.word("extent", "How much of the place is meant.")
    frontage_m: Series[str] = c.measure("m", "Width along the front.")
    depth_m: Series[str] = c.measure("m", "Depth of the movement.")
    area_km2: Series[str] = c.measure("km2", "Area.")
    distance_m: Series[str] = c.measure("m", "Distance that is neither frontage nor depth.")
    share_pct: Series[str] = c.measure("%", "Share of the place.")
    accumulation: Series[str] = c.word("ground_accumulation", "Over what the figure adds up.")
    is_further: Series[pd.BooleanDtype] = c.flag("True where the source says 'another' or 'a further'.")


class Advances(Circumstances, GroundFigures):
    """Claims about ground: advances, withdrawals, places taken, held or fought over."""

    @row_rule("share_pct", says="a share above 100 per cent", do="write the share of the place in per cent, 0 to 100")
    def share_is_at_most_all(cls, df: pd.DataFrame) -> Series[bool]:
        return highs(df["share_pct"]).fillna(0) <= 100

    @row_rule(
        "moving_side",
        "holding_side",
        "movement",
        says="a side cannot capture or attack what it holds itself",
        do="set holding_side to the side that held the ground before",
    )
    def capture_is_from_another(cls, df: pd.DataFrame) -> Series[bool]:
        takes = df["movement"].isin(["capture", "attack_repelled"]) & (df["moving_side"] != "unstated")
        return ~takes | (df["moving_side"] != df["holding_side"])

    @row_rule(
        "is_further",
        *SIZES,
        says="'a further' needs a figure",
        do="give the figure, or leave is_further blank",
    )
    def further_has_a_figure(cls, df: pd.DataFrame) -> Series[bool]:
        return ~df["is_further"].fillna(False).astype(bool) | filled(df[list(SIZES)]).any(axis=1)
