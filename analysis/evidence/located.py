"""Where a claim about ground is, as far as points can tell.

A place has its own point, or that of the nearest place it lies in or around: the vicinity of a town has the town's. An
area that lies in nothing smaller than a region has none. Distances are great circles, in kilometres.
"""

from dataclasses import dataclass
from math import asin, cos, hypot, radians, sin, sqrt

from analysis.evidence.book import Book
from analysis.evidence.meant import Meant

Point = tuple[float, float]
_EARTH_KM = 6371.0
_SETTLEMENTS = frozenset({"point", "settlement", "several_settlements"})


@dataclass(frozen=True)
class Located:
    """`named` is every place that a page names, `points` the settlements whose points stand for it.

    `by` is a word of `located_by`; `is_pinned_down` where all pages name the same settlements, and mean them.
    """

    named: tuple[str, ...]
    points: dict[str, Point]
    by: str
    is_pinned_down: bool


def of(known: Meant, book: Book) -> Located:
    """Where the claim is; every page's places count, for pages that differ leave a place open."""
    cells = known.values["place_ids"]
    named = tuple(sorted({place for cell in cells for place in cell.split()}))
    found = {place: _with_point(place, book) for place in named}
    points = {place: _point(place, book) for place in sorted(set(found.values()) - {None})}
    own = bool(named) and all(place == at for place, at in found.items())
    by = "own_point" if own else "parents_point" if points else "none"
    pinned = own and len(cells) == 1 and known.values["place_scope"] <= _SETTLEMENTS
    return Located(named, points, by, pinned)


def _with_point(place: str, book: Book) -> str | None:
    above = book.chain(place, "places")
    return next((one for one in above if book.places[one].get("precision") == "point"), None)


def _point(place: str, book: Book) -> Point:
    row = book.places[place]
    return float(row["lat"]), float(row["lon"])


def points_of(book: Book) -> dict[str, Point]:
    """Every place that has a point of its own."""
    return {place: _point(place, book) for place, row in book.places.items() if row.get("precision") == "point"}


def distance_km(one: Point, other: Point) -> float:
    """Great-circle distance of two points, in kilometres (haversine)."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (*one, *other))
    across = sqrt(cos(lat_a) * cos(lat_b)) * sin((lon_b - lon_a) / 2)
    return 2 * _EARTH_KM * asin(hypot(sin((lat_b - lat_a) / 2), across))
