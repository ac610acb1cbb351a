"""`proportions`: one row is a claimed ratio or share, as one source reports it."""

from pandera.typing import Series

from schemas import columns as c
from schemas.report import Circumstances, ReportKey


class ProportionFigures(ReportKey):
    """`ratio` is numerator divided by denominator, each with side, group, category and unit."""

    numerator_side: Series[str] = c.word("affected_side", "Whose people the numerator counts.")
    numerator_group_id: Series[str] = c.ref("actors", "The group the numerator counts.")
    numerator_category: Series[str] = c.word("term", "What the numerator counts.")
    numerator_unit: Series[str] = c.word("unit", "Unit of the numerator.")
    denominator_side: Series[str] = c.word("affected_side", "Whose people the denominator counts.")
    denominator_group_id: Series[str] = c.ref("actors", "The group the denominator counts.")
    denominator_category: Series[str] = c.word("term", "What the denominator counts.")
    denominator_unit: Series[str] = c.word("unit", "Unit of the denominator.")
    ratio: Series[str] = c.measure("1", "Numerator divided by denominator; a half is 0.5.", required=True)
    accumulation: Series[str] = c.word("accumulation", "Over what the figures add up.")


class Proportions(Circumstances, ProportionFigures):
    """Claimed ratios and shares: five for one, half of them, metres of ground for one casualty."""
