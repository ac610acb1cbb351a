"""`check` as a contributor meets it: faults put into a copy of the real ledger, each told at its own line."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
import yaml
from ledgers import MINI, ORIGIN, mini, write

from analysis import check, problems, tables
from analysis.check import check_ledger
from analysis.problems import Problem

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def data(tmp_path):
    """A copy of the real ledger and series."""
    for folder in ("ledger", "series"):
        shutil.copytree(ROOT / "data" / folder, tmp_path / "data" / folder)
    return tmp_path / "data"


def rows_of(data, table):
    path = tables.path_of(data, table)
    return path, tables.read_raw(path)[0]


def change(data, table, line, **cells):
    """Change cells of the row that begins at `line`."""
    path, frame = rows_of(data, table)
    for column, value in cells.items():
        frame.loc[line, column] = value
    tables.write(frame, path)


def told(data):
    return [(Path(p.file).stem, p.line, p.column) for p in check_ledger(data)[1]]


def line_with(frame, **cells):
    """The line of a row in the middle of the table that has these cells; a value None means any that is filled."""
    mask = pd.Series(True, index=frame.index)
    for column, value in cells.items():
        mask &= (frame[column] != "") if value is None else (frame[column] == value)
    lines = frame.index[mask]
    return int(lines[len(lines) // 2])


def test_the_real_ledger_has_no_problems():
    assert check_ledger(ROOT / "data")[1] == []


CELLS = {
    "unknown source": ("casualties", {"accumulation": "day"}, {"source_id": "no-such-source"}),
    "count is a word": ("casualties", {"category": "killed"}, {"count": "many"}),
    "high below low": ("casualties", {"category": "killed"}, {"count": "500..20"}),
    "no such day": ("casualties", {"accumulation": "day", "window": None}, {"window": "2023-02-30"}),
    "unknown category": ("casualties", {"category": "killed"}, {"category": "kiled"}),
    "two faults": ("casualties", {"category": "wounded"}, {"count": "many", "affected_side": "Russia"}),
    "published before": ("casualties", {"accumulation": "day", "modality": "asserted"}, {"window": "2031-01-01"}),
}  # fmt: skip


@pytest.mark.parametrize(("table", "where", "cells"), CELLS.values(), ids=list(CELLS))
def test_a_fault_is_told_at_its_line_and_nowhere_else(table, where, cells, data):
    _, frame = rows_of(data, table)
    if "window" in cells:
        dated = rows_of(data, "sources")[1].query("published_on != ''")["source_id"]
        frame = frame[frame["source_id"].isin(dated)]
    line = line_with(frame, **where)
    change(data, table, line, **cells)
    assert told(data) == sorted((table, line, column) for column in cells)


def test_a_copied_row_is_told_at_the_copy(data):
    path, frame = rows_of(data, "advances")
    tables.write(pd.concat([frame, frame.iloc[[3]]]), path)
    assert told(data) == [("advances", len(frame) + 2, "report_id")]


def test_a_ring_of_pages_is_told_at_each_link(data):
    _, frame = rows_of(data, "casualties")
    free = frame[frame["via_source_id"] == ""].drop_duplicates("source_id")
    first, second = free.index[10], free.index[20]
    change(data, "casualties", first, via_source_id=free.at[second, "source_id"])
    change(data, "casualties", second, via_source_id=free.at[first, "source_id"])
    assert told(data) == [("casualties", first, "via_source_id"), ("casualties", second, "via_source_id")]


def test_a_missing_column_is_told_once(data):
    path, frame = rows_of(data, "casualties")
    tables.write(frame.drop(columns="category"), path)
    assert told(data) == [("casualties", 1, "category")]


def test_a_renamed_column_is_told_with_its_likely_name(data):
    path, frame = rows_of(data, "advances")
    tables.write(frame.rename(columns={"depth_m": "dept_m"}), path)
    assert sorted(told(data)) == [("advances", 1, "dept_m"), ("advances", 1, "depth_m")]
    assert any("depth_m is meant" in str(problem) for problem in check_ledger(data)[1])


def test_lines_stay_true_after_a_quoted_line_break(data):
    _, frame = rows_of(data, "casualties")
    change(data, "casualties", frame.index[0], note="first line\nsecond line\nthird")
    _, frame = rows_of(data, "casualties")
    line = int(frame.index[30])
    assert line == 30 + 2 + 2
    change(data, "casualties", line, count="many")
    assert told(data) == [("casualties", line, "count")]
    assert "many" in tables.path_of(data, "casualties").read_text(encoding="utf-8").splitlines()[line - 1]


def test_a_row_with_a_missing_cell_does_not_hide_others(data):
    path = tables.path_of(data, "events")
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, "new-event,incident", ""]), encoding="utf-8")
    change_line = len(lines) + 1
    assert told(data) == [("events", change_line, "")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xef\xbb\xbfcoverage_id\n", "byte-order mark"),
        (b"coverage_id\n\xff\n", "not UTF-8"),
        (b"", "no header"),
        (b"coverage_id,coverage_id\n", "stands twice"),
        (b'coverage_id\n"open', "quotation marks"),
    ],
)
def test_a_file_that_is_no_table_is_told(content, says, tmp_path):
    folder = write(mini(), tmp_path / "data")
    tables.path_of(folder, "coverage").write_bytes(content)
    found = [str(problem) for problem in check_ledger(folder)[1]]
    assert len(found) == 1 and says in found[0]


def test_a_missing_file_is_told(tmp_path):
    folder = write(mini(), tmp_path / "data")
    tables.path_of(folder, "coverage").unlink()
    assert [p.says for p in check_ledger(folder)[1]] == ["the file is missing"]


# --- origin files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "column", "says"),
    [
        (None, "", "the origin file is missing"),
        ("title: [", "", "not YAML"),
        ("just words", "", "not a list of fields"),
        (yaml.safe_dump(ORIGIN | {"producer": ""}), "producer", "is empty"),
        (yaml.safe_dump(ORIGIN | {"licence": "free"}), "licence", "not a word of the vocabulary licence"),
        (yaml.safe_dump(ORIGIN | {"licens": "MIT"}), "licens", "no such field"),
        (yaml.safe_dump(ORIGIN | {"sources": []}), "sources", "is empty"),
        (yaml.safe_dump(ORIGIN | {"sources": [ORIGIN["sources"][0] | {"url": ""}]}), "sources 1 url", "is empty"),
        (yaml.safe_dump(ORIGIN | {"read": {"a.csv": "beef"}}), "read a.csv", "not a sha256"),
    ],
)
def test_a_faulty_origin_file_is_told(content, column, says, tmp_path):
    folder = write(mini(), tmp_path / "data")
    path = folder / "series" / "named_dead.origin.yml"
    path.unlink() if content is None else path.write_text(content, encoding="utf-8")
    found = check_ledger(folder)[1]
    assert [(p.file, p.column, p.says) for p in found] == [(str(path), column, says)]


# --- the command ------------------------------------------------------------------------------------------


def run(*arguments, **environment):
    command = [sys.executable, "-m", "analysis.check", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ | environment)


def test_command_tells_the_problem_and_exits_1(tmp_path):
    folder = write(mini(killed_first={"count": "many"}), tmp_path / "data")
    done = run("--data", str(folder))
    assert done.returncode == 1
    where = f"{folder}/ledger/casualties.csv:2: count"
    assert done.stdout.startswith(f"{where}: not a quantity: 'many': write the figure as the source words it")
    assert "1 problems" in done.stderr


def test_command_exits_0_and_writes_nothing_for_another_copy(tmp_path):
    folder = write(mini(), tmp_path / "data")
    before = (ROOT / "reports" / "validation.md").read_bytes()
    done = run("--data", str(folder))
    assert (done.returncode, done.stdout) == (0, "")
    assert (ROOT / "reports" / "validation.md").read_bytes() == before


def test_validation_that_is_switched_off_is_noticed(tmp_path):
    folder = write(mini(), tmp_path / "data")
    done = run("--data", str(folder), PANDERA_VALIDATION_ENABLED="False")
    assert done.returncode == 2 and "known to be bad" in done.stderr


def test_json_and_github_formats(tmp_path, capsys):
    folder = write(mini(killed_first={"count": "many"}), tmp_path / "data")
    assert check.main(["--data", str(folder), "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["line"], problem["column"], problem["value"]) == (2, "count", "many")
    assert check.main(["--data", str(folder), "--format", "github"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"::error file={folder}/ledger/casualties.csv,line=2,title=count::not a quantity")


def test_github_format_escapes_what_would_end_a_command():
    problem = Problem("a,b.csv", 2, "count", "bad", "50%\nx::y", "mend")
    assert (
        problems.render([problem], "github") == "::error file=a%2Cb.csv,line=2,title=count::bad: '50%25\\nx::y': mend"
    )


def test_the_small_ledger_has_every_table():
    assert list(MINI) == list(check.TABLES)
