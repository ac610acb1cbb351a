"""Support: what else stands behind a claim, as facts and not as a grade.

A root is a claimant at first hand about the same event whose figure or status is compatible; who relies on another's
figures is no root, the other is. Pages are never roots: twenty outlets with one post have one. No party to the
fighting is independent of itself, and a basis that is not stated never counts as one.
"""

from itertools import combinations, product

import pandas as pd

from analysis.evidence import ground, intervals, keys, links, meant, origins
from analysis.evidence.book import NO_PARTY, Book, Row
from analysis.evidence.consolidate import heading
from analysis.evidence.meant import Meant
from schemas import vocabulary
from schemas.derived import DERIVED, names_of

_NO_SUPPORT = frozenset({"projected", "conditional"})
_LOST_BY_THE_MOVER = frozenset({"withdrawal", "regrouping", "no_progress", "attack_repelled"})
_LOST_BY_THE_HOLDER = frozenset({"capture", "advance", "foothold"})
# Column of claim ids -> how the sentence tells it.
_TELLS = {
    "same_side_claim_ids": "also said on the same side by {}",
    "opposing_side_claim_ids": "also said by the other party: {}",
    "party_claim_ids": "also said by a party to the fighting: {}",
    "losing_side_claim_ids": "also said by the side that loses by it: {}",
    "third_party_first_hand_claim_ids": "by third parties with a stated basis of their own: {}",
    "third_party_on_party_claim_ids": "by third parties that rely on a party: {}",
    "third_party_unstated_claim_ids": "by third parties without a stated basis: {}",
}


def support(book: Book, read: dict[str, Meant]) -> pd.DataFrame:
    """One row a claim that has a reported row, in the order of the ledger's claims.

    `read` is what each claim may mean; one that only an outlet's arithmetic carries is not in it.
    """
    found = links.links(book)
    backing = _backing(read, links.taken_back(found))
    confirming: dict[str, list[str]] = {}
    for link in found:
        if link.relation == "confirms" and link.said_by != "editor":
            for claim in link.to_claim_ids:
                confirming.setdefault(claim, []).append(link.from_statement_id)
    rows = []
    for claim in filter(book.reports.get, book.claims):
        others = [read[other] for other in sorted(backing.get(claim, ()))]
        rows.append(_row(claim, read.get(claim), others, sorted(set(confirming.get(claim, ()))), book))
    return pd.DataFrame(rows, columns=names_of(DERIVED["support"].columns))


def _backing(read: dict[str, Meant], taken_back: set[str]) -> dict[str, set[str]]:
    """For each claim the compatible claims about its event; pairs are only formed within an event."""
    by_event: dict[str, list[Meant]] = {}
    for claim, known in read.items():
        if known.event_id and claim not in taken_back:
            by_event.setdefault(known.event_id, []).append(known)
    found: dict[str, set[str]] = {}
    for event in by_event.values():
        for one, other in combinations(event, 2):
            if is_compatible(one, other):
                found.setdefault(one.claim_id, set()).add(other.claim_id)
                found.setdefault(other.claim_id, set()).add(one.claim_id)
    return found


def is_compatible(one: Meant, other: Meant) -> bool:
    """Whether two claims about one event say what can both be so: same keys, no two values that exclude each other."""
    if one.table != other.table or _NO_SUPPORT & (one.values["modality"] | other.values["modality"]):
        return False
    shared = one.figures.keys() & other.figures.keys()
    if one.table == "advances":
        if not ground.agree(one, other) or (shared and one.values["accumulation"] != other.values["accumulation"]):
            return False
    elif not shared or one.measure != other.measure or set(keys.differing(one, other)) - {"modality"}:
        return False
    return not any(
        intervals.are_disjoint(a, b) and not meant.name_one_figure(cell, beside, whole=field == "count")
        for field in shared
        for (cell, a), (beside, b) in product(one.figures[field], other.figures[field])
    )


def root_of(claimant_id: str | None, relies_on: str | None, book: Book) -> str | None:
    """Whose knowledge it is: the actor relied on, else the claimant; a person speaks for the body above."""
    actor = relies_on or claimant_id
    if actor and book.actors[actor]["kind"] in ("person", "unnamed"):
        return book.actors[actor]["parent_actor_id"] or actor
    return actor


