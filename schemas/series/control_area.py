"""`control_area`: one row is the area of one layer on one mapper's map of one day, within a stated box."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import row_rule, starts
from schemas.series.mapped import Mapped


class ControlArea(Mapped):
    """A layer without a row was not in that day's map; 0 says that it was, but not in the box."""

    mapper: Series[str] = c.word("mapper", "Whose map.", key=True)
    date: Series[str] = c.day("Day.", key=True)
    layer: Series[str] = c.word("layer", "Layer of the map.", key=True)
    area_km2: Series[float] = c.figure("km2", "Area of the layer within the box.")
    map_on: Series[str] = c.day("Day of the map that was measured: an archive may show one for several days.")

    @row_rule("map_on", "date", says="the map is later than the day", do="correct map_on or date")
    def map_is_not_later(cls, df: pd.DataFrame) -> Series[bool]:
        return ~(starts(df["map_on"]) > starts(df["date"]))
