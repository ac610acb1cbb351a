"""Contradictions: claims about one event that exclude each other, deny or revise each other, or only look alike.

Figures contradict only where the claims meet on every key (`keys`), both are asserted and current, and the intervals
have nothing in common; running totals only on one day, or where the earlier low exceeds the later high. Statuses of
ground meet by a small table (`ground`). What a claimant says of another's statement comes from `relations`.
"""

from collections.abc import Iterator
from itertools import combinations, product

import pandas as pd

from analysis.evidence import ground, intervals, keys, links, meant
from analysis.evidence.book import Book, Row
from analysis.evidence.links import Link
from analysis.evidence.meant import Meant
from schemas.derived import DERIVED, names_of


def contradictions(book: Book, read: dict[str, Meant]) -> pd.DataFrame:
    """One row a pair or link; `read` is what each claim may mean.

    Columns as in `schemas/derived.py`, ordered by `contradiction_id`.
    """
    found = links.links(book)
    rows = [*_pairs(read, links.taken_back(found), book), *_links(found, read, book)]
    rows.sort(key=lambda row: row["contradiction_id"])
    columns = names_of(DERIVED["contradictions"].columns)
    return pd.DataFrame([[row.get(name) for name in columns] for row in rows], columns=columns, dtype="object")


def _pairs(read: dict[str, Meant], taken_back: set[str], book: Book) -> Iterator[Row]:
    """Rows that the code finds; pairs are only formed within an event, a table and a measure or two of ground."""
    by_event: dict[tuple, list[Meant]] = {}
    for claim, known in read.items():
        if known.event_id and claim not in taken_back:
            by_event.setdefault((known.event_id, known.table), []).append(known)
    for group in by_event.values():
        for one, other in combinations(group, 2):
            if one.statement_id != other.statement_id:
                row = (one.table == "advances" and _of_ground(one, other, book)) or _of_figures(one, other, book)
                if row:
                    yield row


def _of_ground(one: Meant, other: Meant, book: Book) -> Row | None:
    for first, later in ((one, other), (other, one)):
        if ground.exclude(first, later):
            differs = ground.differing(first, later, book)
            kind = _kind("ground", differs, first, later, book)
            if kind == "not_comparable" and not ground.looks_alike(first, later, differs[0]):
                continue
            if kind:
                return _row(kind, first, later, ["movement"], differs, book)
    return None


def _of_figures(one: Meant, other: Meant, book: Book) -> Row | None:
    if one.measure != other.measure:
        return None
    shared = sorted(one.figures.keys() & other.figures.keys())
    apart = [field for field in shared if _are_apart(one, other, field)]
    if not apart:
        return None
    first, later = _in_order(one, other)
    differs = keys.differing(first, later)
    if differs == ["window"] and _total_falls(first, later, apart):
        differs = []
    kind = _kind("figures", differs, first, later, book)
    if not kind or (kind == "not_comparable" and not keys.looks_alike(first, later, differs[0], book)):
        return None
    return _row(kind, first, later, apart, differs, book)


def _are_apart(one: Meant, other: Meant, field: str) -> bool:
    pairs = product(one.figures[field], other.figures[field])
    if any(meant.name_one_figure(a, b, whole=field == "count") for (a, _), (b, _) in pairs):
        return False
    return intervals.are_disjoint(one.nearest(field), other.nearest(field))


def _kind(kind: str, differs: list[str], one: Meant, other: Meant, book: Book) -> str | None:
    same = book.is_same_speaker(one.claimant_id, other.claimant_id)
    if not differs:
        return "revision" if same else kind
    return "not_comparable" if len(differs) == 1 and not same else None


def _in_order(one: Meant, other: Meant) -> tuple[Meant, Meant]:
    """The earlier stated first, so that a revision and a falling total read forward; undated ones by id."""
    days = [m.stated.start.isoformat() if m.stated else "" for m in (one, other)]
    ordered = sorted(((days[0], one.claim_id, one), (days[1], other.claim_id, other)), key=lambda x: x[:2])
    return ordered[0][2], ordered[1][2]


