"""The derived tables: what `analysis/evidence` works out from the ledger, column by column.

`DERIVED` holds them by name, `ALL_TABLES` all published tables: those of ledger and series, and these. `FIGURES` and
`CIRCUMSTANCES` name the columns of a reported row that a page may print differently from another.
"""

from collections.abc import Sequence
from dataclasses import replace

from schemas import MODELS, REPORT_TABLES, vocabulary
from schemas.columns import Column, columns_of
from schemas.made import CLAIM, DerivedTable, count, flag, ids, own, ref, text, word
from schemas.measured import MEASURED
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


def _settled(column: Column) -> list[Column]:
    """A field of the claim: its reference value, spelled out, and every printed value with its count."""
    known = replace(column, required=False, description=f"Reference value: {column.description}")
    printed = text(
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
    word("reference_basis", "reference_basis", "What settles the figure, or the status of ground."),
    text("own_publication_fields", "Fields that the claimant's own publication settles, separated by spaces."),
    text("quotation_fields", "Fields that direct quotations settle, separated by spaces."),
    flag("reference_is_reviewed", "True where every row that settles a field was read again against its page."),
    Column("first_reported_on", "day", "First day of publication among sources of known day."),
    Column("last_reported_on", "day", "Last day of publication among sources of known day."),
    text("languages", "Languages of the sources, ISO 639-1, separated by spaces."),
    count("n_reports", "Reported rows that stand, without figures an outlet worked out."),
    count("n_reviewed", "Those of them that were read again against the page."),
    count("n_computed", "Reported rows left out because an outlet worked the figure out."),
    count("n_sources", "Sources that carry it."),
    count("n_origins", "Origins: wire reports and copies are folded into where they come from."),
    text("urls", "Addresses of the sources, separated by spaces."),
)


def _claims(table: str, title: str, description: str) -> DerivedTable:
    named = {column.name: column for column in columns_of(MODELS[table])}
    fields = [named[name] for name in (*FIGURES[table], *CIRCUMSTANCES[table])]
    columns = [own("claim_id", "The claim.", "claims"), *CLAIM, *(c for f in fields for c in _settled(f)), *_CARRIED]
    return DerivedTable(CLAIM_TABLES[table], title, description, tuple(columns))


_DRIFT = (
    own("drift_id", "Report, kind, field, and what it is held against."),
    ref("claim_id", "claims", "The claim."),
    Column("report_id", "id", "The reported row; blank where a page leaves the claim out, or where pages differ."),
    ref("source_id", "sources", "The source; blank where sources differ."),
    text("origin_id", "The origin into which that source is folded."),
    word("kind", "drift_kind", "What changed."),
    text("field", "The column in which it shows."),
    text("reference", "What the reference has."),
    text("printed", "What the source prints; where sources differ, every value with its count."),
    word("against", "drift_against", "What it is held against."),
)
_DRIFT_RATES = (
    Column(
        "kind", "word", "The kind of change.", True, words=vocabulary.DRIFT_KIND, vocabulary="drift_kind", own_id=True
    ),
    count("n_claims", "Claims in which it occurs."),
    count("n_reports", "Reported rows in which it occurs; for what is left out, pages and claims."),
    count("n_origins", "Claims and origins in which it occurs, a claim's pages of one origin counted once."),
    count("n_origins_compared", "Claims and origins of the rows that entered."),
    count("n_reports_compared", "Reported rows that entered: active, and read again against the page."),
    count("n_reports_left_out", "Active rows that did not enter, because nobody has read the page again."),
)
_SUPPORT = (
    own("claim_id", "The claim.", "claims"),
    *CLAIM,
    count("n_sources", "Sources that carry it."),
    count("n_origins", "Origins: wire reports and copies are folded into where they come from."),
    count("n_roots", "Claimants at first hand about the event whose figure or status is compatible, its own included."),
    count("n_control_groups", "Bodies under one control to which those claimants belong."),
    flag("is_against_own_side", "True where the claimant's own side loses by what it claims."),
    ids("same_side_claim_ids", "claims", "Compatible claims of others of the same side or under the same control."),
    ids("opposing_side_claim_ids", "claims", "Compatible claims of the other party to the fighting."),
    ids("party_claim_ids", "claims", "Compatible claims of a party, where the claimant is none."),
    ids("losing_side_claim_ids", "claims", "Compatible claims of others, of the side that loses by it."),
    ids(
        "third_party_first_hand_claim_ids",
        "claims",
        "Compatible claims of third parties with a stated basis of their own.",
    ),
    ids(
        "third_party_on_party_claim_ids", "claims", "Compatible claims of third parties that rely on a party's figures."
    ),
    ids(
        "third_party_unstated_claim_ids",
        "claims",
        "Compatible claims of others who are no party, without a stated basis: not independent.",
    ),
    ids(
        "confirming_statement_ids",
        "statements",
        "Statements that confirm it, by the claimant's or a source's own word.",
    ),
    text("support", "The same in a sentence."),
)


_CONTRADICTIONS = (
    own("contradiction_id", "The two claims, or the relation."),
    word("kind", "contradiction_kind", "How the two stand to each other."),
    ref("event_id", "events", "The event."),
    *(
        column
        for end, which in (("a", "first"), ("b", "second"))
        for column in (
            ref(f"claim_id_{end}", "claims", f"The {which} claim; blank where a whole statement is meant."),
            ref(f"statement_id_{end}", "statements", f"The {which} statement."),
            ref(f"claimant_id_{end}", "actors", f"Who made the {which} statement."),
            Column(f"stated_on_{end}", "date", f"When the {which} statement was made."),
            text(f"value_{end}", f"The figure or status of the {which} claim, as worded."),
            text(f"interval_{end}", f"What the figure of the {which} claim may be at least and at most."),
        )
    ),
    text("fields", "The columns whose figures exclude each other, or movement."),
    text("key_met", "The keys on which the two meet."),
    text("key_differs", "The one key in which two that look alike differ."),
    flag("holds_on_every_reading", "False where only the bounded among several printed values exclude each other."),
    word("said_by", "said_by", "Who makes the link; blank where the code found it.", required=False),
    ids("relation_ids", "relations", "The relations it rests on."),
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

DERIVED: dict[str, DerivedTable] = {table.name: table for table in (*_MADE, *MEASURED)}
ALL_TABLES: dict[str, PublishedTable | DerivedTable] = PUBLISHED | DERIVED


def names_of(columns: Sequence[Column]) -> list[str]:
    """The names of columns, in order."""
    return [column.name for column in columns]
