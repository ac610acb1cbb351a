"""One changed cell as a line of the changelog."""

from collections.abc import Mapping

from analysis.releases.history import Change
from schemas.vocabulary import REASON


def cell_line(change: Change, told: Mapping[str, dict]) -> str:
    """One cell that moved, with the reason of each of its corrections."""
    what = change.what
    why = " ".join(_why(told[one]) for one in change.correction_ids)
    return f"- `{what.row_id}` ({what.table}): `{what.field}` {shown(what.old)} → {shown(what.new)}. {why}".rstrip()


def _why(row: Mapping[str, str]) -> str:
    return f"{REASON[row['reason_code']]} {row['note']}".rstrip()


def shown(text: str) -> str:
    """A cell's text for a line of Markdown."""
    return "`" + text.replace("\n", " ").replace("`", "'") + "`" if text else "blank"
