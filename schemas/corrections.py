"""`corrections`: one row is one change that we made to a published row."""

from pandera.typing import Series

from schemas import columns as c
from schemas.table import Table

_ANY = "sources actors places events statements claims advances casualties proportions relations coverage"


class Corrections(Table):
    """A claimant's own retraction is a relation, and an edited article a new source; neither stands here."""

    correction_id: Series[str] = c.own_id("Id of the correction.")
    row_id: Series[str] = c.ref(_ANY, "The row that was changed.", required=True)
    field: Series[str] = c.text("The column that was changed.", required=True)
    old: Series[str] = c.text("What stood there.")
    new: Series[str] = c.text("What stands there now.")
    reason_code: Series[str] = c.word("reason", "Why it was changed.")
    decided_on: Series[str] = c.edtf_date("The day of the decision.", required=True)
    note: Series[str] = c.text("What the columns cannot hold.")
