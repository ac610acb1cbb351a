"""What the series derived from maps have in common: a mapper, and layers that are that mapper's own."""

from typing import NamedTuple

import pandas as pd
from pandera.typing import Series

from schemas import vocabulary
from schemas.rules import row_rule
from schemas.table import Table


class Box(NamedTuple):
    """Degrees, WGS 84."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in the box."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east

    def __str__(self) -> str:
        """`37.70-38.20 E, 48.40-48.80 N`."""
        return f"{self.west:.2f}-{self.east:.2f} E, {self.south:.2f}-{self.north:.2f} N"


# Within which areas were measured; the origin file of control_area has it in words.
BOX = Box(west=37.70, south=48.40, east=38.20, north=48.80)


class Mapped(Table):
    """Base of the series derived from maps; layers are not comparable between mappers."""

    @row_rule(
        "layer",
        "mapper",
        says="not a layer of this mapper",
        do="write one of the mapper's own layers, see the vocabulary layer",
    )
    def layer_is_the_mappers(cls, df: pd.DataFrame) -> Series[bool]:
        pairs = {(mapper, layer) for mapper, layers in vocabulary.LAYERS_OF.items() for layer in layers}
        known = df["mapper"].isin(list(vocabulary.MAPPER)) & df["layer"].isin(list(vocabulary.LAYER))
        fits = [pair in pairs for pair in zip(df["mapper"], df["layer"], strict=True)]
        return ~known | pd.Series(fits, index=df.index)
