"""`claims diff`: nothing where nothing differs, and exactly what was done where something does."""

import csv
import io
import subprocess

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import mini, write

from analysis import diff, ledger
from analysis.releases import compare, states
from analysis.releases.compare import Difference, Table

# --- properties -------------------------------------------------------------------------------------------

COLUMNS = ["row_id", "count", "note", "status"]
WORDS = st.sampled_from(["", "23", ">40", "a\nb", "Бахмут", "active", "<b>"])
IDS = st.lists(st.sampled_from([f"row-{n}" for n in range(12)]), unique=True, max_size=12)


@st.composite
def tables_of_text(draw):
    rows = {
        row_id: dict(zip(COLUMNS, [row_id, *draw(st.tuples(WORDS, WORDS, WORDS))], strict=True)) for row_id in draw(IDS)
    }
    return Table(COLUMNS, rows)


def applied(table, removed, added, edits):
    """The table after these were done; `edits` are (row, column, text)."""
    rows = {row_id: dict(row) for row_id, row in table.rows.items() if row_id not in removed}
    rows |= {row_id: dict.fromkeys(COLUMNS, "") | {"row_id": row_id} for row_id in added}
    for row_id, column, text in edits:
        rows[row_id][column] = text
    return Table(COLUMNS, rows)


@given(tables_of_text())
def test_nothing_differs_from_itself(table):
    assert compare.differences({"t": table}, {"t": table}) == []


@settings(deadline=None)
@given(tables_of_text(), st.data())
def test_what_was_done_is_told_exactly(table, data):
    removed = set(data.draw(st.lists(st.sampled_from(sorted(table.rows)), unique=True)) if table.rows else [])
    added = data.draw(st.lists(st.sampled_from(["new-1", "new-2", "new-3"]), unique=True))
    kept = sorted(table.rows.keys() - removed)
    cells = st.tuples(st.sampled_from(kept), st.sampled_from(COLUMNS[1:])) if kept else st.nothing()
    edits = [(*where, data.draw(WORDS)) for where in data.draw(st.lists(cells, unique=True))] if kept else []
    found = compare.differences({"t": table}, {"t": applied(table, removed, added, edits)})
    expected = {Difference("t", "added", row_id) for row_id in added}
    expected |= {Difference("t", "removed", row_id) for row_id in removed}
    expected |= {
        Difference("t", "changed", row_id, column, old, new)
        for row_id, column, new in edits
        if (old := table.rows[row_id][column]) != new
    }
    assert len(found) == len(expected) and set(found) == expected


@given(tables_of_text(), tables_of_text())
def test_it_reads_the_same_backwards(first, second):
    there = compare.differences({"t": first}, {"t": second})
    back = compare.differences({"t": second}, {"t": first})
    turned = {"added": "removed", "removed": "added"}
    assert sorted(map(str, back)) == sorted(
        str(Difference(d.table, turned.get(d.change, d.change), d.row_id, d.field, d.new, d.old)) for d in there
    )


@given(tables_of_text(), tables_of_text())
def test_marks_tell_the_same_cells(first, second):
    text = compare.differences({"t": first}, {"t": second})
    marked = compare.differences(compare.in_marks({"t": first}), compare.in_marks({"t": second}))
    assert [(d.row_id, d.field) for d in text] == [(d.row_id, d.field) for d in marked]


# --- names of what happened -------------------------------------------------------------------------------


def test_taking_back_has_its_name():
    before = Table(COLUMNS, {"r": {"row_id": "r", "count": "1", "note": "", "status": "active"}})
    after = applied(before, (), (), [("r", "status", "withdrawn"), ("r", "count", "2")])
    assert {d.change for d in compare.differences({"t": before}, {"t": after})} == {"withdrawn", "changed"}


def test_a_new_column_is_told_once():
    before, after = Table(["row_id"], {"r": {"row_id": "r"}}), Table(["row_id", "x"], {"r": {"row_id": "r", "x": "1"}})
    assert compare.differences({"t": before}, {"t": after}) == [Difference("t", "column added", field="x")]


