"""The map check: rows for which each rule holds, and rows for which it does not; then the real ledger."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_books import ACTORS, PARAMS, PLACES, claim, frames, ground, source, statement
from small_series import anomaly, area, series, spells

from analysis import ledger, params
from analysis.evidence import derive, located, map_verdict
from schemas import vocabulary
from schemas.series.mapped import BOX

DATA = Path(__file__).resolve().parents[1] / "data"
POINTS = {"town": ("48.60", "38.00"), "village": ("48.62", "38.01")}
MAPPED = [row | ({"lat": POINTS[row["place_id"]][0], "lon": POINTS[row["place_id"]][1], "precision": "point",
                  "name_en": row["place_id"].title()} if row["place_id"] in POINTS else {"precision": "none"})
          for row in PLACES]  # fmt: skip
MAPPED.append({"place_id": "far", "kind": "settlement", "lat": "47.10", "lon": "37.50", "precision": "point"})
BEFORE, AFTER = {"occupied": 100, "liberated": 5, "unknown": 3}, {"occupied": 100, "liberated": 6, "unknown": 2}


def checked(*rows, maps=None, said=None, **more):
    """The map check of one claim of the brigade with these reported rows, on these maps; the first row, as a dict."""
    maps = maps or {"control_area": area("2023-05-19", **BEFORE) + area("2023-05-21", **AFTER)}
    made = frames(
        places=MAPPED,
        sources=[source(name) for name in ("daily", "herald")],
        statements=[said or statement("s", "west-brigade")],
        claims=[claim("c", "s", "town", **({"measure": "frontage_and_depth"} | more))],
        advances=list(rows),
    )
    return derive.tables(made | series(**maps), PARAMS)["map_check"].iloc[0].dropna().to_dict()


def gain(movement="advance", **cells):
    return ground("c", "daily", movement, **({"moving_side": "UA", "window": "2023-05-20"} | cells))


def verdict(row):
    return row["verdict"], row.get("rests_on"), row.get("reason")


# --- which maps -------------------------------------------------------------------------------------------


def test_the_last_map_before_is_held_against_the_first_after_and_days_without_one_are_told():
    row = checked(gain())
    assert (str(row["snapshot_before"]), str(row["snapshot_after"])) == ("2023-05-19", "2023-05-21")
    assert row["missing_days"] == "2023-05-20"
    assert "no sound map of 2023-05-20" in row["says"]


def test_without_a_window_the_day_of_the_statement_stands_for_it_and_that_is_said():
    row = checked(gain(window="", window_basis="unknown"))
    assert (row["days_from"], str(row["first_day"])) == ("statement", "2023-05-21")
    assert "states no day" in row["says"]


@pytest.mark.parametrize("day", ["2023-05-30", "2023-05-01"])
def test_a_map_too_far_off_is_none(day):
    assert verdict(checked(gain(window=day))) == ("not_assessable", None, "no_snapshot")


def test_a_map_goes_by_its_own_day_and_not_by_that_on_which_it_was_shown():
    maps = area("2023-05-20", "2023-05-19", **BEFORE) + area("2023-05-22", "2023-05-20", **AFTER)
    row = checked(gain(), maps={"control_area": maps})
    assert (str(row["snapshot_before"]), str(row["snapshot_after"])) == ("2023-05-19", "2023-05-20")


def test_a_defective_map_is_no_map():
    maps = [*area("2023-05-19", **BEFORE), *area("2023-05-20", occupied=0), *area("2023-05-21", **AFTER)]
    told = [anomaly("control_area", "deepstate", "2023-05-20", "2023-05-20", "defective_map")]
    row = checked(gain(), maps={"control_area": maps, "anomalies": told})
    assert str(row["snapshot_after"]) == "2023-05-21" and row["missing_days"] == "2023-05-20"


def test_maps_on_either_side_of_layers_drawn_anew_are_not_compared():
    maps = area("2023-05-19", **BEFORE) + area("2023-05-21", **AFTER)
    for part, reason in (("deepstate", "layers_redrawn"), ("isw", None)):
        told = [anomaly("control_area", part, "2023-05-20", "2023-05-20", "layers_redrawn")]
        assert checked(gain(), maps={"control_area": maps, "anomalies": told}).get("reason") == reason


# --- areas ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (AFTER, "consistent"),
        (BEFORE, "no_change_seen"),
        (BEFORE | {"liberated": 5.01}, "no_change_seen"),  # edges drawn anew
        (BEFORE | {"occupied": 101}, "contrary_change"),
        (AFTER | {"occupied": 101}, "consistent"),  # both gained, in different places
        (BEFORE | {"unknown": 9}, "no_change_seen"),  # the grey zone speaks for nobody
        (BEFORE | {"liberated": 1}, "no_change_seen"),  # nor does ground that is no longer marked
        (BEFORE | {"occupied": 99}, "consistent"),
    ],
)
def test_what_areas_say_of_an_advance(after, found):
    maps = area("2023-05-19", **BEFORE) + area("2023-05-21", **after)
    assert verdict(checked(gain(), maps={"control_area": maps})) == (found, "box", None)


def test_the_withdrawal_of_one_side_is_a_gain_of_the_other():
    assert checked(gain(movement="withdrawal", moving_side="RU"))["gaining_side"] == "UA"


def test_ground_that_passes_between_layers_of_one_ground_is_no_change():
    before, after = {"ru_control": 600, "ru_advance": 90}, {"ru_control": 520, "ru_advance": 170}
    assert map_verdict.area_in_favour(before, after) == {"RU": 0, "UA": 0}


def test_ground_that_leaves_one_side_for_the_other_counts_once():
    assert map_verdict.area_in_favour({"occupied": 10, "liberated": 0}, {"occupied": 9, "liberated": 1})["UA"] == 1


def test_layers_of_claimed_ground_speak_for_nobody():
    before = {"ru_claimed": 1, "ua_counteroffensive_claimed": 1}
    assert map_verdict.area_in_favour(before, dict.fromkeys(before, 9)) == {"RU": 0, "UA": 0}


def test_every_layer_has_its_say_and_every_mapper_a_side():
    assert set(vocabulary.LAYER_SPEAKS) == set(vocabulary.LAYER)
    assert set(vocabulary.MAPPER_SIDE) == set(vocabulary.MAPPER)
    assert set(vocabulary.COVERED_SIDE) == map_verdict.PARTIES


# --- points -----------------------------------------------------------------------------------------------


def taken(*layers, **cells):
    """The verdict on a capture of the town, whose point has these layers before and after 20 May."""
    days = [("2023-05-01", "2023-05-20"), ("2023-05-21", "2023-05-31")]
    spans = [(layer, *span) for layer, span in zip(layers, days, strict=False)]
    maps = {"control_area": area("2023-05-19", **BEFORE) + area("2023-05-21", **AFTER),
            "settlement_control": spells("town", *spans)}  # fmt: skip
    return checked(gain(movement="capture", **cells), maps=maps, measure="ground_status")


@pytest.mark.parametrize(
    ("layers", "found"),
    [
        (("occupied", "liberated"), ("consistent", "points", None)),
        (("occupied", "unknown"), ("consistent", "points", None)),
        (("occupied",), ("no_change_seen", "points", None)),
        (("liberated",), ("no_change_seen", "points", "already_shown")),
        (("none", "occupied"), ("contrary_change", "points", None)),
    ],
)
def test_a_settlement_said_to_be_taken_is_judged_by_its_point(layers, found):
    assert verdict(taken(*layers)) == found


@pytest.mark.parametrize(
    "cells", [{"place_scope": "vicinity"}, {"place_ids": "town-vicinity"}, {"extent": "some_sections"}]
)
def test_around_a_settlement_or_in_a_part_of_it_the_point_tells_nothing(cells):
    assert taken("occupied", **cells)["rests_on"] == "box"


def test_settlements_that_changed_within_the_radius_are_named():
    row = taken("occupied", "liberated")
    assert row["settlements_changed"] == "town occupied > liberated 2023-05-21" and row["n_settlements"] == 1


# --- places and claims ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "by", "pinned"),
    [
        ({}, "own_point", True),
        ({"place_ids": "town-vicinity", "place_scope": "vicinity"}, "parents_point", False),
        ({"place_ids": "town", "place_scope": "flank"}, "own_point", False),
        ({"place_ids": "region", "place_scope": "sector"}, "none", False),
    ],
)
def test_how_a_place_is_brought_to_a_point(cells, by, pinned):
    row = checked(gain(**cells))
    assert (row["located_by"], row["is_pinned_down"]) == (by, pinned)
    assert (row.get("reason") == "no_place") == (by == "none")


def test_pages_that_name_different_places_leave_it_open():
    other = ground("c", "herald", "advance", moving_side="UA", window="2023-05-20", place_ids="village")
    row = checked(gain(), other)
    assert not row["is_pinned_down"] and "not pinned down: pages name Town and Village" in row["says"]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"movement": "hold"}, "no_gain_claimed"),
        ({"movement": "attack_repelled"}, "no_gain_claimed"),
        ({"modality": "projected"}, "not_asserted"),
        ({"place_ids": "far"}, "outside_maps"),
    ],
)
def test_what_cannot_be_told_has_its_reason(cells, reason):
    assert verdict(checked(gain(**cells))) == ("not_assessable", None, reason)


def test_pages_that_differ_on_who_moves_leave_it_unsettled():
    other = ground("c", "herald", "advance", moving_side="RU", window="2023-05-20")
    assert checked(gain(), other)["reason"] == "unsettled"


def test_a_claim_and_a_statement_without_a_day():
    said = statement("s", "west-brigade", stated_on="")
    assert checked(gain(window="", window_basis="unknown"), said=said)["reason"] == "no_days"


@pytest.mark.parametrize(
    ("cells", "km2"),
    [
        ({"frontage_m": "1730", "depth_m": "700"}, 1.211),
        ({"frontage_m": "1000..2000", "depth_m": "500"}, 1),
        ({"frontage_m": ">1000", "depth_m": "500"}, None),
        ({"depth_m": "700"}, None),
    ],
)
def test_frontage_times_depth_is_an_upper_bound_or_blank(cells, km2):
    row = checked(gain(**cells))
    assert row.get("rectangle_km2") == km2 and ("a rectangle, and so an upper bound" in row["says"]) == bool(km2)


def test_the_mappers_own_claim_is_marked():
    actors = [*ACTORS, {"actor_id": "deepstate", "kind": "monitor", "side": "UA"}]
    made = frames(
        actors=actors, places=MAPPED, sources=[source("daily")], statements=[statement("s", "deepstate")],
        claims=[claim("c", "s", "town", "area")], advances=[gain()],
    )  # fmt: skip
    maps = series(control_area=area("2023-05-19", **BEFORE) + area("2023-05-21", **AFTER))
    row = derive.tables(made | maps, PARAMS)["map_check"].iloc[0]
    assert row["is_own_map"] and "claimant's own" in row["says"]


def test_without_maps_there_is_no_row():
    made = frames(sources=[source("daily")], statements=[statement("s", "west")], claims=[claim("c", "s", "town")],
                  advances=[gain()])  # fmt: skip
    assert derive.tables(made, PARAMS)["map_check"].empty


def test_distances_are_great_circles():
    assert located.distance_km((48.0, 38.0), (49.0, 38.0)) == pytest.approx(111.2, abs=0.1)


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(["advance", "capture", "withdrawal", "hold"]),
    st.sampled_from(["2023-05-18", "2023-05-20", "2023-05", ""]),
    st.sampled_from(["town", "village", "town-vicinity", "region"]),
)
def test_an_unrelated_event_changes_no_other_claims_map_check(movement, window, place):
    maps = series(control_area=area("2023-05-19", **BEFORE) + area("2023-05-21", **AFTER))
    made = {"places": MAPPED, "sources": [source("daily")], "statements": [statement("s", "west-brigade")],
            "claims": [claim("c", "s", "town")], "advances": [gain()]}  # fmt: skip
    row = ground("d", "daily", movement, place_ids=place, window=window)
    more = made | {
        "claims": [*made["claims"], claim("d", "t", "totals")],
        "statements": [*made["statements"], statement("t", "east")],
        "advances": [*made["advances"], row],
    }
    one, other = (derive.tables(frames(**tables) | maps, PARAMS)["map_check"] for tables in (made, more))
    rest = other[other["claim_id"] != "d"]
    assert one.astype(object).fillna("").values.tolist() == rest.astype(object).fillna("").values.tolist()


# --- the real ledger --------------------------------------------------------------------------------------

real = pytest.mark.skipif(not (DATA / "ledger" / "claims.csv").exists(), reason="there is no ledger here")


@cache
def map_check():
    return derive.tables(ledger.read(DATA), params.load()["evidence"])["map_check"].set_index("map_check_id")


@real
def test_what_the_maps_say_of_the_first_statement_and_how_little_it_proves():
    row = map_check().loc["3ab-2023-05-21-ground-on-deepstate"]
    assert (str(row["snapshot_before"]), str(row["snapshot_after"])) == ("2023-05-19", "2023-05-21")
    assert row["layer_changes"] == "liberated 1.17; occupied 0.646; unknown -1.45"
    assert (row["missing_days"], row["rectangle_km2"], row["verdict"]) == ("2023-05-20", 1.211, "consistent")
    assert not row["is_pinned_down"] and row["mapper_side"] == "UA"
    for words in ("liberated grew by 1.17 km2", str(BOX), "no sound map of 2023-05-20", "not pinned down",
                  "changed in favour of that side somewhere in the box", "confirms nothing"):  # fmt: skip
        assert words in row["says"]


@real
def test_isw_cannot_be_asked_across_the_day_on_which_it_named_its_layers_anew():
    assert map_check().loc["3ab-2023-05-21-ground-on-isw", "reason"] == "layers_redrawn"


@real
def test_andriivka_turned_on_the_map_within_days_of_the_claim():
    row = map_check().loc["gs-2023-09-15-capture-on-deepstate"]
    assert (row["verdict"], row["rests_on"]) == ("consistent", "points")
    assert "andriivka-klishchiivka unknown > liberated 2023-09-15" in row["settlements_changed"]


@real
def test_no_verdict_says_confirmed_and_all_that_is_not_assessable_has_a_reason():
    frame = map_check()
    assert set(frame["verdict"]) == set(vocabulary.MAP_VERDICT)
    assert not frame["says"].str.contains("confirmed by|map confirms|proves that").any()
    assert frame.loc[frame["verdict"] == "not_assessable", "reason"].notna().all()


@real
def test_the_sides_of_mappers_are_those_of_the_ledgers_actors():
    actors = ledger.read(DATA)["actors"].set_index("actor_id")["side"]
    for mapper, side in vocabulary.MAPPER_SIDE.items():
        assert mapper not in actors or actors[mapper] == side
