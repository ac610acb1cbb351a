"""The map check in sentences, built from the fields of its row: what was seen, where, how little it proves."""

from datetime import timedelta

from analysis.evidence.book import Book, Row
from analysis.evidence.map_reach import Reach
from schemas.series.mapped import BOX
from schemas.vocabulary import MAP_REASON, MAPPER

_REFUTES = "maps are drawn late and coarsely, so this refutes nothing."
_ENDS = {
    (
        "consistent",
        "box",
    ): "Somewhere in the box the map changed in favour of the side that is said to have gained ground. "
    "It does not show that it changed where, when or as far as claimed, and confirms nothing.",
    ("no_change_seen", "box"): f"No ground in the box changed in favour of either side; {_REFUTES}",
    ("contrary_change", "box"): f"The box changed in favour of the other side only; {_REFUTES}",
    ("consistent", "points"): "At the points of the settlements named the map changed as claimed; a point is not the "
    "settlement, the mapper may follow the claim itself, and nothing is confirmed.",
    ("no_change_seen", "points"): f"The points of the settlements named did not all change as claimed; {_REFUTES}",
    ("contrary_change", "points"): f"A point of the settlements named changed in favour of the other side; {_REFUTES}",
}


def sentences(row: Row, reach: Reach, book: Book) -> str:
    """One row of `map_check` in words."""
    name = MAPPER[row["mapper"]].split(":")[0]
    if row["verdict"] == "not_assessable":
        return " ".join(filter(None, (f"{name}: not assessable.", MAP_REASON[row["reason"]], _missing(row))))
    parts = [
        f"{name} (side: {row['mapper_side']}), map of {row['snapshot_before']} and map of {row['snapshot_after']}.",
        "The map is the claimant's own." if row["is_own_map"] else "",
        _missing(row),
        _areas(row),
        _usual(row, reach),
        _settlements(row, reach, book),
        _place(row, book),
        "The claim states no day; that of its statement stands for it." if row["days_from"] == "statement" else "",
        _rectangle(row),
        MAP_REASON[row["reason"]] if row.get("reason") else "",
        _ENDS[row["verdict"], row["rests_on"]],
    ]
    return " ".join(filter(None, parts))


def _missing(row: Row) -> str:
    days = (row.get("missing_days") or "").split()
    return f"There is no sound map of {_joined(days)}." if days else ""


def _areas(row: Row) -> str:
    """`In the whole box of ...: liberated grew by 1.17 km2`; only layers that changed are named."""
    if not row.get("layer_changes"):
        return ""
    changes = (part.split(" ") for part in row["layer_changes"].split("; "))
    told = [f"{layer} {'shrank' if km2.startswith('-') else 'grew'} by {km2.lstrip('-')} km2"
            for layer, km2, *_ in changes if float(km2)]  # fmt: skip
    what = _joined(told) if told else "no layer changed"
    return f"In the whole box measured ({BOX}) {what}; where in the box is not known."


def _usual(row: Row, reach: Reach) -> str:
    """How often the box changes so anyway."""
    if not row.get("n_pairs"):
        return ""
    return (
        f"Of {row['n_pairs']} pairs of maps in a row within {reach.usual_days} days of the claim, "
        f"{row['n_pairs_for_gain']} changed in favour of that side somewhere in the box."
    )


def _settlements(row: Row, reach: Reach, book: Book) -> str:
    names = _joined([_name(place, book) for place in row["located_place_ids"].split()])
    until = row["last_day"] + timedelta(days=reach.days_after)
    within = f"Of {row['n_settlements']} settlements within {reach.radius_km:g} km of {names}"
    changed = row.get("settlements_changed")
    if not changed:
        return f"{within} none changed its layer from the first map to {until}."
    told = []
    for one in changed.split("; "):
        place, before, _, after, day = one.split(" ")
        told.append(f"{_name(place, book)} ({before} to {after}, {day})")
    return f"{within} these changed their layer from the first map to {until}: {_joined(told)}."


def _place(row: Row, book: Book) -> str:
    if row["is_pinned_down"]:
        return ""
    named = _joined([_name(place, book) for place in row["place_ids"].split()])
    points = _joined([_name(place, book) for place in row["located_place_ids"].split()])
    return f"The claim's place is not pinned down: pages name {named}; a point is known of {points} alone."


def _rectangle(row: Row) -> str:
    km2 = row["rectangle_km2"]
    return f"Frontage times depth, as claimed, is {km2:g} km2: a rectangle, and so an upper bound." if km2 else ""


def _name(place: str, book: Book) -> str:
    return book.places[place]["name_en"] or place


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
