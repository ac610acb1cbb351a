"""Every rule of the ledger has a row that passes (the small ledger) and rows that fail, each at its own line."""

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


def test_a_projection_may_lie_in_the_future(tmp_path):
    ledger = mini(killed_first={"window": "2023-05-25", "modality": "projected"})
    assert faults_of(ledger, tmp_path) == []
