"""Every rule of ledger and series has a row that passes (the small ledger) and rows that fail, each at its own line."""

import pytest
from ledgers import line_of, mini, write

from analysis.check import check_ledger
from schemas import across
from schemas.rules import RULES

# rule -> (row that is changed, its new cells, column at which the fault is shown)
ROW_FAULTS = {
    "Sources.date_has_basis": ("first-outlet-1", {"published_on_basis": "unknown"}, "published_on_basis"),
    "Sources.language_is_code": ("first-outlet-1", {"language": "English"}, "language"),
    "Actors.country_is_code": ("ukraine", {"country": "Ukraine"}, "country"),
    "Actors.post_is_held_by_people": ("third-brigade", {"post": "commander"}, "post"),
    "Places.coordinates_are_whole": ("bakhmut", {"lon": ""}, "lat"),
    "Places.wikidata_is_item": ("bakhmut", {"wikidata": "706857"}, "wikidata"),
    "Places.katottg_is_code": ("bakhmut", {"katottg": "UA1402"}, "katottg"),
    "Events.title_has_no_figures": ("flanks-2023-05", {"title": "How 23 soldiers were killed"}, "title"),
    "Statements.day_has_basis": ("third-brigade-1", {"stated_on": ""}, "stated_on_basis"),
    "Statements.summary_has_no_figures": ("third-brigade-1", {"summary": "It said that 23 were killed."}, "summary"),
    "Claims.title_has_no_figures": ("third-brigade-killed", {"title": "It says it killed 23 on 20 May 2023"}, "title"),
    "Circumstances.blank_window_has_no_basis": ("killed-first", {"window": ""}, "window_basis"),
    "Circumstances.printed_is_short": ("killed-first", {"printed": "a b c d e f g h i j k"}, "printed"),
    "Circumstances.reviewed_rows_have_wording": ("killed-first", {"entry_status": "reviewed"}, "wording"),
    "Advances.share_is_at_most_all": ("ground-first", {"share_pct": "101"}, "share_pct"),
    "Advances.capture_is_from_another": ("ground-first", {"movement": "capture", "holding_side": "UA"}, "moving_side"),
    "Advances.further_has_a_figure": ("ground-second", {"depth_m": ""}, "is_further"),
    "Casualties.a_day_is_a_day": ("killed-first", {"window": "2023-05-01/2023-05-20"}, "window"),
    "Casualties.further_has_a_figure": ("killed-first", {"is_further": "true", "count": ""}, "is_further"),
    "GeneralStaffLosses.counts_fit": ("general-staff-losses-1", {"n_transcriptions": "1", "n_agree": "3"}, "n_agree"),
    "GeneralStaffLosses.two_that_agree_give_the_figure": ("general-staff-losses-2", {"reconciled": ""}, "reconciled"),
    "GeneralStaffLosses.figure_is_published": ("general-staff-losses-2", {"reconciled": "194330"}, "reconciled"),
    "NamedDead.lists_grow": ("named-dead-2", {"named_end_2024": "446"}, "named_now"),
    "NamedDead.list_ends_with_its_year": ("named-dead-2", {"named_end_2022": "0"}, "iso_week"),
    "NamedDead.bounds_are_in_order": ("named-dead-1", {"probate_high": "1142"}, "probate_estimate"),
    "OutsideEstimates.bounds_are_in_order": ("outside-estimates-2", {"low": "12500"}, "estimate"),
    "OutsideEstimates.has_a_figure": ("outside-estimates-1", {"estimate": ""}, "estimate"),
    "OutsideEstimates.party_has_a_side": ("outside-estimates-1", {"by_party": "true"}, "by_party"),
    "UkModMonthly.total_is_average_times_days": ("uk-mod-monthly-1", {"daily_average": "567"}, "month_total"),
    "ControlArea.map_is_not_later": ("control-area-1", {"map_on": "2023-05-20"}, "map_on"),
    "Mapped.layer_is_the_mappers": ("control-area-1", {"layer": "gains"}, "layer"),
    "SettlementControl.spell_holds_its_maps": ("settlement-control-1", {"n_snapshots": "42"}, "last_seen"),
    "Anomalies.ends_after_it_begins": ("anomalies-1", {"to": "2023-05-19"}, "to"),
}

