"""What two maps say about a gain of ground: in whose favour areas and points changed, and the verdict on a claim.

For whose gain a layer speaks is told by `vocabulary.LAYER_SPEAKS`. Layers with the same answer are one ground: what
passes from the one to the other is no change. No verdict confirms a claim.
"""

from collections import defaultdict

from analysis.evidence.meant import Meant
from schemas.vocabulary import LAYER_SPEAKS

_GAINED_BY_THE_MOVER = frozenset({"advance", "capture", "foothold"})
_GAINED_BY_THE_OTHER = frozenset({"withdrawal", "regrouping"})
_OF_A_WHOLE_PLACE = frozenset({"capture", "withdrawal"})
_PARTS = frozenset({"some_sections", "across_sections"})
_NOT_ASSERTED = frozenset({"projected", "conditional"})
PARTIES = frozenset(side for sides in LAYER_SPEAKS.values() for side in sides if side)


def gaining_side(known: Meant) -> tuple[str | None, str | None]:
    """The side that gains ground if the claim is so; else None and the reason, a word of `map_reason`."""
    if known.values["modality"] & _NOT_ASSERTED:
        return None, "not_asserted"
    sides = {_gains(*status) for status in known.statuses}
    if len(sides) != 1:
        return None, "unsettled"
    side = sides.pop()
    return (side, None) if side else (None, "no_gain_claimed")


def _gains(movement: str, side: str) -> str | None:
    """Who gains by a movement of one side; None by one that leaves the line where it is, or of no party."""
    if side not in PARTIES:
        return None
    if movement in _GAINED_BY_THE_OTHER:
        return next(iter(PARTIES - {side}))
    return side if movement in _GAINED_BY_THE_MOVER else None


def is_of_whole_places(known: Meant) -> bool:
    """Whether a settlement is said to change hands whole, so that its point has to change."""
    movements = {movement for movement, _ in known.statuses}
    whole = not known.values["extent"] & _PARTS
    return known.measure == "ground_status" and whole and movements <= _OF_A_WHOLE_PLACE


def area_in_favour(before: dict[str, float], after: dict[str, float]) -> dict[str, float]:
    """By side, the greatest change of one ground that speaks for it, in km2.

    Not their sum: ground that leaves one side's layer for the other's would count twice.
    """
    changes: dict[tuple[str, str], float] = defaultdict(float)
    for layer in before.keys() | after.keys():
        changes[LAYER_SPEAKS[layer]] += after.get(layer, 0.0) - before.get(layer, 0.0)
    found = dict.fromkeys(PARTIES, 0.0)
    for (by_growing, by_shrinking), change in changes.items():
        side = by_growing if change > 0 else by_shrinking
        if side:
            found[side] = max(found[side], abs(change))
    return {side: round(km2, 3) for side, km2 in found.items()}


def point_in_favour(before: str, after: str) -> str | None:
    """The side in whose favour the layer at a point changed; None where it did not, or tells nothing."""
    was, now = LAYER_SPEAKS[before], LAYER_SPEAKS[after]
    if was == now:
        return None
    return now[0] or was[1] or None


def of_box(favour: dict[str, float], side: str, least_km2: float) -> str:
    """Verdict from the areas in the box, in which both sides may have gained in different places."""
    if favour[side] >= least_km2:
        return "consistent"
    return "contrary_change" if max(favour.values()) >= least_km2 else "no_change_seen"


def of_points(layers: list[tuple[str, str]], side: str) -> tuple[str, str | None]:
    """Verdict, and what limits it, from (layer before, layer after) at each settlement named."""
    sides = [point_in_favour(*pair) for pair in layers]
    if any(one and one != side for one in sides):
        return "contrary_change", None
    if all(one == side for one in sides):
        return "consistent", None
    if all(LAYER_SPEAKS[before][0] == side for before, _ in layers):
        return "no_change_seen", "already_shown"
    return "no_change_seen", "in_part" if side in sides else None
