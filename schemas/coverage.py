"""`coverage`: one row is one stretch of collecting."""

from pandera.typing import Series

from schemas import columns as c
from schemas.table import Table


class Coverage(Table):
    """What was searched for one week and one side, and what was not found."""

    coverage_id: Series[str] = c.own_id("Id of the stretch.")
    week: Series[str] = c.iso_week("ISO week searched.", required=True)
    side: Series[str] = c.word("covered_side", "Side of the claimants searched for.")
    searched: Series[str] = c.text("What was searched, and where.", required=True)
    languages: Series[str] = c.text("Languages searched, ISO 639-1, separated by a space.")
    found: Series[str] = c.text("What was found.")
    missing: Series[str] = c.text("What is known to be missing.")