# rule across tables -> [(changed rows, [(row at fault, column)])]
ACROSS_FAULTS = {
    "ids_are_unique": [({"killed_second": {"report_id": "killed-first"}}, [("killed-second", "report_id")])],
    "references_exist": [
        ({"killed_first": {"source_id": "no-such-source"}}, [("killed-first", "source_id")]),
        ({"killed_first": {"place_ids": "bakhmut no-such-place"}}, [("killed-first", "place_ids")]),
        ({"relation_1": {"to_id": "no-such-claim"}}, [("relation-1", "to_id")]),
    ],
    "nothing_leads_back_to_itself": [
        ({"ukraine": {"parent_actor_id": "spokesperson"}},
         [("ukraine", "parent_actor_id"), ("third-brigade", "parent_actor_id"), ("spokesperson", "parent_actor_id")]),
        ({"killed_first": {"via_source_id": "second-outlet-1"}, "ground_second": {"via_source_id": "first-outlet-1"}},
         [("killed-first", "via_source_id"), ("ground-second", "via_source_id")]),
        ({"bakhmut": {"parent_place_id": "bakhmut"}}, [("bakhmut", "parent_place_id")]),
    ],
    "published_after_what_it_tells": [
        ({"killed_first": {"window": "2023-05-22"}}, [("killed-first", "window")]),
        ({"killed_first": {"window": "../2023-05-22", "accumulation": "running_total"}}, [("killed-first", "window")]),
        ({"third_brigade_1": {"stated_on": "2023-05-22"}},
         [(row, "source_id")
          for row in ("ground-first", "ground-second", "killed-first", "killed-second", "ratio-first")]),
    ],
    "measure_fits_table": [
        ({"third_brigade_killed": {"measure": "area"}}, [("killed-first", "claim_id"), ("killed-second", "claim_id")])
    ],
    "rows_are_not_repeated": [
        ({"killed_second": {"source_id": "first-outlet-1"}}, [("killed-second", "report_id")])
    ],
    "groups_are_no_persons": [
        ({"killed_first": {"affected_group_id": "spokesperson"}}, [("killed-first", "affected_group_id")])
    ],
    "series_refs_exist": [
        ({"third_brigade_killed": {"series_ref": "general_staff_losses:2023-05-20"}},
         [("third-brigade-killed", "series_ref")]),
        ({"third_brigade_killed": {"series_ref": "control_area:2023-05-19"}}, [("third-brigade-killed", "series_ref")]),
        ({"outside_estimates_1": {"repeats": "uk_mod_monthly:2023-06"}}, [("outside-estimates-1", "repeats")]),
    ],
    "keys_ascend": [
        ({"outside_estimates_2": {"body": "Ministry", "about_side": "RU", "category": "casualties_as_worded"}},
         [("outside-estimates-2", "date")]),
        ({"uk_mod_monthly_2": {"month": "2023-01"}}, [("uk-mod-monthly-2", "month")]),
    ],
    "totals_rise": [
        ({"uk_mod_monthly_2": {"cumulative": "184044"}}, [("uk-mod-monthly-2", "cumulative")]),
        ({"general_staff_losses_3": {"personnel_orc_losses": "194429"}},
         [("general-staff-losses-3", "personnel_orc_losses")]),
    ],
    "disagreements_are_told": [
        ({"general_staff_losses_1": {"n_agree": "2"}}, [("general-staff-losses-1", "n_agree")]),
        ({"anomalies_2": {"kind": "stale_figure"}}, [("general-staff-losses-2", "n_agree")]),
    ],
    "spells_are_apart": [
        ({"settlement_control_2": {"first_seen": "2023-03-04"}}, [("settlement-control-2", "first_seen")])
    ],
    "anomalies_are_found": [
        ({"anomalies_1": {"from": "2023-05-22", "to": "2023-05-22"}}, [("anomalies-1", "from")]),
        ({"anomalies_1": {"part": "nobody"}}, [("anomalies-1", "part")]),
    ],
}  # fmt: skip