def _total_falls(one: Meant, other: Meant, fields: list[str]) -> bool:
    """Whether a running total said for a later day lies wholly below one for an earlier day."""
    for earlier, later in ((one, other), (other, one)):
        if keys.falls(earlier, later):
            return any(intervals.is_below(later.nearest(field), earlier.nearest(field)) for field in fields)
    return False


def _row(kind: str, one: Meant, other: Meant, fields: list[str], differs: list[str], book: Book) -> Row:
    figures = [field for field in fields if field != "movement"]
    return {
        "contradiction_id": f"{one.claim_id}-vs-{other.claim_id}",
        "kind": kind,
        "event_id": one.event_id,
        **_end("a", one, figures, book),
        **_end("b", other, figures, book),
        "fields": " ".join(fields),
        "key_met": keys.met(one, other, book),
        "key_differs": differs[0] if differs else None,
        "holds_on_every_reading": _on_every_reading(one, other, figures),
    }


def _on_every_reading(one: Meant, other: Meant, fields: list[str]) -> bool | None:
    if not fields:
        return None
    hedged = keys.is_hedged(one) or keys.is_hedged(other)
    return not hedged and all(intervals.are_disjoint(one.widest(f), other.widest(f)) for f in fields)


def _end(end: str, known: Meant, fields: list[str], book: Book) -> Row:
    worded = [known.as_worded(field) for field in fields]
    if not worded and known.table == "advances":
        worded = [ground.status(known)]
    bounds = [str(known.widest(field)) for field in fields]
    statement = book.statements[known.statement_id]
    return {
        f"claim_id_{end}": known.claim_id,
        f"statement_id_{end}": known.statement_id,
        f"claimant_id_{end}": known.claimant_id,
        f"stated_on_{end}": statement["stated_on"],
        f"value_{end}": " / ".join(worded) or None,
        f"interval_{end}": " / ".join(bounds) or None,
    }


def _links(found: list[Link], read: dict[str, Meant], book: Book) -> Iterator[Row]:
    """Denials and disputes as they were said, and claimants who took something back."""
    kinds = dict.fromkeys(links.TAKES_BACK, "revision") | {kind: kind for kind in links.SAYS_OTHERWISE}
    for link in found:
        if link.relation in kinds:
            yield {
                "contradiction_id": f"{link.link_id}-as-linked",  # a relation of the ledger has the bare id
                "kind": kinds[link.relation],
                "event_id": link.event_id,
                **_linked("a", link.from_statement_id, _claims_from(link, read, book), read, book),
                **_linked("b", link.to_statement_id, link.to_claim_ids, read, book),
                "said_by": link.said_by,
                "relation_ids": " ".join(link.relation_ids),
            }  # fmt: skip


def _claims_from(link: Link, read: dict[str, Meant], book: Book) -> list[str]:
    """The claims with which a statement denies or corrects: the one that meets the target, if one does."""
    own = links.about(link.from_statement_id, link.event_id, book)
    target = read.get(link.to_claim_ids[0]) if len(link.to_claim_ids) == 1 else None
    meeting = [c for c in own if target and c in read and _meet(read[c], target)]
    return meeting if len(meeting) == 1 else own


def _meet(one: Meant, other: Meant) -> bool:
    return one.table == other.table and one.measure == other.measure and not keys.differing(one, other)


def _linked(end: str, statement_id: str | None, claims: list[str] | tuple[str, ...], read: dict, book: Book) -> Row:
    """One end of a link: the claim where it is only one, else the statement."""
    known = read.get(claims[0]) if len(claims) == 1 else None
    if known:
        return _end(end, known, sorted(known.figures), book)
    statement = book.statements[statement_id] if statement_id else {"claimant_id": None, "stated_on": None}
    return {
        f"statement_id_{end}": statement_id,
        f"claimant_id_{end}": statement["claimant_id"],
        f"stated_on_{end}": statement["stated_on"],
    }
