"""What stands on which page, and in which order: ids only; the templates place what the ids stand for."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.report.counts import printing
from analysis.report.rows import Row, Rows


@dataclass(frozen=True)
class Claim:
    """A claim, its reported rows by day of publication, and for each printing a row of every source that has it."""

    id: str
    report_ids: tuple[str, ...]
    printings: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Statement:
    """A statement with its claims, the relations it makes and meets (each a group told by several sources)."""

    id: str
    claims: tuple[Claim, ...]
    made: tuple[tuple[str, ...], ...]
    met: tuple[tuple[str, ...], ...]
    correction_ids: tuple[str, ...]


@dataclass(frozen=True)
class Month:
    """The statements of one month (`edtf` is empty for those of no known day)."""

    edtf: str
    statement_ids: tuple[str, ...]


def statements(rows: Rows) -> list[Statement]:
    """Every statement, by day."""
    return [statement(rows, row["statement_id"]) for row in sorted(rows.tables["statements"], key=_when_said)]


def statement(rows: Rows, statement_id: str) -> Statement:
    """One statement."""
    claims = tuple(_claim(rows, row["claim_id"]) for row in rows.claims_of.get(statement_id, []))
    claim_ids = {claim.id for claim in claims}
    links = rows.tables["relations"]
    made = _groups(links, lambda row: row["from_statement_id"] == statement_id)
    met = _groups(links, lambda row: row["to_id"] == statement_id or row["to_id"] in claim_ids)
    own = {statement_id, *claim_ids, *(one for claim in claims for one in claim.report_ids)}
    corrected = tuple(row["correction_id"] for row in rows.tables["corrections"] if row["row_id"] in own)
    return Statement(statement_id, claims, made, met, corrected)


def months(rows: Rows) -> list[Month]:
    """Statements month by month; last, those of no known day."""
    grouped: dict[str, list[str]] = {}
    for row in sorted(rows.tables["statements"], key=_when_said):
        grouped.setdefault((row["stated_on"] or "")[:7], []).append(row["statement_id"])
    return [Month(edtf, tuple(ids)) for edtf, ids in grouped.items()]


def _claim(rows: Rows, claim_id: str) -> Claim:
    reports = sorted(rows.reports_of.get(claim_id, []), key=_when_published)
    alike: dict[tuple, dict[str, str]] = {}
    for row in reports:
        if row["status"] == "active":
            # A page may print the same figure more than once, as in its lede and in a quotation.
            alike.setdefault(printing(row), {}).setdefault(row["source_id"], row["report_id"])
    printings = tuple(tuple(of_source.values()) for of_source in alike.values())
    return Claim(claim_id, tuple(row["report_id"] for row in reports), printings)


def _groups(links: Iterable[Row], wanted: object) -> tuple[tuple[str, ...], ...]:
    """Relations that say the same and differ in their source."""
    alike: dict[tuple, list[str]] = {}
    for row in filter(wanted, links):
        key = tuple(row[field] for field in ("from_statement_id", "relation", "to_id", "event_id", "said_by"))
        alike.setdefault(key, []).append(row["relation_id"])
    return tuple(map(tuple, alike.values()))


def _when_said(row: Row) -> tuple:
    return (row["stated_on"] is None, row["stated_on"] or "", row["claimant_name"] or "", row["statement_id"])


def _when_published(row: Row) -> tuple:
    return (row["published_on"] is None, row["published_on"] or "", row["publisher_name"], row["report_id"])
