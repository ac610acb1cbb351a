"""Which places count as around a place: a rule that can be printed under a chart.

A place counts if its own point lies within so many kilometres (great circle, mean Earth radius 6,371 km), if it is
named in a list (directions and flanks have no point), or if it is a part or the surroundings of a place that counts.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.charts.wording import listed, number

_EARTH_KM = 6371.0


@dataclass(frozen=True)
class Area:
    """The ids of the places that count, and the rule in words."""

    centre: str
    place_ids: frozenset[str]
    rule: str


def area(places: pd.DataFrame, place: str, within_km: float, also: list[str]) -> Area:
    """The area around `place` (an id); `places` is the published table.

    Raises:
        KeyError: `place` or one of `also` is not among the places.
    """
    by_id = places.set_index("place_id")
    near = set(by_id.index[kilometres(by_id, *by_id.loc[place, ["lat", "lon"]]) <= within_km])
    counted = near | set(also)
    inside = frozenset(one for one in by_id.index if not counted.isdisjoint(_ancestry(one, by_id["parent_place_id"])))
    centre = by_id.at[place, "name_en"]
    named = f", is named as {listed(by_id.loc[also, 'name_en'], 'or')}" if also else ""
    rule = f"lies within {number(within_km)} km of {centre}{named}, or is a part or the surroundings of such a place"
    return Area(centre, inside, rule)


def kilometres(places: pd.DataFrame, lat: float, lon: float) -> pd.Series:
    """Distance of each place from a point, in kilometres; missing for places without coordinates."""
    north, east = np.radians(places["lat"]), np.radians(places["lon"])
    here_north, here_east = np.radians(lat), np.radians(lon)
    half = np.sin((north - here_north) / 2) ** 2
    half += np.cos(north) * np.cos(here_north) * np.sin((east - here_east) / 2) ** 2
    return 2 * _EARTH_KM * np.arcsin(np.sqrt(half))


def _ancestry(place: str, parents: pd.Series) -> list[str]:
    """A place and all that it is a part of."""
    chain = [place]
    while isinstance(parents.get(chain[-1]), str):
        chain.append(parents[chain[-1]])
    return chain
