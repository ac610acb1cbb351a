"""Relations between statements, resolved to the claims they are about."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.evidence.book import Book, Row

TAKES_BACK = frozenset({"corrects", "retracts", "supersedes"})
SAYS_OTHERWISE = frozenset({"denies", "disputes"})
# Who makes a link, from the one it weighs most with.
_SAID_BY = ("claimant", "source", "editor")


@dataclass(frozen=True)
class Link:
    """One link; `to_statement_id` is None and `to_claim_ids` empty for a denial without a clear target."""

    relation: str
    from_statement_id: str
    to_statement_id: str | None
    to_claim_ids: tuple[str, ...]
    event_id: str | None
    said_by: str
    relation_ids: tuple[str, ...]

    @property
    def link_id(self) -> str:
        """The link in one word, without the pages that carry it."""
        to = self.to_claim_ids[0] if len(self.to_claim_ids) == 1 else self.to_statement_id
        return "-".join((self.from_statement_id, self.relation, to or self.event_id or "untargeted"))


def links(book: Book) -> list[Link]:
    """Every link once, however many pages carry it, in the order of its first relation."""
    groups: dict[tuple, list[Row]] = {}
    for row in book.relations:
        statement, claims = _target(row, book)
        event = row["event_id"] or (book.claims[claims[0]]["event_id"] if claims else None)
        groups.setdefault((row["relation"], row["from_statement_id"], statement, claims, event), []).append(row)
    return [
        Link(*key, min((row["said_by"] for row in rows), key=_SAID_BY.index), tuple(r["relation_id"] for r in rows))
        for key, rows in groups.items()
    ]


def _target(row: Row, book: Book) -> tuple[str | None, tuple[str, ...]]:
    to = row["to_id"]
    if to in book.claims:
        return book.claims[to]["statement_id"], (to,)
    return to, tuple(about(to, row["event_id"], book))


def about(statement_id: str | None, event_id: str | None, book: Book) -> list[str]:
    """The claims of a statement about an event, or all of them where none is or no event is told."""
    every = book.claims_of.get(statement_id, [])
    return [claim for claim in every if book.claims[claim]["event_id"] == event_id] or every


def taken_back(found: list[Link]) -> set[str]:
    """Claims that their claimant corrected or took back: they are not current."""
    return set(_all_claims(link for link in found if link.relation in TAKES_BACK))


def _all_claims(found: Iterator[Link]) -> Iterator[str]:
    for link in found:
        yield from link.to_claim_ids
