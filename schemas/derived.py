"""The derived tables: what `analysis/evidence` works out from the ledger, column by column.

`DERIVED` holds them by name, `ALL_TABLES` all published tables: those of ledger and series, and these. `FIGURES` and
`CIRCUMSTANCES` name the columns of a reported row that a page may print differently from another.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from schemas import MODELS, REPORT_TABLES, vocabulary
from schemas.columns import Column, columns_of
from schemas.published import PUBLISHED, PublishedTable, spelled_out

FIGURES: dict[str, tuple[str, ...]] = {
    table: tuple(c.name for c in columns_of(MODELS[table]) if c.kind == "quantity") for table in REPORT_TABLES
}
_NOT_PRINTED = {
    "report_id", "claim_id", "source_id", "window_basis", "wording", "printed", "arithmetic", "claimant_id",
    "via_actor_id", "via_source_id", "locator", "entry_status", "status", "note",
}  # fmt: skip
CIRCUMSTANCES: dict[str, tuple[str, ...]] = {
    table: tuple(c.name for c in columns_of(MODELS[table]) if c.kind != "quantity" and c.name not in _NOT_PRINTED)
    for table in REPORT_TABLES
}
CLAIM_TABLES = {"advances": "advance_claims", "casualties": "casualty_claims", "proportions": "proportion_claims"}


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


def _id(name: str, to: str, description: str) -> Column:
    return Column(name, "id", description, refers_to=(to,))


def _own(name: str, description: str, *to: str) -> Column:
    return Column(name, "id", description, required=True, own_id=True, refers_to=to)


def _text(name: str, description: str) -> Column:
    return Column(name, "text", description)


def _ids(name: str, to: str, description: str) -> Column:
    return Column(name, "ids", description + " Ids are separated by spaces.", refers_to=(to,))


def _count(name: str, description: str) -> Column:
    return Column(name, "integer", description, required=True, minimum=0)


def _flag(name: str, description: str) -> Column:
    return Column(name, "flag", description)


def _word(name: str, of: str, description: str, *, required: bool = True) -> Column:
    return Column(name, "word", description, required, words=getattr(vocabulary, of.upper()), vocabulary=of)


_CLAIM = (
    _text("claim_title", "Our own title of the claim."),
    _word("measure", "measure", "What is measured."),
    _id("event_id", "events", "The event it is about."),
    _id("statement_id", "statements", "The statement it is part of."),
    _id("claimant_id", "actors", "Who said it; blank where no source names anybody."),
    _text("claimant_name", "The claimant's name."),
    _word("claimant_side", "side", "The claimant's side.", required=False),
    Column("stated_on", "date", "Day (or month) on which it was said."),
)


def _settled(column: Column) -> list[Column]:
    """A field of the claim: its reference value, spelled out, and every printed value with its count."""
    known = replace(column, required=False, description=f"Reference value: {column.description}")
    printed = _text(
        f"{column.name}_printed",
        f"Every value of {column.name} that sources print, with the number of reported rows, separated by '; '.",
    )
    if column.kind != "quantity":
        return [known, *(spelled_out(known) if column.kind == "window" else ()), printed]
    figure = Column("", "integer" if column.whole else "number", "", unit=column.unit)
    ends = [
        replace(
            figure, name=f"{column.name}_{end}", description=f"The {end} figure of {column.name} in any printed value."
        )
        for end in ("lowest", "highest")
    ]
    return [known, *spelled_out(known), printed, *ends]


_CARRIED = (
    _word("reference_basis", "reference_basis", "What settles the figure, or the status of ground."),
    _text("own_publication_fields", "Fields that the claimant's own publication settles, separated by spaces."),
    _text("quotation_fields", "Fields that direct quotations settle, separated by spaces."),
    _flag("reference_is_reviewed", "True where every row that settles a field was read again against its page."),
    Column("first_reported_on", "day", "First day of publication among sources of known day."),
    Column("last_reported_on", "day", "Last day of publication among sources of known day."),
    _text("languages", "Languages of the sources, ISO 639-1, separated by spaces."),
    _count("n_reports", "Reported rows that stand, without figures an outlet worked out."),
    _count("n_reviewed", "Those of them that were read again against the page."),
    _count("n_computed", "Reported rows left out because an outlet worked the figure out."),
    _count("n_sources", "Sources that carry it."),
    _count("n_origins", "Origins: wire reports and copies are folded into where they come from."),
    _text("urls", "Addresses of the sources, separated by spaces."),
)


def _claims(table: str, title: str, description: str) -> DerivedTable:
    named = {column.name: column for column in columns_of(MODELS[table])}
    fields = [named[name] for name in (*FIGURES[table], *CIRCUMSTANCES[table])]
    columns = [_own("claim_id", "The claim.", "claims"), *_CLAIM, *(c for f in fields for c in _settled(f)), *_CARRIED]
    return DerivedTable(CLAIM_TABLES[table], title, description, tuple(columns))


_DRIFT = (
    _own("drift_id", "Report, kind, field, and what it is held against."),
    _id("claim_id", "claims", "The claim."),
    Column("report_id", "id", "The reported row; blank where a page leaves the claim out, or where pages differ."),
    _id("source_id", "sources", "The source; blank where sources differ."),
    _text("origin_id", "The origin into which that source is folded."),
    _word("kind", "drift_kind", "What changed."),
    _text("field", "The column in which it shows."),
    _text("reference", "What the reference has."),
    _text("printed", "What the source prints; where sources differ, every value with its count."),
    _word("against", "drift_against", "What it is held against."),
)
_DRIFT_RATES = (
    Column(
        "kind", "word", "The kind of change.", True, words=vocabulary.DRIFT_KIND, vocabulary="drift_kind", own_id=True
    ),
    _count("n_claims", "Claims in which it occurs."),
    _count("n_reports", "Reported rows in which it occurs; for what is left out, pages and claims."),
    _count("n_origins", "Claims and origins in which it occurs, a claim's pages of one origin counted once."),
    _count("n_origins_compared", "Claims and origins of the rows that entered."),
    _count("n_reports_compared", "Reported rows that entered: active, and read again against the page."),
    _count("n_reports_left_out", "Active rows that did not enter, because nobody has read the page again."),
)
_SUPPORT = (
    _own("claim_id", "The claim.", "claims"),
    *_CLAIM,
    _count("n_sources", "Sources that carry it."),
    _count("n_origins", "Origins: wire reports and copies are folded into where they come from."),
    _count(
        "n_roots", "Claimants at first hand about the event whose figure or status is compatible, its own included."
    ),
    _count("n_control_groups", "Bodies under one control to which those claimants belong."),
    _flag("is_against_own_side", "True where the claimant's own side loses by what it claims."),
    _ids("same_side_claim_ids", "claims", "Compatible claims of others of the same side or under the same control."),
    _ids("opposing_side_claim_ids", "claims", "Compatible claims of the other party to the fighting."),
    _ids("party_claim_ids", "claims", "Compatible claims of a party, where the claimant is none."),
    _ids("losing_side_claim_ids", "claims", "Compatible claims of others, of the side that loses by it."),
    _ids(
        "third_party_first_hand_claim_ids",
        "claims",
        "Compatible claims of third parties with a stated basis of their own.",
    ),
    _ids(
        "third_party_on_party_claim_ids", "claims", "Compatible claims of third parties that rely on a party's figures."
    ),
    _ids(
        "third_party_unstated_claim_ids",
        "claims",
        "Compatible claims of others who are no party, without a stated basis: not independent.",
    ),
    _ids(
        "confirming_statement_ids",
        "statements",
        "Statements that confirm it, by the claimant's or a source's own word.",
    ),
    _text("support", "The same in a sentence."),
)


def _both_sides(name: str, make: str) -> list[Column]:
    return [_text(f"{name}_{end}", make.format("first" if end == "a" else "second")) for end in "ab"]


_CONTRADICTIONS = (
    _own("contradiction_id", "The two claims, or the relation."),
    _word("kind", "contradiction_kind", "How the two stand to each other."),
    _id("event_id", "events", "The event."),
    *(
        column
        for end, which in (("a", "first"), ("b", "second"))
        for column in (
            _id(f"claim_id_{end}", "claims", f"The {which} claim; blank where a whole statement is meant."),
            _id(f"statement_id_{end}", "statements", f"The {which} statement."),
            _id(f"claimant_id_{end}", "actors", f"Who made the {which} statement."),
            Column(f"stated_on_{end}", "date", f"When the {which} statement was made."),
            _text(f"value_{end}", f"The figure or status of the {which} claim, as worded."),
            _text(f"interval_{end}", f"What the figure of the {which} claim may be at least and at most."),
        )
    ),
    _text("fields", "The columns whose figures exclude each other, or movement."),
    _text("key_met", "The keys on which the two meet."),
    _text("key_differs", "The one key in which two that look alike differ."),
    _flag("holds_on_every_reading", "False where only the bounded among several printed values exclude each other."),
    _word("said_by", "said_by", "Who makes the link; blank where the code found it.", required=False),
    _ids("relation_ids", "relations", "The relations it rests on."),
)

_SETTLED = "its reference value and all that sources print."
_MADE = (
    _claims("advances", "Claims about ground", f"One row is one claim about ground: {_SETTLED}"),
    _claims("casualties", "Claims about people", f"One row is one claim about people: {_SETTLED}"),
    _claims("proportions", "Claimed proportions", f"One row is one claimed ratio or share: {_SETTLED}"),
    DerivedTable("drift", "Drift", "One row is one way in which one reported row differs from what was said.", _DRIFT),
    DerivedTable(
        "drift_rates", "Rates of drift", "One row is one kind of change: how often it occurs, by origin.", _DRIFT_RATES
    ),
    DerivedTable(
        "support", "Support", "One row is one claim and what else supports it, as facts and not as a grade.", _SUPPORT
    ),
    DerivedTable(
        "contradictions",
        "Contradictions",
        "One row is two claims about one event that exclude each other, deny or revise each other, or only look alike.",
        _CONTRADICTIONS,
    ),
)

DERIVED: dict[str, DerivedTable] = {table.name: table for table in _MADE}
ALL_TABLES: dict[str, PublishedTable | DerivedTable] = PUBLISHED | DERIVED


def names_of(columns: Sequence[Column]) -> list[str]:
    """The names of columns, in order."""
    return [column.name for column in columns]
