"""`settlement_control`: one row is one spell of one layer at the point of one settlement."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import row_rule, starts
from schemas.series.mapped import Mapped


class SettlementControl(Mapped):
    """A status is that of one point: a village astride the line turns early or late."""

    mapper: Series[str] = c.word("mapper", "Whose map.", key=True)
    place_id: Series[str] = c.ref("places", "The settlement.", required=True, key=True)
    first_seen: Series[str] = c.day("First day on which a map shows the layer there.", key=True)
    last_seen: Series[str] = c.day("Last day on which a map shows the layer there, before another is shown.")
    layer: Series[str] = c.word("layer", "Layer of the map at the point of the settlement.")
    n_snapshots: Series[pd.Int64Dtype] = c.integer("", "How many maps show it.", required=True, ge=1)

    @row_rule(
        "last_seen",
        "first_seen",
        "n_snapshots",
        says="the spell ends before it begins, or has more maps than days",
        do="correct first_seen, last_seen or n_snapshots",
    )
    def spell_holds_its_maps(cls, df: pd.DataFrame) -> Series[bool]:
        days = (starts(df["last_seen"]) - starts(df["first_seen"])).dt.days + 1
        return ~((days < 1) | (days < df["n_snapshots"])).fillna(False).astype(bool)
