"""How two claims about ground meet: a small table of movements, by place and date.

`X` is the side that moves in the first claim. A capture by one side and a hold, or a repelled attack, of the other
exclude each other; a capture by one and a withdrawal of the other agree. Figures play no part here.
"""

from itertools import product

from analysis.evidence.book import Book
from analysis.evidence.keys import overlap
from analysis.evidence.meant import Meant

SAME, OTHER = True, False
# (movement, movement of the later or simultaneous claim, whether the same side moves)
_EXCLUDE = {
    ("capture", "hold", OTHER),
    ("capture", "attack_repelled", SAME),
    ("capture", "no_progress", SAME),
    ("capture", "contested", SAME),
    ("capture", "contested", OTHER),
    ("withdrawal", "hold", SAME),
}
_AGREE = {
    ("capture", "withdrawal", OTHER),
    ("capture", "capture", SAME),
    ("advance", "withdrawal", OTHER),
    ("advance", "advance", SAME),
    ("withdrawal", "withdrawal", SAME),
    ("hold", "hold", SAME),
    ("hold", "attack_repelled", OTHER),
    ("attack_repelled", "attack_repelled", SAME),
    ("contested", "contested", SAME),
    ("contested", "contested", OTHER),
    ("foothold", "foothold", SAME),
}
_MIRRORED = {(other, one, side) for one, other, side in _AGREE}
_WHOLE_PLACES = frozenset({"point", "settlement", "several_settlements"})
_PARTS = frozenset({"some_sections", "across_sections"})


def exclude(first: Meant, later: Meant) -> bool:
    """Whether a status and one said of the same or a later day exclude each other, wherever they are.

    An area or a share that is held is a part of a place, and excludes nothing.
    """
    return first.measure == later.measure == "ground_status" and _all_in(_EXCLUDE, first, later)


def agree(one: Meant, other: Meant) -> bool:
    """Whether two movements say the same from both ends, at one place and on overlapping days."""
    if not one.places & other.places or not _all_in(_AGREE | _MIRRORED, one, other):
        return False
    return _holds_on(one, other) or bool(one.days and other.days and _share_a_day(one.days, other.days))


def _all_in(table: set[tuple], one: Meant, other: Meant) -> bool:
    """Whether every status that the one may have stands in the table with every status of the other."""
    pairs = list(product(one.statuses, other.statuses))
    return bool(pairs) and all((a[0], b[0], a[1] == b[1]) in table for a, b in pairs)


def _holds_on(one: Meant, other: Meant) -> bool:
    """A place once taken stays taken within an event: two captures need not be claimed on one day."""
    movements = {movement for movement, _ in one.statuses | other.statuses}
    return "capture" in movements and movements <= {"capture", "withdrawal"}


def _share_a_day(one: tuple, other: tuple) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def differing(first: Meant, later: Meant, book: Book) -> list[str]:
    """The keys on which two statuses that would exclude each other do not meet."""
    found = []
    if not _one_pinned_place(first, later, book):
        found.append("place_ids")
    if _PARTS & (first.values["extent"] | later.values["extent"]):
        found.append("extent")
    if not _in_order(first, later):
        found.append("window")
    if {"asserted"} != first.values["modality"] | later.values["modality"]:
        found.append("modality")
    return found


def _one_pinned_place(one: Meant, other: Meant, book: Book) -> bool:
    """Both name the same settlement, or the same named part of one; a vicinity or flank has room for both."""
    shared = one.places & other.places
    scopes = one.values["place_scope"] | other.values["place_scope"]
    if scopes == {"part_of_settlement"}:
        return any(book.places[place]["kind"] in ("part_of_settlement", "feature") for place in shared)
    return bool(shared) and scopes <= _WHOLE_PLACES


def _in_order(first: Meant, later: Meant) -> bool:
    """Whether the second is said of a day on which the first had already happened.

    A place may be fought over in the morning and taken in the evening, so "contested" must be of a later day.
    """
    if not (first.days and later.days):
        return False
    if any(movement == "contested" for movement, _ in later.statuses):
        return first.days[1] < later.days[0]
    return first.days[1] <= later.days[0]


def looks_alike(first: Meant, later: Meant, key: str) -> bool:
    """Whether two statuses that differ in one key could be taken for statuses of one place at one time."""
    if key == "place_ids":
        return bool(first.places & later.places)
    if key == "window":
        return bool(first.window and later.window and overlap(first.window, later.window))
    return True


def status(meant: Meant) -> str:
    """A status in words: movement, side and extent, in the ledger's words."""
    words = " or ".join(f"{movement} {side}" for movement, side in sorted(meant.statuses)) or "unsettled"
    return " ".join((words, *sorted(meant.values["extent"])))
