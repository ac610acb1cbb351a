"""`relations`: one row is one link between what was said."""

from pandera.typing import Series

from schemas import columns as c
from schemas.table import Table


class Relations(Table):
    """Denials, disputes, corrections, confirmations and repetitions, and who makes the link."""

    relation_id: Series[str] = c.own_id("Id of the relation.")
    from_statement_id: Series[str] = c.ref(
        "statements", "The statement that denies, corrects or confirms.", required=True
    )
    relation: Series[str] = c.word("relation", "How it stands to the other.")
    to_id: Series[str] = c.ref(
        "statements claims", "The statement or claim it is about; blank if a denial has no clear target."
    )
    event_id: Series[str] = c.ref("events", "The event both are about.")
    source_id: Series[str] = c.ref("sources", "The source that carries the link.")
    said_by: Series[str] = c.word("said_by", "Who makes the link.")
    note: Series[str] = c.text("What the columns cannot hold.")
