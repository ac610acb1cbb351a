"""Map check: for each claim about ground, what each mapper's maps showed before and after it.

The last sound map before the claim's first day is held against the first on or after its last day. A settlement said
to change hands whole is judged by its point, which may change up to `map_days_after` later; everything else by the
areas in the box, which do not tell where in it they changed. Areas in km2, distances in km.
"""

from datetime import date, timedelta

import pandas as pd

from analysis.evidence import located, map_says, map_verdict, snapshots
from analysis.evidence.book import Book, Row
from analysis.evidence.consolidate import heading
from analysis.evidence.located import Located, Point
from analysis.evidence.map_reach import Reach
from analysis.evidence.meant import Meant
from analysis.evidence.snapshots import Maps
from schemas.derived import DERIVED, names_of
from schemas.series.mapped import BOX
from schemas.vocabulary import MAPPER_SIDE

SQUARE_METRES = 1_000_000


def map_check(book: Book, read: dict[str, Meant], frames: dict[str, pd.DataFrame], reach: Reach) -> pd.DataFrame:
    """One row a claim about ground and mapper, in the order of the ledger's claims.

    `frames` are the ledger's and the series'; `read` is what each claim may mean. No row where there are no maps.
    """
    maps, points = snapshots.every(frames), located.points_of(book)
    rows = []
    for claim in book.claims:
        known = read.get(claim)
        if known and known.table == "advances":
            at = located.of(known, book)
            rows += [_row(known, at, one, points, reach, book) for one in maps.values()]
    return pd.DataFrame(rows, columns=names_of(DERIVED["map_check"].columns))


def _row(known: Meant, at: Located, maps: Maps, points: dict[str, Point], reach: Reach, book: Book) -> Row:
    side, why_not = map_verdict.gaining_side(known)
    first, last = known.days or (None, None)
    row: Row = {
        "map_check_id": f"{known.claim_id}-on-{maps.mapper}",
        "mapper": maps.mapper,
        "mapper_side": MAPPER_SIDE[maps.mapper],
        "is_own_map": known.claimant_id == maps.mapper,
        **heading(known.claim_id, book),
        "movement": "; ".join(sorted({movement for movement, _ in known.statuses})) or None,
        "gaining_side": side,
        "place_ids": " ".join(at.named) or None,
        "located_by": at.by,
        "located_place_ids": " ".join(at.points) or None,
        "is_pinned_down": at.is_pinned_down,
        "days_from": ("window" if known.values["window"] else "statement") if known.days else None,
        "first_day": first,
        "last_day": last,
        "rectangle_km2": rectangle_km2(known),
    }
    reason = why_not or (None if at.points else "no_place") or (None if known.days else "no_days")
    row |= {"verdict": "not_assessable", "reason": reason} if reason else _seen(known, at, maps, side, points, reach)
    return row | {"says": map_says.sentences(row, reach, book)}


def rectangle_km2(known: Meant) -> float | None:
    """Frontage times depth in km2, each at its greatest; None where one is not stated or has no upper bound."""
    if not {"frontage_m", "depth_m"} <= known.figures.keys():
        return None
    sides = [known.widest(name).high for name in ("frontage_m", "depth_m")]
    return None if None in sides else round(float(sides[0] * sides[1]) / SQUARE_METRES, 3)


def _seen(known: Meant, at: Located, maps: Maps, side: str, points: dict[str, Point], reach: Reach) -> Row:
    """What the maps showed of a claim that has a place and days."""
    first, last = known.days
    before, after = maps.before(first, reach.days_before), maps.after(last, reach.days_after)
    row: Row = {"snapshot_before": before, "snapshot_after": after, "verdict": "not_assessable"}
    if not (before and after):
        return row | {"reason": "no_snapshot"}
    row["missing_days"] = " ".join(str(day) for day in maps.missing(before, after)) or None
    if maps.was_redrawn(before, after):
        return row | {"reason": "layers_redrawn"}
    until = last + timedelta(days=reach.days_after)
    row |= _settlements(at, maps, (before, until), points, reach)
    if any(BOX.holds(*point) for point in at.points.values()):
        row |= _box(maps, side, before, after, reach) | _usual(maps, side, known.days, reach)
    if at.is_pinned_down and map_verdict.is_of_whole_places(known):
        row |= _points(at, maps, side, before, until)
    return row if "rests_on" in row else row | {"reason": "outside_maps"}


def _box(maps: Maps, side: str, before: date, after: date, reach: Reach) -> Row:
    favour = map_verdict.area_in_favour(maps.areas[before], maps.areas[after])
    return {
        "layer_changes": _layer_changes(maps.areas[before], maps.areas[after]),
        "for_gain_km2": favour[side],
        "against_gain_km2": max(km2 for other, km2 in favour.items() if other != side),
        "verdict": map_verdict.of_box(favour, side, reach.least_km2),
        "rests_on": "box",
    }


def _usual(maps: Maps, side: str, days: tuple[date, date], reach: Reach) -> Row:
    """How often the box changes in favour of that side anyway, from one map to the next, around the claim."""
    around = timedelta(days=reach.usual_days)
    pairs = [favour for day, favour in maps.in_a_row if days[0] - around <= day <= days[1] + around]
    return {"n_pairs": len(pairs), "n_pairs_for_gain": sum(favour[side] >= reach.least_km2 for favour in pairs)}


def _points(at: Located, maps: Maps, side: str, before: date, until: date) -> Row:
    """Verdict by the points; nothing where one of them is not on these maps, and the box has to do."""
    layers = [(maps.layer(place, before), maps.layer(place, until)) for place in at.points]
    if any(None in pair for pair in layers):
        return {}
    verdict, reason = map_verdict.of_points(layers, side)
    return {"verdict": verdict, "reason": reason, "rests_on": "points"}


def _layer_changes(before: dict[str, float], after: dict[str, float]) -> str:
    """`liberated 1.17; occupied 0.646`; a layer that only one of the maps has is said to be new or gone."""
    told = []
    for layer in sorted(before.keys() | after.keys()):
        km2 = round(after.get(layer, 0.0) - before.get(layer, 0.0), 3)
        mark = " (new)" if layer not in before else " (gone)" if layer not in after else ""
        told.append(f"{layer} {km2 + 0.0:g}{mark}")
    return "; ".join(told)


def _settlements(at: Located, maps: Maps, days: tuple[date, date], points: dict[str, Point], reach: Reach) -> Row:
    """The settlements on these maps within the radius of any point of the claim, and those whose layer changed."""
    near = sorted(
        place
        for place in maps.spells.keys() & points.keys()
        if any(located.distance_km(points[place], point) <= reach.radius_km for point in at.points.values())
    )
    changes = [(place, change) for place in near for change in maps.changes(place, *days)]
    told = [
        f"{place} {c.before} > {c.after} {c.day}" for place, c in sorted(changes, key=lambda one: (one[1].day, one[0]))
    ]
    return {
        "radius_km": reach.radius_km,
        "n_settlements": len(near),
        "settlements_changed": "; ".join(told) or None,
    }