def _row(claim_id: str, known: Meant | None, backing: list[Meant], confirming: list[str], book: Book) -> Row:
    claim_root = root_of(known.claimant_id, known.relies_on, book) if known else None
    others = [m for m in backing if root_of(m.claimant_id, m.relies_on, book) not in (None, claim_root)]
    said = [book.statements[statement] for statement in confirming]
    roots = {root_of(m.claimant_id, m.relies_on, book) for m in others}
    roots |= {root_of(row["claimant_id"], row["relies_on"], book) for row in said} - {None}
    roots |= {claim_root}
    rows = book.entering(claim_id)
    losing = losers(known) if known else frozenset()
    made = heading(claim_id, book) | {
        "n_sources": len({row["source_id"] for row in rows}),
        "n_origins": len(origins.origins(rows, book)),
        "n_roots": len(roots),
        "n_control_groups": len({book.control_group(root) if root else None for root in roots}),
        "is_against_own_side": book.side(known.claimant_id) in losing if known else None,
        **{column: " ".join(ids) or None for column, ids in _by_side(known, others, losing, book).items()},
        "confirming_statement_ids": " ".join(confirming) or None,
    }
    return made | {"support": sentence(made, book)}


def losers(known: Meant) -> frozenset[str]:
    """The parties that lose by what is claimed."""
    if known.table == "casualties":
        return known.values["affected_side"] - NO_PARTY
    if known.table == "proportions":
        return (known.values["numerator_side"] - known.values["denominator_side"]) - NO_PARTY
    movement, mover = known.one("movement"), known.values["moving_side"]
    if movement in _LOST_BY_THE_MOVER:
        return mover - NO_PARTY
    if movement in _LOST_BY_THE_HOLDER:
        return known.values["holding_side"] - NO_PARTY
    return frozenset(vocabulary.SIDE) - NO_PARTY - mover if movement == "hold" else frozenset()


def _by_side(known: Meant | None, others: list[Meant], losing: frozenset[str], book: Book) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {column: [] for column in _TELLS}
    own = book.side(known.claimant_id) if known else None
    for other in others:
        side = book.side(other.claimant_id)
        found[_column_of(known, other, own, side, book)].append(other.claim_id)
        if side in losing:
            found["losing_side_claim_ids"].append(other.claim_id)
    return found


def _column_of(known: Meant, other: Meant, own: str | None, side: str | None, book: Book) -> str:
    """Who the other is, seen from the claimant; under one control is one side, whoever the two are."""
    groups = [book.control_group(actor) if actor else None for actor in (known.claimant_id, other.claimant_id)]
    if groups[0] == groups[1]:
        return "same_side_claim_ids"
    if side in NO_PARTY:
        return _third_party(other, book)
    if own in NO_PARTY:
        return "party_claim_ids"
    return "same_side_claim_ids" if side == own else "opposing_side_claim_ids"


def _third_party(other: Meant, book: Book) -> str:
    if other.relies_on and book.side(other.relies_on) not in NO_PARTY:
        return "third_party_on_party_claim_ids"
    first_hand = not other.relies_on and other.basis != "unstated"
    return "third_party_first_hand_claim_ids" if first_hand else "third_party_unstated_claim_ids"


def sentence(made: Row, book: Book) -> str:
    """The facts of one claim as a reader says them: "12 pages, 7 origins, one root: the brigade (a post)"."""
    carried = ", ".join(
        _number(made[f"n_{word}s"], noun) for word, noun in (("source", "page"), ("origin", "origin"), ("root", "root"))
    )
    parts = [f"{carried}: {_who(made, book)}"]
    if made["is_against_own_side"]:
        parts.append("the claimant's own side loses by it")
    parts += [tells.format(_names(made[column], book)) for column, tells in _TELLS.items() if made[column]]
    if made["confirming_statement_ids"]:
        parts.append(f"confirmed by {_claimants(made['confirming_statement_ids'].split(), book)}")
    if made["n_roots"] == 1:
        parts.append("nobody else in the ledger says what agrees with it")
    return "; ".join(parts)


def _number(n: int, noun: str) -> str:
    return f"one {noun}" if n == 1 else f"{n} {noun}s"


def _who(made: Row, book: Book) -> str:
    statement = book.statements[made["statement_id"]]
    channel = vocabulary.CHANNEL[statement["channel"]].rstrip(".")
    where = "" if statement["channel"] == "unknown" else f" ({channel[0].lower()}{channel[1:]})"
    relied = statement["relies_on"]
    by = f", relying on {book.actors[relied]['name']}" if relied else ""
    return f"{made['claimant_name'] or 'nobody is named'}{where}{by}"


def _names(claim_ids: str, book: Book) -> str:
    return _claimants([book.claims[claim]["statement_id"] for claim in claim_ids.split()], book)


def _claimants(statement_ids: list[str], book: Book) -> str:
    ids = [book.statements[statement]["claimant_id"] for statement in statement_ids]
    return ", ".join(sorted({book.actors[actor]["name"] if actor else "nobody named" for actor in ids}))
