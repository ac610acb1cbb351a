"""What the README shows to those who take a pinned version, run line by line against a clone."""

import os
import re
import sys
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pandas as pd
import pytest
from test_rebuild import committed, run

ROOT = Path(__file__).resolve().parents[1]
SECTION = (ROOT / "README.md").read_text(encoding="utf-8").split("## Take a pinned version")[1].split("\n## ")[0]
BLOCKS = re.findall(r"```(sh|python)\n(.*?)```", SECTION, re.DOTALL)


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """A clone that has the tags which the README names, whatever this checkout has of them."""
    folder = tmp_path_factory.mktemp("consumer")
    run("git", "clone", "--quiet", committed(folder), folder / "clone", cwd=folder)
    for tag in set(re.findall(r"\bv\d{4}\.\d\d\.\d+\b", SECTION)):
        run("git", "tag", "--force", tag, "HEAD", cwd=folder / "clone")
    return folder / "clone"


@pytest.fixture(scope="module")
def taken(clone) -> Path:
    """A folder in which every block of the section ran, in order, neighbours of one language in one process."""
    folder = clone.parent / "reader"
    folder.mkdir()
    commands = {"sh": ["sh", "-eu", "-c"], "python": [sys.executable, "-c"]}
    for language, blocks in groupby(BLOCKS, key=itemgetter(0)):
        text = "".join(block for _, block in blocks)
        run(*commands[language], text, cwd=folder, env=environment(clone))
    return folder


def environment(clone: Path) -> dict[str, str]:
    """The reader's: the tools of this environment, the code of the clone, and where the repository is."""
    tools = clone.parent / "tools"
    tools.mkdir(exist_ok=True)
    claims = tools / "claims"
    claims.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m analysis.cli "$@"\n', encoding="utf-8")
    claims.chmod(0o755)
    path = os.pathsep.join([str(tools), str(Path(sys.executable).parent), os.environ["PATH"]])
    site = str(clone.parent / "site cache")
    return {**os.environ, "PATH": path, "PYTHONPATH": str(clone), "REPO": str(clone), "DVC_SITE_CACHE_DIR": site}


def test_the_section_shows_every_way(clone):
    ways = ("dvc get", "dvc.api.open", "pd.read_csv", "duckdb.sql", "published.load", "to parquet", "to sqlite")
    assert [way for way in ways if way not in SECTION] == []
    assert [language for language, _ in BLOCKS] == ["sh", "python", "python", "sh"]


def test_every_line_runs_and_takes_what_is_committed(clone, taken):
    wanted = {path.name: path.read_bytes() for path in (clone / "data/published").iterdir()}
    assert {path.name: path.read_bytes() for path in (taken / "frontline-claims").iterdir()} == wanted
    tables = {path.stem for path in (taken / "parquet").glob("*.parquet")}
    assert tables == {Path(name).stem for name in wanted if name.endswith(".csv")}
    assert (taken / "frontline-claims.sqlite").read_bytes().startswith(b"SQLite format 3")


def test_the_typed_table_has_the_rows_of_the_pinned_one(taken):
    pinned = pd.read_csv(taken / "frontline-claims/reported_casualties.csv")
    typed = pd.read_parquet(taken / "parquet/reported_casualties.parquet")
    assert typed["report_id"].tolist() == pinned["report_id"].tolist()
