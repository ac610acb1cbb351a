"""What one printed value changes about another, field by field: the kinds of `drift_kind`."""

from typing import Any

from analysis.evidence.book import Book
from schemas import quantity
from schemas.derived import FIGURES
from schemas.window import parse_window

_QUANTITIES = frozenset(field for fields in FIGURES.values() for field in fields)
_BARE = frozenset({"exact", "between", "either"})
_KIND_OF = {
    "movement": "movement_changed",
    "is_further": "increment_changed",
    "modality": "modality_changed",
    "extent": "place_changed",
    "place_scope": "place_changed",
    "place_ids": "place_changed",
    "accumulation": "window_changed",
    "window": "window_changed",
}


def kinds(field: str, reference: Any, printed: Any, book: Book) -> list[str]:
    """The kinds of change from `reference` to `printed`, none if they agree; both must be stated."""
    if reference == printed:
        return []
    if field in _QUANTITIES:
        return _of_quantity(reference, printed, whole=field == "count")
    agrees = {"window": _windows_nest, "place_ids": _places_nest}.get(field)
    if agrees and agrees(reference, printed, book):
        return []
    if field.endswith("group_id"):
        return [] if book.is_above(reference, printed, "actors") else ["group_changed"]
    if field == "place_scope":
        # Scope goes with the place: a wider or narrower name of one place is no change.
        return []
    return [_KIND_OF.get(field) or ("side_changed" if field.endswith("side") else "category_changed")]


def _of_quantity(reference: str, printed: str, *, whole: bool) -> list[str]:
    said, prints = quantity.parse(reference, whole=whole), quantity.parse(printed, whole=whole)
    found = [] if said.stated == prints.stated and (said.stated or reference == printed) else ["number_changed"]
    if said.qualifier == prints.qualifier or not said.stated or len(said.stated) != len(prints.stated):
        # "40 to 60 thousand" printed as "60 thousand" is another figure; that it is no span follows from that.
        return found
    bare = (said.qualifier in _BARE, prints.qualifier in _BARE)
    return [
        *found,
        {(False, True): "qualifier_dropped", (True, False): "qualifier_added"}.get(bare, "qualifier_changed"),
    ]


def _windows_nest(reference: str, printed: str, _: Book) -> bool:
    """Whether one window lies within the other: "in May" for 20 May is less precise, not another time."""
    one, other = parse_window(reference), parse_window(printed)
    return _within(one, other) or _within(other, one)


def _within(one: Any, other: Any) -> bool:
    starts = other.start is None or (one.start is not None and one.start >= other.start)
    ends = other.end is None or (one.end is not None and one.end <= other.end)
    return starts and ends


def _places_nest(reference: str, printed: str, book: Book) -> bool:
    """Whether every place of one list is, holds or is part of one of the other, or is its vicinity."""
    one, other = reference.split(), printed.split()
    return all(any(is_one_place(a, b, book) for b in other) for a in one) and all(
        any(is_one_place(a, b, book) for a in one) for b in other
    )


def is_one_place(one: str, other: str, book: Book) -> bool:
    """Whether two names may mean one place: a part and its whole, or a town's vicinity and another part of it."""
    if book.is_above(one, other, "places"):
        return True
    parents = {book.places[place]["parent_place_id"] for place in (one, other)}
    kinds_of = {book.places[place]["kind"] for place in (one, other)}
    return len(parents) == 1 and None not in parents and "vicinity" in kinds_of
