"""`claims release` in a small repository: two releases with their changelog, and everything that is refused."""

import json
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from ledgers import MINI, mini, write

from analysis import changes, description, ledger, publish, release, tables
from analysis.releases import bump, changelog, history, manifest, tools
from schemas.deprecated import DEPRECATED
from schemas.published import PUBLISHED

ROOT = Path(__file__).resolve().parents[1]
FIRST, SECOND = "2026.11.0", "2026.12.0"
FILES = (bump.PARAMS, bump.PYPROJECT, bump.CITATION, bump.README, changelog.CHANGELOG)


def git(*arguments):
    command = ["git", "-c", "user.name=-", "-c", "user.email=-", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit(message="work"):
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", message)


def build():
    """What the graph builds, in this process and with one chart: the table of the killed."""
    frames = ledger.read(Path("data"))
    for table in PUBLISHED.values():
        tables.write(publish.published_frame(table, frames), publish.OUT / f"{table.name}.csv")
    tables.write_text(str(bump.current()), publish.OUT / "version.txt")
    killed = frames["casualties"][frames["casualties"]["status"] == "active"]
    tables.write(killed[["report_id", "count"]], Path("reports/charts/killed/chart.csv"))
    sidecar = {
        "name": "killed",
        "title": "The brigade says whom it killed",
        "claim_ids": sorted(set(killed["claim_id"])),
    }
    tables.write_text(json.dumps(sidecar), Path("reports/charts/killed/chart.json"))
    assert changes.main() == 0


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A repository with the small ledger, everything built and committed."""
    folder = tmp_path_factory.mktemp("begun")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        write(mini(), Path("data"))
        Path("data/releases").mkdir()
        for name in FILES:
            shutil.copy(ROOT / name, name)
        tables.write_text("# Changelog\n\n## Unreleased\n\nWritten by hand.\n", changelog.CHANGELOG)
        build()
        git("init", "--quiet")
        commit()
    return folder


@pytest.fixture(scope="module")
def begun_and_released(begun, tmp_path_factory):
    """The same with its first release committed."""
    folder = shutil.copytree(begun, tmp_path_factory.mktemp("released") / "r")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        without_dvc(patch)
        assert release.main([FIRST, "--on", "2026-11-23"]) == 0
        commit(f"Release {FIRST}")
    return folder


def without_dvc(patch):
    """`build` stands for the graph, which is always up to date."""
    patch.setattr(release, "rebuild", build)
    patch.setattr(tools, "stale_stages", list)


@pytest.fixture
def repository(begun, tmp_path, monkeypatch):
    """A copy to work in, before the first release."""
    monkeypatch.chdir(shutil.copytree(begun, tmp_path / "r"))
    without_dvc(monkeypatch)


@pytest.fixture
def released(begun_and_released, tmp_path, monkeypatch):
    """A copy to work in, after the first release."""
    monkeypatch.chdir(shutil.copytree(begun_and_released, tmp_path / "r"))
    without_dvc(monkeypatch)


def save(changed):
    """Put another ledger in the place of this one, build and commit."""
    for folder in ("ledger", "series"):
        shutil.rmtree(f"data/{folder}")
    write(changed, Path("data"))
    build()
    commit()


def correction(number, row, field, old, new, reason="transcription_error"):
    return {"correction_id": f"correction-{number}", "row_id": row, "field": field, "old": old, "new": new,
            "reason_code": reason, "decided_on": f"2026-12-0{number}"}  # fmt: skip


def second_ledger():
    """Two rows added, one figure corrected, one row withdrawn, one row read again."""
    changed = mini(
        killed_first={"count": "24"},
        ground_second={"status": "withdrawn"},
        ground_first={"entry_status": "reviewed", "wording": "quotation"},
    )
    for number, wording in ((3, "lede"), (4, "headline")):
        changed["casualties"].append(MINI["casualties"][0] | {"report_id": f"killed-{number}", "wording": wording})
    changed["corrections"] += [
        correction(2, "killed-first", "count", "23", "24"),
        correction(3, "ground-second", "status", "active", "withdrawn", "out_of_scope"),
    ]
    return changed


def untouched():
    assert git("status", "--porcelain") == ""


# --- the first release ------------------------------------------------------------------------------------


def test_the_first_release(repository, capsys):
    assert release.main([FIRST, "--on", "2026-11-23"]) == 0
    made = manifest.newest()
    assert made["version"] == FIRST and set(made["ledger"]["casualties"]["rows"]) == {"killed-first", "killed-second"}
    assert made["published"]["reported_casualties"]["columns"][0] == "report_id"
    assert "data/ledger/casualties.csv" in made["files"] and "reports/charts/killed/chart.csv" in made["files"]
    assert not {name for name in made["files"] if "releases" in name or "changes.csv" in name}
    text = changelog.CHANGELOG.read_text(encoding="utf-8")
    assert text.startswith(
        f"# Changelog\n\n## Unreleased\n\n## {FIRST} (2026-11-23)\n\nWritten by hand.\n\nThe first release.\n\n| table"
    )
    assert "| casualties | 2 |" in text
    out = capsys.readouterr().out
    assert f'git commit --message "Release {FIRST}"' in out and f"git tag --annotate v{FIRST}" in out


def test_before_any_release_there_is_nothing_to_compare(repository):
    assert tables.read_raw(changes.CHANGES)[0].empty
    assert "correction-1" in changes.CORRECTIONS.read_text(encoding="utf-8")


# --- the second -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def second_release(begun_and_released, tmp_path_factory):
    folder = shutil.copytree(begun_and_released, tmp_path_factory.mktemp("second") / "r")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        without_dvc(patch)
        save(second_ledger())
        assert release.main([SECOND, "--on", "2026-12-07"]) == 0
    return folder


@pytest.fixture
def second(second_release, monkeypatch):
    """The second release to read; gives its section of the changelog."""
    monkeypatch.chdir(second_release)
    return changelog.CHANGELOG.read_text(encoding="utf-8").partition(f"## {FIRST}")[0]


def test_the_changelog_of_a_second_release(second):
    assert second.startswith(f"# Changelog\n\n## Unreleased\n\n## {SECOND} (2026-12-07)\n")
    assert f"| table | added | changed | withdrawn | superseded | as in {FIRST} |" in second
    assert "| casualties | 2 | 1 | 0 | 0 | 1 |" in second
    assert "| advances | 0 | 1 | 1 | 0 | 0 |" in second
    assert "| sources | 0 | 0 | 0 | 0 | 2 |" in second
    assert (
        f"Of the 6 figures of {FIRST}, 1 moved, 1 was taken back with a row; 4 are as they were. "
        "The figures that moved are about 2023-05-20; no figure about an earlier or a later day did." in second
    )
    assert "- `killed-first` (casualties): `count` `23` → `24`. We typed the source wrongly." in second
    assert "they say how far we have read: `entry_status` in 1 row, `wording` in 1 row." in second
    assert "- `ground-second` (advances): `status` `active` → `withdrawn`. The row does not belong" in second
    assert f"All columns are those of {FIRST}." in second
    assert "- Charts with other data: killed." in second and "- Tables with the same data: actors," in second


def test_one_version_everywhere(second):
    assert yaml.safe_load(bump.PARAMS.read_text())["version"] == SECOND
    assert str(yaml.safe_load(bump.PARAMS.read_text())["released_on"]) == "2026-12-07"
    assert tomllib.loads(bump.PYPROJECT.read_text())["project"]["version"] == SECOND
    citation = yaml.safe_load(bump.CITATION.read_text())
    assert (citation["version"], citation["date-released"]) == (SECOND, "2026-12-07")
    assert description.citation(SECOND) in bump.README.read_text(encoding="utf-8")


def test_the_manifest_is_of_the_rebuilt_files(second):
    files = manifest.newest()["files"]
    assert Path("data/published/version.txt").read_text() == SECOND
    assert files == manifest.hashes()


def test_changes_keep_the_release_that_brought_them(second):
    rows = tables.read_raw(changes.CHANGES)[0]
    assert set(rows["release"]) == {SECOND}
    cells = {(r.row_id, r.field): (r.change, r.old, r.new, r.correction_id) for r in rows.itertuples() if r.field}
    assert cells == {
        ("killed-first", "count"): ("changed", "23", "24", "correction-2"),
        ("ground-second", "status"): ("withdrawn", "active", "withdrawn", "correction-3"),
        ("ground-first", "entry_status"): ("changed", "imported", "reviewed", ""),
        ("ground-first", "wording"): ("changed", "unknown", "quotation", ""),
    }
    assert set(rows[rows["field"] == ""]["row_id"]) == {"killed-3", "killed-4", "correction-2", "correction-3"}


def test_what_is_not_released_is_called_so(released):
    save(second_ledger())
    assert set(tables.read_raw(changes.CHANGES)[0]["release"]) == {history.UNRELEASED}
    assert "not yet in a release" in changes.CORRECTIONS.read_text(encoding="utf-8")


def test_the_page_of_corrections_tells_what_they_touched(second):
    page = changes.CORRECTIONS.read_text(encoding="utf-8")
    assert page.index('id="correction-3"') < page.index('id="correction-2"') < page.index('id="correction-1"')
    part = page.partition('id="correction-2"')[2].partition("</article>")[0]
    assert "<del>23</del> → <ins>24</ins>" in part and f"in version {SECOND}" in part
    assert "<code>count</code>, <code>count_low</code>, <code>count_high</code>" in part
    assert 'href="charts/killed/chart.svg"' in part and 'href="statements/third-brigade-1.html"' in part
    assert "None draws it." in page.partition('id="correction-3"')[2].partition("</article>")[0]


# --- what is refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "day", "says"),
    [
        ("2026.13.0", "2026-12-07", "is not a version"),
        ("v2026.12.0", "2026-12-07", "is not a version"),
        ("2026.12.01", "2026-12-07", "is not a version"),
        (SECOND, "7 December", "is not a day"),
        ("2026.12.0", "2027-01-07", "is not a version of the month"),
        (FIRST, "2026-11-23", "is not later than the last release"),
        ("2026.10.9", "2026-10-23", "is not later than the last release"),
        ("2026.11.1", "2026-11-22", "before the day of the last release"),
    ],
)
def test_a_wrong_version_or_day(version, day, says, released, capsys):
    assert release.main([version, "--on", day]) == 1
    assert says in capsys.readouterr().out
    untouched()


def test_a_day_is_required(released):
    with pytest.raises(SystemExit):
        release.main([SECOND])


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (mini(killed_first={"count": "24"}), "casualties.csv:2: count: not what 2026.11.0 published"),
        (mini(ground_second={"status": "withdrawn"}), "advances.csv:3: status: not what 2026.11.0 published"),
        (mini() | {"relations": []}, "relations.csv:1: relation_id: published in 2026.11.0, and gone: 'relation-1'"),
    ],
)
def test_a_change_without_its_correction(changed, says, released, capsys):
    save(changed)
    assert release.main([SECOND, "--on", "2026-12-07"]) == 1
    assert says in capsys.readouterr().out
    untouched()


def test_a_published_column_that_is_gone(released, capsys):
    path = publish.OUT / "derived.csv"
    tables.write_text("claim_id,support\n", path)
    commit()
    assert release.main([SECOND, "--on", "2026-12-07"]) == 0
    commit()
    tables.write_text("claim_id,backing\n", path)
    commit()
    capsys.readouterr()
    assert release.main(["2026.12.1", "--on", "2026-12-08"]) == 1
    assert "derived.csv:1: support: a column of 2026.12.0 is gone: 'support'" in capsys.readouterr().out
    path.unlink()
    commit()
    assert release.main(["2026.12.1", "--on", "2026-12-08"]) == 1
    assert "derived.csv:1: published in 2026.12.0, and gone" in capsys.readouterr().out
    untouched()


def test_a_column_goes_one_release_after_it_was_announced(released, monkeypatch):
    path = publish.OUT / "derived.csv"
    tables.write_text("claim_id,support\n", path)
    commit()
    monkeypatch.setitem(DEPRECATED, "derived", {"support": "use backing."})
    assert release.main([SECOND, "--on", "2026-12-07"]) == 0
    commit()
    monkeypatch.delitem(DEPRECATED, "derived")
    tables.write_text("claim_id,backing\n", path)
    commit()
    assert release.main(["2026.12.1", "--on", "2026-12-08"]) == 0
    text = changelog.CHANGELOG.read_text(encoding="utf-8")
    assert "- `derived`: new column `backing`.\n- `derived`: `support` is gone, as announced." in text


def test_a_dirty_tree(released, capsys):
    Path("notes.txt").write_text("not committed")
    assert release.main([SECOND, "--on", "2026-12-07"]) == 1
    assert "not committed: notes.txt" in capsys.readouterr().out


def test_a_stale_graph(released, capsys, monkeypatch):
    monkeypatch.setattr(tools, "stale_stages", lambda: ["publish"])
    assert release.main([SECOND, "--on", "2026-12-07"]) == 1
    assert "not up to date: publish: run `dvc repro`" in capsys.readouterr().out
    untouched()


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        (bump.PYPROJECT, "[project]\n", "pyproject.toml: 0 lines begin with"),
        (bump.README, "# Readme\n", "README.md: does not cite"),
        (changelog.CHANGELOG, "# Changelog\n", "CHANGELOG.md: no line"),
    ],
)
def test_a_file_without_its_version(file, text, says, released, capsys):
    file.write_text(text, encoding="utf-8")
    commit()
    assert release.main([SECOND, "--on", "2026-12-07"]) == 1
    assert says in capsys.readouterr().out
    untouched()


def test_a_file_that_depends_on_the_manifest_is_found(released, capsys, monkeypatch):
    def graph():
        build()
        tables.write_text(str(len(manifest.read_all())), Path("reports/releases.txt"))

    graph()
    commit()
    monkeypatch.setattr(release, "rebuild", graph)
    assert release.main([SECOND, "--on", "2026-12-07"]) == 1
    err = capsys.readouterr().err
    assert "rebuilding after the manifest changed reports/releases.txt" in err and "git restore ." in err


# --- with the real tools ----------------------------------------------------------------------------------

# Its one stage writes the version, so that the manifest is right only if the rebuild came before it.
GRAPH = """
stages:
  build:
    cmd: python -c "import yaml; open('reports/v.txt', 'w').write(yaml.safe_load(open('params.yaml'))['version'])"
    deps: [data/releases]
    params: [version]
    outs: [{reports/v.txt: {cache: false}}]
"""


@pytest.mark.slow
def test_with_dvc(repository, capsys, monkeypatch):
    folder = Path.cwd()
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DVC_SITE_CACHE_DIR", str(folder.parent / "site cache"))
    monkeypatch.setenv("DVC_NO_ANALYTICS", "true")
    Path("dvc.yaml").write_text(GRAPH, encoding="utf-8")
    Path("data/releases/README.md").write_text("Manifests.\n")
    Path(".dvc").mkdir()
    shutil.copy(ROOT / ".dvc" / "config", ".dvc/config")
    Path(".dvc/.gitignore").write_text("/tmp\n/cache\n")
    commit()
    assert release.main([SECOND, "--on", "2026-12-07"]) == 1
    assert "not up to date: build" in capsys.readouterr().out
    tools.dvc("repro", "--quiet")
    commit()
    assert release.main([SECOND, "--on", "2026-12-07"]) == 0
    assert Path("reports/v.txt").read_text() == SECOND
    assert manifest.newest()["files"] == manifest.hashes()
