"""The keys on which two claims about one event must meet before their figures can be compared.

`differing` names the keys on which they do not; `met` tells in words on which they do.
"""

from analysis.evidence.book import Book
from analysis.evidence.meant import Meant
from schemas.window import Window, parse_window

_WORDS = {
    "casualties": ("affected_side", "affected_kind", "affected_group_id", "category", "accumulation", "is_further"),
    "advances": ("movement", "moving_side", "group_id", "accumulation", "is_further"),
    "proportions": (
        "numerator_side", "numerator_group_id", "numerator_category", "numerator_unit", "denominator_side",
        "denominator_group_id", "denominator_category", "denominator_unit", "accumulation",
    ),
}  # fmt: skip
# A word that may mean the dead or all casualties is compared with nothing.
_NEVER = frozenset({"losses_as_worded"})
# Two plain words are two things; a word that covers several may be taken for one of them.
_PLAIN = frozenset({"killed", "wounded", "captured", "missing"})
_ASSERTED = frozenset({"asserted"})
RUNNING = "running_total"


def differing(one: Meant, other: Meant) -> list[str]:
    """The keys on which two claims of one table do not meet, a field that pages leave unsettled among them."""
    found = [field for field in _WORDS[one.table] if not _same(one, other, field)]
    if not _same_place(one, other):
        found.append("place_ids")
    if not _same_window(one, other):
        found.append("window")
    if one.values["modality"] != _ASSERTED or other.values["modality"] != _ASSERTED:
        found.append("modality")
    return found


def _same(one: Meant, other: Meant, field: str) -> bool:
    values = one.values[field] | other.values[field]
    return one.values[field] == other.values[field] and len(values) <= 1 and not values & _NEVER


def _same_place(one: Meant, other: Meant) -> bool:
    """An incident has one place; else all pages of both must name the same places with the same scope."""
    if one.event_kind == "incident":
        return True
    return _same(one, other, "place_ids") and _same(one, other, "place_scope")


def _same_window(one: Meant, other: Meant) -> bool:
    if one.event_kind == "incident":
        return not (one.window and other.window) or overlap(one.window, other.window)
    if not (one.window and other.window):
        return False
    if one.one("accumulation") == other.one("accumulation") == RUNNING:
        return same_start(one, other) and one.window.end == other.window.end
    return one.window == other.window


def same_start(one: Meant, other: Meant) -> bool:
    """Whether two running totals of one event can count from the same day; "as of" leaves the start to the event."""
    starts = {meant.window.start for meant in (one, other) if meant.window} - {None}
    return len(starts) <= 1


def overlap(one: Window, other: Window) -> bool:
    """Whether two windows share a day; an open end is taken as far as need be."""
    begins_late = one.start and other.end and one.start > other.end
    ends_early = one.end and other.start and one.end < other.start
    return not (begins_late or ends_early)


def falls(one: Meant, other: Meant) -> bool:
    """Whether the one running total is of no later day than the other, so that it can be no higher.

    The first may be dated by its statement, since a total is never of a later day than that; the second may not.
    """
    if not (one.one("accumulation") == other.one("accumulation") == RUNNING and same_start(one, other)):
        return False
    last = one.window.end if one.window else (one.stated.end if one.stated else None)
    first = _as_of(other)
    return last is not None and first is not None and last <= first


def _as_of(meant: Meant) -> object:
    """The first day of which a running total may be: a total "as of May" may be of the first of May."""
    cell = meant.one("window")
    return parse_window(cell.rpartition("/")[2]).start if cell and not cell.endswith("..") else None


def looks_alike(one: Meant, other: Meant, key: str, book: Book) -> bool:
    """Whether two claims that differ in one key could be taken for claims about the same thing."""
    if key.endswith("side"):
        return False
    if key.endswith("group_id"):
        groups = one.values[key], other.values[key]
        return all(len(g) <= 1 for g in groups) and _nested(*groups, "actors", book)
    if key == "category":
        return not (one.values[key] <= _PLAIN and other.values[key] <= _PLAIN)
    if key == "place_ids":
        return _nested(one.places, other.places, "places", book)
    if key == "window":
        return _windows_look_alike(one, other)
    return True


def _nested(one: frozenset[str], other: frozenset[str], table: str, book: Book) -> bool:
    return not one or not other or any(book.is_above(a, b, table) for a in one for b in other)


def _windows_look_alike(one: Meant, other: Meant) -> bool:
    """Overlapping and not the same; where one is not known, both said on one day."""
    if one.window and other.window:
        running = one.one("accumulation") == RUNNING
        return one.window.end == other.window.end if running else overlap(one.window, other.window)
    return bool(one.stated and one.stated == other.stated)


def met(one: Meant, other: Meant, book: Book) -> str:
    """The keys on which the two meet, in words."""
    fields = [f for f in (*_WORDS[one.table], "place_ids", "window") if one.one(f) is not None]
    return "; ".join(f"{f} {str(one.one(f)).lower() if f == 'is_further' else one.one(f)}"
                     for f in fields if one.values[f] == other.values[f])  # fmt: skip
