"""Reading cells out of typed frames: what the rules across rows and tables have in common."""

from collections.abc import Iterable

import pandas as pd

Frames = dict[str, pd.DataFrame]


def cells(frame: pd.DataFrame, column: str) -> Iterable[tuple[int, str]]:
    """Line and text of each cell of a column that is filled."""
    if column not in frame:
        return []
    filled = frame[column].dropna()
    return zip(filled.index.tolist(), filled.tolist(), strict=True)


def values(frame: pd.DataFrame, column: str) -> Iterable[str]:
    """Text of each cell of a column that is filled."""
    return (cell for _, cell in cells(frame, column))


def rows(frames: Frames, table: str, *columns: str) -> Iterable[tuple]:
    """Line and cells of each row in which all the columns are filled."""
    frame = frames.get(table)
    if frame is None or not set(columns) <= set(frame.columns):
        return []
    return frame[list(columns)].dropna().itertuples(name=None)
