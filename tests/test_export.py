"""The exports: the same rows, typed, with their keys and descriptions."""

import json
import shutil
import sqlite3
from contextlib import closing

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from analysis import cli, published

NAMES = [resource["name"] for resource in published.package()["resources"]]


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """A folder with both exports: `all.sqlite` and `parquet/`."""
    folder = tmp_path_factory.mktemp("exported")
    assert cli.main(["export", "--to", "sqlite", "--out", str(folder / "all.sqlite")]) == 0
    assert cli.main(["export", "--to", "parquet", "--out", str(folder / "parquet")]) == 0
    return folder


@pytest.fixture(scope="module")
def database(exported):
    with closing(sqlite3.connect(exported / "all.sqlite")) as connection:
        yield connection


def one(database, query, *values):
    (found,) = database.execute(query, values).fetchall()
    return found


def test_parquet_holds_the_typed_rows(exported):
    for name in NAMES:
        was = published.load(name)
        read = duckdb.sql(f"SELECT * FROM '{exported / 'parquet' / name}.parquet'").df()
        assert list(read.columns) == list(was.columns)
        assert read.notna().sum().tolist() == was.notna().sum().tolist()
    described = duckdb.sql(f"DESCRIBE SELECT * FROM '{exported / 'parquet' / 'reported_casualties'}.parquet'")
    types = {row[0]: row[1] for row in described.fetchall()}
    assert (types["count_low"], types["is_further"], types["window_start"]) == ("BIGINT", "BOOLEAN", "DATE")


def test_parquet_keeps_every_cell(exported):
    was = published.load("reported_casualties")
    read = pd.read_parquet(exported / "parquet" / "reported_casualties.parquet")
    for column in was:
        # Days come back as dates.
        back = pd.to_datetime(read[column]) if was[column].dtype.kind == "M" else read[column]
        assert back.dropna().tolist() == was[column].dropna().tolist()


def test_a_parquet_file_says_what_it_is_and_on_what_terms(exported):
    schema = pq.read_schema(exported / "parquet" / "general_staff_losses.parquet")
    said = {name.decode(): text.decode() for name, text in schema.metadata.items()}
    assert said["licence"] == "MIT" and "Permission is hereby granted" in said["notice"]
    assert said["version"] == published.package()["version"] and json.loads(said["sources"])
    category = pq.read_schema(exported / "parquet" / "reported_casualties.parquet").field("category")
    assert "killed" in json.loads(category.metadata[b"words"])


def test_sqlite_holds_every_row_and_is_sound(database):
    assert one(database, "PRAGMA integrity_check") == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for name in NAMES:
        assert one(database, f'SELECT count(*) FROM "{name}"') == (len(published.load(name)),)


def test_sqlite_keeps_types_and_blanks(database):
    was = published.load("reported_casualties")
    query = "SELECT count_low, is_further, window_start FROM reported_casualties ORDER BY rowid"
    read = pd.DataFrame(database.execute(query).fetchall(), columns=["count_low", "is_further", "window_start"])
    assert read["count_low"].dropna().tolist() == was["count_low"].dropna().tolist()
    assert read["is_further"].dropna().astype(bool).tolist() == was["is_further"].dropna().tolist()
    days = was["window_start"].dropna().dt.strftime("%Y-%m-%d")
    assert read["window_start"].dropna().tolist() == days.tolist()
    assert read["count_low"].isna().sum() == was["count_low"].isna().sum()


def test_sqlite_has_the_keys_of_the_data_package(database):
    for resource in published.package()["resources"]:
        name, schema = resource["name"], resource["schema"]
        columns = database.execute("SELECT name, pk FROM pragma_table_info(?) WHERE pk ORDER BY pk", [name]).fetchall()
        assert [column for column, _ in columns] == schema["primaryKey"]
        keys = database.execute('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', [name]).fetchall()
        declared = schema.get("foreignKeys", [])
        wanted = {(k["fields"][0], k["reference"]["resource"], k["reference"]["fields"][0]) for k in declared}
        assert set(keys) == wanted


def test_sqlite_describes_every_column(database):
    described = database.execute("SELECT table_name, column_name FROM column_descriptions WHERE description > ''")
    package = published.package()["resources"]
    assert set(described) == {(r["name"], f["name"]) for r in package for f in r["schema"]["fields"]}
    unit, words = one(
        database, "SELECT unit, words FROM column_descriptions WHERE table_name = ? AND column_name = ?",
        "reported_casualties", "category",
    )  # fmt: skip
    assert unit is None and "killed: " in words
    assert one(database, "SELECT value FROM about WHERE name = 'version'") == (published.package()["version"],)


def test_a_row_that_refers_to_nothing_is_not_exported(tmp_path, capsys):
    folder = tmp_path / "published"
    shutil.copytree(published.PUBLISHED, folder)
    claims = (folder / "claims.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "claims.csv").write_text("".join(claims[:1] + claims[2:]), encoding="utf-8")
    out = tmp_path / "all.sqlite"
    assert cli.main(["export", "--to", "sqlite", "--from", str(folder), "--out", str(out)]) == 1
    assert "refers to no row of claims" in capsys.readouterr().err and not out.exists()


def test_a_folder_that_is_not_there_is_told(tmp_path, capsys):
    assert cli.main(["export", "--to", "parquet", "--from", str(tmp_path / "gone")]) == 1
    assert "datapackage.json" in capsys.readouterr().err
