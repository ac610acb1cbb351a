"""What check asks of a ledger after a release: rows stay, cells change by correction, columns stay."""

import pytest
from ledgers import MINI, line_of, mini, write

from analysis import ledger
from analysis.check import check_ledger
from analysis.releases import manifest
from schemas import released, released_columns
from schemas.corrections import FREE_MOVES
from schemas.deprecated import DEPRECATED
from schemas.fingerprint import changed_columns, fingerprint, mark, marks, snapshot
from schemas.published import PUBLISHED

VERSION = "2026.11.0"
LATER = len(MINI["corrections"]) + 2


@pytest.fixture(scope="module")
def first_release(tmp_path_factory):
    """The manifest of the small ledger, with the columns that the schemas publish."""
    data = write(mini(), tmp_path_factory.mktemp("first") / "data")
    made = manifest.build(VERSION, "2026-11-23", ledger.read_text(data), data.parent)
    columns = {name: [column.name for column in table.columns] for name, table in PUBLISHED.items()}
    return made | {"published": {name: {"columns": known, "deprecated": []} for name, known in columns.items()}}


@pytest.fixture
def after(first_release, tmp_path):
    """A function: the data folder of a ledger that comes after the first release."""

    def of(changed):
        data = write(changed, tmp_path / "data")
        manifest.write(first_release, data / "releases")
        return data

    return of


@pytest.fixture
def told(first_release, tmp_path):
    """A function: what is wrong with a ledger after the first release, as (table, line, column)."""

    def of(changed):
        raws = ledger.read_text(write(changed, tmp_path / "data"))
        return [(f.table, f.line, f.column) for f in released.faults(VERSION, first_release["ledger"], raws)]

    return of


def corrected(changed, *corrections):
    """The ledger with new corrections, each (row, field, old, new)."""
    for number, (row, field, old, new) in enumerate(corrections, 2):
        changed["corrections"].append(
            {"correction_id": f"correction-{number}", "row_id": row, "field": field, "old": old, "new": new,
             "reason_code": "transcription_error", "decided_on": "2026-12-01"}
        )  # fmt: skip
    return changed


def without(row_id):
    changed = mini()
    return {table: [row for row in rows if next(iter(row.values())) != row_id] for table, rows in changed.items()}


def test_an_unchanged_ledger_passes(told):
    assert told(mini()) == []


def test_before_the_first_release_nothing_is_asked(tmp_path):
    assert check_ledger(write(without("killed-second"), tmp_path / "data"))[1] == []


def test_every_rule_fails_here():
    """Each rule has a case below; a new rule needs one."""
    assert {rule.__name__ for rule in released.RULES} == {rule for rule, *_ in FAULTS}


