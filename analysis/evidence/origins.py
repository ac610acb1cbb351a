"""Origins: pages folded into where they come from, so that a wire report counts once however many carry it.

The origin of a reported row is found in this order: the page it says it took the claim from, the publisher or agency
it names, the agency or publisher its source was taken from, the source's own publisher. A publisher that names the
claimant's own body as its source read the claimant itself and stays an origin. A copy that does not tell whose it is
adds no origin, unless there is no other.
"""

from collections.abc import Iterable

from analysis.evidence.book import COPIES, Book, Row

UNKNOWN = "unknown"


def origin_of(row: Row, book: Book) -> str:
    """The actor from whom a source has the claim, or `UNKNOWN` for a copy of nobody knows whom."""
    here, seen = row, set()
    while here["via_source_id"] and here["report_id"] not in seen:
        seen.add(here["report_id"])
        behind = [r for r in book.reports[here["claim_id"]] if r["source_id"] == here["via_source_id"]]
        if not behind:
            return book.sources[here["via_source_id"]]["publisher_id"]
        here = behind[0]
    claimant = book.statement_of(here["claim_id"])["claimant_id"]
    via = here["via_actor_id"]
    if via and not (claimant and book.is_one_body(via, claimant)):
        return via
    source = book.sources[here["source_id"]]
    if source["origin"] in COPIES | {"wire"} and source["origin_actor_id"]:
        return source["origin_actor_id"]
    return UNKNOWN if source["origin"] in COPIES else source["publisher_id"]


def origins(rows: Iterable[Row], book: Book) -> set[str]:
    """The origins of some reported rows of one claim: one for each page, so that there are never more than pages."""
    pages: dict[str, set[str]] = {}
    for row in rows:
        pages.setdefault(row["source_id"], set()).add(origin_of(row, book))
    found = {_of_page(names, book.sources[page]["publisher_id"]) for page, names in pages.items()}
    return found - {UNKNOWN} or found


def _of_page(names: set[str], publisher: str) -> str:
    """A page that names another for one printing of the claim counts as the other's for all its printings."""
    return min(names - {publisher, UNKNOWN} or names - {UNKNOWN} or names)