# --- the command ------------------------------------------------------------------------------------------


@pytest.fixture
def two(tmp_path, monkeypatch):
    """Two folders, and a repository whose first commit is the one and whose second commit the other."""
    repository = tmp_path / "repository"
    old, new = mini(), mini(killed_first={"count": ">40", "note": "<script>"}, ground_second={"status": "withdrawn"})
    new["casualties"].append(new["casualties"][0] | {"report_id": "killed-third", "wording": "lede"})
    write(old, tmp_path / "old"), write(new, tmp_path / "new")
    write(old, repository / "data")
    monkeypatch.chdir(repository)
    git("init", "--quiet")
    commit("one")
    git("tag", "v2026.11.0")
    (repository / "data" / "ledger" / "casualties.csv").write_bytes(
        (tmp_path / "new/ledger/casualties.csv").read_bytes()
    )
    (repository / "data" / "ledger" / "advances.csv").write_bytes((tmp_path / "new/ledger/advances.csv").read_bytes())
    commit("two")
    return tmp_path


def git(*arguments):
    subprocess.run(["git", "-c", "user.name=-", "-c", "user.email=-", *arguments], check=True, capture_output=True)


def commit(message):
    git("add", "--all")
    git("commit", "--quiet", "--message", message)


@pytest.mark.parametrize(
    ("old", "new"), [("../old", "../new"), ("HEAD~1", "HEAD"), ("2026.11.0", "."), ("v2026.11.0", "../new/ledger")]
)
def test_versions_folders_and_revisions(old, new, two, capsys):
    assert diff.main([old, new, "--format", "csv"]) == 0
    rows = [tuple(row.values()) for row in csv.DictReader(io.StringIO(capsys.readouterr().out))]
    assert rows == [
        ("withdrawn", "advances", "ground-second", "status", "active", "withdrawn"),
        ("changed", "casualties", "killed-first", "count", "23", ">40"),
        ("changed", "casualties", "killed-first", "note", "", "<script>"),
        ("added", "casualties", "killed-third", "", "", ""),
    ]


def test_the_table_in_the_terminal(two, capsys):
    assert diff.main(["HEAD~1", "HEAD"]) == 0
    out = capsys.readouterr().out
    assert "changed    casualties  killed-first   count   23 → >40" in out
    assert "(blank) → <script>" in out
    assert "casualties: 1 added, 1 changed" in out


def test_nothing_differs(two, capsys):
    assert diff.main([".", "HEAD"]) == 0
    assert capsys.readouterr().out == "Nothing differs.\n"


def test_the_page(two):
    assert diff.main(["HEAD~1", "HEAD", "--html", "page.html"]) == 0
    page = (two / "repository" / "page.html").read_text(encoding="utf-8")
    assert "<del>23</del> → <ins>&gt;40</ins>" in page
    assert "<script" not in page and "http" not in page.replace("http-equiv", "").replace("https://first", "")
    assert "killed-third" in page and "(withdrawn)" in page


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("no-such-thing", "neither a version"),
        ("2026.12.0", "no commit has this release"),
        ("v2026.11.0^0~9", "neither"),
    ],
)
def test_what_is_not_there_is_told(name, says, two, capsys):
    assert diff.main([name, "."]) == 2
    assert says in capsys.readouterr().err


def test_a_revision_without_a_ledger_is_told(two, capsys):
    git("rm", "-r", "--quiet", "--cached", "data")
    git("commit", "--quiet", "--message", "three")
    assert diff.main(["HEAD", "HEAD~1"]) == 2
    assert "no data/ledger there" in capsys.readouterr().err


def test_the_text_of_the_ledger_is_read_as_it_is(tmp_path):
    data = write(mini(bakhmut={"lat": "48.60"}), tmp_path / "data")
    assert states.read(str(data))["places"].loc[2, "lat"] == ledger.read_text(data)["places"].loc[2, "lat"] == "48.60"
    assert isinstance(compare.as_frame([]), pd.DataFrame)