# rule -> (ledger, [(row at fault or (table, line), column)])
FAULTS = [
    ("released_rows_stay", without("killed-second"), [(("casualties", 1), "report_id")]),
    ("released_cells_change_by_correction", mini(killed_first={"count": "24"}), [("killed-first", "count")]),
    ("released_cells_change_by_correction", mini(ground_second={"is_further": ""}), [("ground-second", "is_further")]),
    ("released_cells_change_by_correction", mini(killed_first={"note": "filled"}), [("killed-first", "note")]),
    ("released_cells_change_by_correction", mini(ground_second={"status": "withdrawn"}), [("ground-second", "status")]),
    ("released_cells_change_by_correction", mini(bakhmut={"katottg": ""}), [("bakhmut", "katottg")]),
    ("released_cells_change_by_correction", mini(correction_1={"old": "33"}), [("correction-1", "old")]),
    ("corrections_tell_what_happened",
     corrected(mini(killed_first={"count": "24"}), ("killed-first", "count", "32", "24")),
     [(("corrections", LATER), "old")]),
    ("corrections_tell_what_happened",
     corrected(mini(killed_first={"count": "24"}), ("killed-first", "count", "23", "25")),
     [(("corrections", LATER), "new")]),
    ("corrections_tell_what_happened",
     corrected(mini(), ("killed-first", "count", "23", "24")),
     [(("corrections", LATER), "new")]),
    ("corrections_tell_what_happened",
     corrected(mini(killed_first={"count": "25"}), ("killed-first", "count", "23", "24"),
               ("killed-first", "count", "23", "25")),
     [(("corrections", LATER + 1), "old")]),
    ("corrections_are_of_published_cells",
     corrected(mini(), ("killed-first", "cuont", "23", "24")), [(("corrections", LATER), "field")]),
    ("corrections_are_of_published_cells",
     corrected(mini(), ("killed-first", "report_id", "killed-first", "x")), [(("corrections", LATER), "field")]),
    ("only_published_rows_are_withdrawn",
     mini() | {"casualties": [*mini()["casualties"], MINI["casualties"][0]
                              | {"report_id": "new", "wording": "lede", "status": "withdrawn"}]},
     [(("casualties", len(MINI["casualties"]) + 2), "status")]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changed", "expected"), FAULTS)
def test_a_rule_fails_at_its_line(rule, changed, expected, told):
    at = [(*(line_of(where) if isinstance(where, str) else where), column) for where, column in expected]
    assert told(changed) == at


def test_a_new_row_is_not_corrected(told):
    changed = corrected(mini(), ("new", "count", "1", "2"))
    changed["casualties"].append(MINI["casualties"][0] | {"report_id": "new", "wording": "lede"})
    assert told(changed) == [("corrections", LATER, "row_id")]


def test_check_compares_with_the_newest_manifest(after):
    data = after(mini(killed_first={"count": "24"}))
    (problem,) = check_ledger(data)[1]
    assert str(problem).startswith(f"{data}/ledger/casualties.csv:2: count: not what {VERSION} published")


def test_an_id_that_stands_twice_is_told_once(after):
    doubled = mini(killed_second={"report_id": "killed-first"})
    doubled["relations"], doubled["corrections"] = [], []
    _, found = check_ledger(after(doubled))
    of_table = [(problem.line, problem.column) for problem in found if "casualties.csv" in problem.file]
    assert of_table == [(line_of("killed-second")[1], "report_id")]


def test_a_row_that_cannot_be_read_is_told_once(after):
    data = after(mini())
    path = data / "ledger" / "casualties.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines[:2], "killed-second,too-short", ""]), encoding="utf-8")
    assert [problem.line for problem in check_ledger(data)[1]] == [3]


def test_a_cell_that_cannot_be_read_is_told_once(after):
    assert [p.says for p in check_ledger(after(mini(killed_first={"count": "many"})))[1]] == ["not a quantity"]


@pytest.mark.parametrize(
    "changed",
    [
        corrected(mini(killed_first={"count": "24"}), ("killed-first", "count", "23", "24")),
        corrected(mini(killed_first={"count": "25"}),
                  ("killed-first", "count", "23", "24"), ("killed-first", "count", "24", "25")),
        corrected(mini(), ("killed-first", "count", "23", "24"), ("killed-first", "count", "24", "23")),
        corrected(mini(ground_second={"status": "withdrawn"}), ("ground-second", "status", "active", "withdrawn")),
        corrected(mini(killed_first={"note": "filled"}), ("killed-first", "note", "", "filled")),
        mini(killed_first={"entry_status": "reviewed", "wording": "quotation", "printed": "23 soldiers"}),
        mini(first_outlet_1={"archive_url": "https://archive.example/1"}),
    ],
)  # fmt: skip
def test_what_is_told_or_free_passes(changed, told):
    assert told(changed) == []


@pytest.mark.parametrize(
    ("column", "published", "now", "free"),
    [
        ("entry_status", "imported", "reviewed", True),
        ("entry_status", "reviewed", "double_entered", True),
        ("entry_status", "reviewed", "imported", False),
        ("wording", "unknown", "lede", True),
        ("wording", "lede", "quotation", False),
        ("printed", "", "23 soldiers", True),
        ("printed", "23 soldiers", "24 soldiers", False),
        ("read", "partial", "full", True),
        ("read", "full", "partial", False),
        ("note", "", "anything", False),
    ],
)
def test_free_moves_go_one_way(column, published, now, free):
    assert released.is_free(column, mark(column, published), now) == free


def test_free_moves_have_reasons_and_leave_figures_alone():
    figures = {c.name for table in PUBLISHED.values() for c in table.columns if c.kind == "quantity"}
    assert all(move.why and move.column not in figures for move in FREE_MOVES)


# --- columns ----------------------------------------------------------------------------------------------

KNOWN = {"t": {"columns": ["a", "b", "c"], "deprecated": ["c"]}}


@pytest.mark.parametrize(
    ("now", "at"),
    [
        (["a", "b", "c"], []),
        (["x", "a", "y", "b", "c"], []),
        (["a", "b"], []),
        (["a", "c"], ["b"]),
        (["a", "b2", "c"], ["b"]),
        (["b", "a", "c"], [""]),
    ],
)
def test_columns_stay_unless_announced(now, at):
    assert [fault.column for fault in released_columns.faults(VERSION, KNOWN, {"t": now})] == at


def test_a_table_stays_unless_all_of_it_was_announced():
    assert released_columns.gone_tables(VERSION, KNOWN, {})
    assert not released_columns.gone_tables(VERSION, {"t": {"columns": ["c"], "deprecated": ["c"]}}, {})


def test_check_tells_a_published_column_that_is_gone(first_release, tmp_path):
    data = write(mini(), tmp_path / "data")
    older = first_release["published"] | {"reported_casualties": {"columns": ["report_id", "cuont"], "deprecated": []}}
    manifest.write(first_release | {"published": older}, data / "releases")
    (problem,) = check_ledger(data)[1]
    assert str(problem).startswith(f"{data}/published/reported_casualties.csv:1: cuont: a column of {VERSION} is gone")


def test_deprecated_columns_exist():
    published = {name: {column.name for column in table.columns} for name, table in PUBLISHED.items()}
    assert all(set(columns) <= published[table] for table, columns in DEPRECATED.items())


# --- fingerprints -----------------------------------------------------------------------------------------


def test_a_fingerprint_holds_no_text():
    assert fingerprint({"id": "row", "note": "secret"}) != fingerprint({"id": "row", "note": "other"})
    assert len(fingerprint({"id": "row", "note": "secret"})) == 16 + 1 + 2 * 4


def test_a_column_that_came_later_changes_no_old_row(tmp_path):
    raw = ledger.read_text(write(mini(), tmp_path / "data"))["casualties"]
    known = snapshot(raw)
    assert changed_columns(known, "killed-first", raw.iloc[0].to_dict() | {"newer": "filled"}) == []
    assert marks(known, "killed-first")["count"] == mark("count", "23")


def test_versions_are_ordered_by_number(tmp_path):
    for version in ("2026.11.10", "2026.11.9", "2026.2.1", "2026.12.0"):
        (tmp_path / f"{version}.json").write_text(f'{{"version": "{version}"}}', encoding="utf-8")
    assert [one["version"] for one in manifest.read_all(tmp_path)] == ["2026.11.9", "2026.11.10", "2026.12.0"]
