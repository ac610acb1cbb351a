"""What the series derived from maps have in common: a mapper, and layers that are that mapper's own."""

import pandas as pd
from pandera.typing import Series

from schemas import vocabulary
from schemas.rules import row_rule
from schemas.table import Table


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
