"""Intervals of estimates: the lower bound, the estimate and the upper bound are in order."""

import pandas as pd


def in_order(low: pd.Series, estimate: pd.Series, high: pd.Series) -> pd.Series:
    """True where low <= estimate <= high; a blank one of the three says nothing."""
    pairs = ((low, estimate), (estimate, high), (low, high))
    wrong = [(left > right).fillna(False).astype(bool) for left, right in pairs]
    return ~(wrong[0] | wrong[1] | wrong[2])


SAYS = "the lower bound, the estimate and the upper bound are out of order"
DO = "write them in order; where the source swaps its bounds, swap them back and tell it in anomalies"
