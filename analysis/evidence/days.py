"""What the day of a series settles for the claims that repeat it.

Claims name such a day in `series_ref` (`name:day`). Which column of the series is the figure, where its hedge stands
and what it counts is told by `schemas.series.REPEATED`; a day without a reconciled figure settles nothing.
"""

import pandas as pd

from schemas.series import REPEATED
from schemas.series.repeated import Repeated


def settled(frames: dict[str, pd.DataFrame]) -> dict[str, dict[str, str]]:
    """By `series_ref`, the fields that this day settles: `{"count": "~204360", "category": "losses_as_worded"}`."""
    return {
        f"{name}:{day}": fields
        for name, repeated in REPEATED.items()
        if name in frames
        for day, fields in _days(frames[name], repeated)
    }


def _days(frame: pd.DataFrame, repeated: Repeated) -> list[tuple[str, dict[str, str]]]:
    stated = frame.dropna(subset=repeated.figure)
    signs = stated[repeated.wording].map(repeated.signs).fillna("")
    cells = signs + stated[repeated.figure].astype("int64").astype("str")
    return [
        (day, {"count": cell, "category": repeated.category}) for day, cell in zip(stated["date"], cells, strict=True)
    ]