# faults of a single cell: (row, cells, column)
CELL_FAULTS = [
    ("killed-first", {"count": "many"}, "count"),
    ("killed-first", {"count": "50..20"}, "count"),
    ("killed-first", {"count": "23 "}, "count"),
    ("killed-first", {"window": "2023-02-30"}, "window"),
    ("killed-first", {"category": "kiled"}, "category"),
    ("killed-first", {"category": ""}, "category"),
    ("killed-first", {"claim_id": "Third Brigade"}, "claim_id"),
    ("killed-first", {"place_ids": "bakhmut  bakhmut-flanks"}, "place_ids"),
    ("killed-first", {"place_ids": "bakhmut bakhmut"}, "place_ids"),
    ("killed-first", {"note": "a\tb"}, "note"),
    ("ground-second", {"is_further": "yes"}, "is_further"),
    ("first-outlet-1", {"url": "first.example/1"}, "url"),
    ("first-outlet-1", {"url": "javascript:alert(1)"}, "url"),
    ("bakhmut", {"lat": "48,6"}, "lat"),
    ("bakhmut", {"lat": "98.6"}, "lat"),
    ("third-brigade-1", {"stated_on": "2023-05-20/2023-05-21"}, "stated_on"),
    ("coverage-1", {"week": "2023-20"}, "week"),
    ("coverage-1", {"week": "2023-W53"}, "week"),
    ("third-brigade-killed", {"series_ref": "2023-05-20"}, "series_ref"),
    ("general-staff-losses-1", {"date": "2023-05"}, "date"),
    ("general-staff-losses-1", {"reconciled": "193,770"}, "reconciled"),
    ("uk-mod-monthly-1", {"cumulative": "-1"}, "cumulative"),
    ("control-area-1", {"area_km2": "-1"}, "area_km2"),
    ("control-area-1", {"mapper": "deep-state"}, "mapper"),
    ("anomalies-1", {"omit_from_trend": ""}, "omit_from_trend"),
    ("settlement-control-2", {"place_id": "no-such-place"}, "place_id"),
]


def faults_of(ledger, tmp_path):
    _, found = check_ledger(write(ledger, tmp_path / "data"))
    return [(p.file.rsplit("/", 1)[1].removesuffix(".csv"), p.line, p.column) for p in found]


def test_the_small_ledger_passes(tmp_path):
    assert faults_of(mini(), tmp_path) == []


def test_every_rule_has_a_row_that_fails_it():
    assert set(ROW_FAULTS) == set(RULES)
    assert set(ACROSS_FAULTS) == {rule.__name__ for rule in across.RULES}


@pytest.mark.parametrize(("row", "cells", "column"), ROW_FAULTS.values(), ids=list(ROW_FAULTS))
def test_row_rule_fails_at_its_line(row, cells, column, tmp_path):
    assert faults_of(mini(**{row: cells}), tmp_path) == [(*line_of(row), column)]


@pytest.mark.parametrize("name", list(ROW_FAULTS))
def test_row_rule_says_what_to_do(name, tmp_path):
    row, cells, _ = ROW_FAULTS[name]
    _, found = check_ledger(write(mini(**{row: cells}), tmp_path / "data"))
    assert RULES[name].says in str(found[0]) and RULES[name].do in str(found[0])


@pytest.mark.parametrize(
    ("rule", "changes", "expected"),
    [(rule, *case) for rule, cases in ACROSS_FAULTS.items() for case in cases],
)
def test_rule_across_tables_fails_at_its_lines(rule, changes, expected, tmp_path):
    assert faults_of(mini(**changes), tmp_path) == sorted((*line_of(row), column) for row, column in expected)


@pytest.mark.parametrize(("row", "cells", "column"), CELL_FAULTS)
def test_a_bad_cell_gives_one_fault(row, cells, column, tmp_path):
    assert faults_of(mini(**{row: cells}), tmp_path) == [(*line_of(row), column)]


def test_a_claim_may_repeat_a_day_of_a_series(tmp_path):
    ledger = mini(third_brigade_killed={"series_ref": "general_staff_losses:2023-05-07"})
    assert faults_of(ledger, tmp_path) == []


@pytest.mark.parametrize("part", ["", "cumulative"])
def test_a_total_may_fall_where_an_anomaly_says_why(part, tmp_path):
    ledger = mini(uk_mod_monthly_2={"cumulative": "184044"})
    told = {"series": "uk_mod_monthly", "part": part, "from": "2023-05-01", "to": "2023-05-31", "kind": "revision",
            "omit_from_trend": "true", "why": "The body lowered its earlier figures."}  # fmt: skip
    assert faults_of(ledger | {"anomalies": [*ledger["anomalies"], told]}, tmp_path) == []


def test_an_anomaly_of_another_column_does_not_excuse_a_fall(tmp_path):
    ledger = mini(uk_mod_monthly_2={"cumulative": "184044"})
    told = {"series": "uk_mod_monthly", "part": "url", "from": "2023-05-01", "to": "2023-05-31", "kind": "revision",
            "omit_from_trend": "true", "why": "Another matter."}  # fmt: skip
    ledger["anomalies"].append(told)
    assert faults_of(ledger, tmp_path) == [("uk_mod_monthly", 3, "cumulative")]


def test_a_projection_may_lie_in_the_future(tmp_path):
    ledger = mini(killed_first={"window": "2023-05-25", "modality": "projected"})
    assert faults_of(ledger, tmp_path) == []
