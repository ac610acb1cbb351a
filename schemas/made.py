"""What the derived tables are made of: a table, and one function a kind of column."""

from dataclasses import dataclass

from schemas import vocabulary
from schemas.columns import Column


@dataclass(frozen=True)
class DerivedTable:
    """One CSV that is worked out: its file name without ending, what a row is, and its columns in order."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The column that identifies a row."""
        return tuple(column.name for column in self.columns if column.own_id)

    @property
    def made_from(self) -> str:
        """No one table of ours: what is derived rests on several, and has no origin but this project."""
        return ""


def ref(name: str, to: str, description: str) -> Column:
    """The id of a row of one ledger table."""
    return Column(name, "id", description, refers_to=(to,))


def own(name: str, description: str, *to: str) -> Column:
    """The id of the row itself."""
    return Column(name, "id", description, required=True, own_id=True, refers_to=to)


def text(name: str, description: str) -> Column:
    """Free text."""
    return Column(name, "text", description)


def ids(name: str, to: str, description: str) -> Column:
    """Ids of rows of one ledger table."""
    return Column(name, "ids", description + " Ids are separated by spaces.", refers_to=(to,))


def count(name: str, description: str) -> Column:
    """How many; never blank."""
    return Column(name, "integer", description, required=True, minimum=0)


def flag(name: str, description: str) -> Column:
    """True, false or blank."""
    return Column(name, "flag", description)


def word(name: str, of: str, description: str, *, required: bool = True) -> Column:
    """A word of the vocabulary `of`."""
    return Column(name, "word", description, required, words=getattr(vocabulary, of.upper()), vocabulary=of)


def number(name: str, unit: str, description: str) -> Column:
    """A figure on a continuous scale; may be blank."""
    return Column(name, "number", description, unit=unit, whole=False)


def whole(name: str, unit: str, description: str) -> Column:
    """A whole figure; may be blank."""
    return Column(name, "integer", description, unit=unit)


def day(name: str, description: str) -> Column:
    """A day; may be blank."""
    return Column(name, "day", description)


CLAIM = (
    text("claim_title", "Our own title of the claim."),
    word("measure", "measure", "What is measured."),
    ref("event_id", "events", "The event it is about."),
    ref("statement_id", "statements", "The statement it is part of."),
    ref("claimant_id", "actors", "Who said it; blank where no source names anybody."),
    text("claimant_name", "The claimant's name."),
    word("claimant_side", "side", "The claimant's side.", required=False),
    Column("stated_on", "date", "Day (or month) on which it was said."),
)
