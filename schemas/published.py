"""The published tables: which columns each has, made from the definitions of ledger and series.

A published table is a ledger table or a series in which some columns are followed by others: an id by the names a
reader needs, a quantity by its bounds, a window by its first and last day. `PUBLISHED` is the one description from
which the CSVs, the codebook and the data package are made.
"""

from dataclasses import dataclass, replace

from schemas import MODELS, REPORT_TABLES, SERIES, TABLES, vocabulary
from schemas.columns import Column, columns_of


@dataclass(frozen=True)
class Follower:
    """A column looked up in `table` by the id in column `key`: that table's column `source`."""

    name: str
    key: str
    table: str
    source: str


@dataclass(frozen=True)
class PublishedTable:
    """One CSV: its file name without ending, the ledger table or series it is made from, and its columns in order."""

    name: str
    made_from: str
    title: str
    description: str
    columns: tuple[Column, ...]
    followers: tuple[Follower, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The column that identifies a row; in a series there may be several."""
        return tuple(column.name for column in self.columns if column.own_id or column.key)


_CLAIM = (
    Follower("claim_title", "claim_id", "claims", "title"),
    Follower("measure", "claim_id", "claims", "measure"),
    Follower("event_id", "claim_id", "claims", "event_id"),
    Follower("event_title", "event_id", "events", "title"),
    Follower("statement_id", "claim_id", "claims", "statement_id"),
    Follower("stated_on", "statement_id", "statements", "stated_on"),
    Follower("channel", "statement_id", "statements", "channel"),
    Follower("basis", "statement_id", "statements", "basis"),
    Follower("stated_by_id", "statement_id", "statements", "claimant_id"),
    Follower("stated_by_name", "stated_by_id", "actors", "name"),
    Follower("stated_by_side", "stated_by_id", "actors", "side"),
)
_SOURCE = (
    Follower("source_title", "source_id", "sources", "title"),
    Follower("source_url", "source_id", "sources", "url"),
    Follower("published_on", "source_id", "sources", "published_on"),
    Follower("published_on_basis", "source_id", "sources", "published_on_basis"),
    Follower("language", "source_id", "sources", "language"),
    Follower("origin", "source_id", "sources", "origin"),
    Follower("read", "source_id", "sources", "read"),
    Follower("publisher_id", "source_id", "sources", "publisher_id"),
    Follower("publisher_name", "publisher_id", "actors", "name"),
)


def _name_of(key: str) -> tuple[Follower, ...]:
    return (Follower(key.removesuffix("_id") + "_name", key, "actors", "name"),)


_AFTER_REPORT = {"claim_id": _CLAIM, "source_id": _SOURCE} | {
    key: _name_of(key)
    for key in (
        "group_id",
        "affected_group_id",
        "numerator_group_id",
        "denominator_group_id",
        "claimant_id",
        "via_actor_id",
    )
}
_AFTER: dict[str, dict[str, tuple[Follower, ...]]] = {
    "statements": {
        "claimant_id": (*_name_of("claimant_id"), Follower("claimant_side", "claimant_id", "actors", "side")),
        "original_source_id": (Follower("original_url", "original_source_id", "sources", "url"),),
    },
    "claims": {
        "statement_id": (
            Follower("stated_on", "statement_id", "statements", "stated_on"),
            Follower("claimant_id", "statement_id", "statements", "claimant_id"),
            *_name_of("claimant_id"),
            Follower("claimant_side", "claimant_id", "actors", "side"),
        ),
        "event_id": (Follower("event_title", "event_id", "events", "title"),),
    },
    "sources": {
        "publisher_id": (*_name_of("publisher_id"), Follower("publisher_country", "publisher_id", "actors", "country")),
    },
    "settlement_control": {"place_id": (Follower("place_name", "place_id", "places", "name_en"),)},
} | dict.fromkeys(REPORT_TABLES, _AFTER_REPORT)

_TEXTS = {
    "statements": ("Statements", "One row is one utterance by one claimant."),
    "claims": ("Claims", "One row is one figure, or one status of ground, within a statement."),
    "sources": ("Sources", "One row is one document that carries claims."),
    "actors": ("Actors", "One row is one claimant, unit, state, publisher or group of people."),
    "places": ("Places", "One row is one place that claims name, or a settlement within 40 km of Bakhmut."),
    "events": ("Events", "One row is one thing that happened, or is said to have happened."),
    "advances": ("Reported advances", "One row is one claim about ground as one source reports it."),
    "casualties": ("Reported casualties", "One row is one claim about people as one source reports it."),
    "proportions": ("Reported proportions", "One row is one claimed ratio or share as one source reports it."),
    "relations": ("Relations", "One row is one denial, dispute, correction, confirmation or repetition."),
    "corrections": ("Corrections", "One row is one change that we made to a published row."),
    "coverage": ("Coverage", "One row is one week and side that was searched, and what was not found."),
    "general_staff_losses": ("Daily running total", "One row is one day's running total, by transcription."),
    "named_dead": ("Named dead", "One row is one week of death, with the lists of several years."),
    "outside_estimates": ("Dated estimates", "One row is one estimate of one body about one side."),
    "uk_mod_monthly": ("Monthly averages", "One row is the average daily casualties of one month."),
    "control_area": ("Area by layer and day", "One row is the area of one layer on one mapper's map of one day."),
    "settlement_control": ("Spells of settlements", "One row is one spell of one layer at one settlement's point."),
    "anomalies": ("Anomalies of the series", "One row is one known jump, gap or fault of a series."),
}


def spelled_out(column: Column) -> list[Column]:
    """The columns that spell out a quantity, a window or a list of ids."""
    name = column.name
    if column.kind == "quantity":
        bound = replace(column, kind="integer" if column.whole else "number", required=False)
        excluded = "" if column.whole else " With more_than, less_than and nearly the bound itself is excluded."
        return [
            replace(
                bound, name=f"{name}_low", description=f"Lower bound that the wording of {name} implies.{excluded}"
            ),
            replace(
                bound, name=f"{name}_high", description=f"Upper bound that the wording of {name} implies.{excluded}"
            ),
            Column(
                f"{name}_qualifier",
                "word",
                f"How {name} is worded.",
                vocabulary="qualifier",
                words=vocabulary.QUALIFIER,
            ),
            replace(
                bound,
                name=f"{name}_stated",
                kind="text",
                unit=column.unit,
                description=f"The figure or figures that {name} names, whatever the qualifier; two are joined by '..'.",
            ),
        ]
    if column.kind == "window":
        return [
            Column(f"{name}_start", "day", f"First day of {name}; blank where it is open or not known."),
            Column(f"{name}_end", "day", f"Last day of {name}; blank where it is open or not known."),
        ]
    if column.kind == "ids":
        names = name.removesuffix("_ids") + "_names"
        return [Column(names, "text", f"English names of {name}, in their order, separated by '; '.")]
    return []


def _published(made_from: str) -> PublishedTable:
    after = _AFTER.get(made_from, {})
    columns: list[Column] = []
    followers: list[Follower] = []
    for column in columns_of(TABLES[made_from]):
        columns += [column, *spelled_out(column)]
        for follower in after.get(column.name, ()):
            followers.append(follower)
            known = next(c for c in columns_of(MODELS[follower.table]) if c.name == follower.source)
            columns.append(replace(known, name=follower.name, required=False, own_id=False))
    title, description = _TEXTS[made_from]
    if made_from in SERIES:
        description += f" {vocabulary.SERIES_NAME[made_from]}"
    name = f"reported_{made_from}" if made_from in REPORT_TABLES else made_from
    return PublishedTable(name, made_from, title, description, tuple(columns), tuple(followers))


PUBLISHED: dict[str, PublishedTable] = {table.name: table for table in map(_published, _TEXTS)}
