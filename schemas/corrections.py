"""`corrections`: one row is one change that we made to a published row; and what may change without one."""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class FreeMove:
    """A change of a published cell that needs no correction: from `old` to one of `new`, or to anything filled."""

    column: str
    old: str
    why: str
    new: tuple[str, ...] = ()

    def allows(self, cell: str) -> bool:
        """Whether the cell may stand now where `old` was published."""
        return cell in self.new if self.new else cell not in ("", self.old)


_READING = (
    "It tells how far we have read the page, not what the page says; what reading changes in a figure is a correction."
)
_NOT_YET = "The page had not been read for it: the row says more than before, and nothing else than before."

FREE_MOVES = (
    FreeMove("entry_status", "imported", _READING, ("reviewed", "double_entered")),
    FreeMove("entry_status", "reviewed", _READING, ("double_entered",)),
    FreeMove("read", "partial", _READING, ("full",)),
    FreeMove("wording", "unknown", _NOT_YET),
    FreeMove("printed", "", _NOT_YET),
    FreeMove("locator", "", _NOT_YET),
    FreeMove("archive_url", "", "A copy of the page was kept; the page is the same."),
)
