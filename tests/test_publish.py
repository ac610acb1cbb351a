"""The published tables: what stands beside what, and whether the real validators accept them."""

import json
from decimal import Decimal
from pathlib import Path

import frictionless
import mlcroissant
import pandas as pd
import pytest
from ledgers import mini, write

from analysis import codebook, datapackage, ledger, params, publish, published, tables
from analysis.evidence import derive
from schemas import REPORT_TABLES, SERIES
from schemas.derived import ALL_TABLES, DERIVED
from schemas.published import PUBLISHED

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "data" / "published"


@pytest.fixture
def frames(tmp_path):
    return ledger.read(write(mini(killed_first={"count": ">40", "window": "2023-05"}), tmp_path / "data"))


def test_a_quantity_is_followed_by_its_bounds(frames):
    row = publish.published_frame(PUBLISHED["reported_casualties"], frames).iloc[0]
    assert (row["count"], row["count_low"], row["count_qualifier"], row["count_stated"]) == (
        ">40", Decimal(41), "more_than", "40",
    )  # fmt: skip
    assert pd.isna(row["count_high"])


def test_a_window_is_followed_by_its_days(frames):
    row = publish.published_frame(PUBLISHED["reported_casualties"], frames).iloc[0]
    assert (str(row["window_start"]), str(row["window_end"])) == ("2023-05-01", "2023-05-31")


def test_ids_are_followed_by_names_and_addresses(frames):
    row = publish.published_frame(PUBLISHED["reported_advances"], frames).iloc[0]
    assert row["publisher_name"] == "First outlet"
    assert row["source_url"] == "https://first.example/1"
    assert row["stated_by_name"] == "Third Separate Assault Brigade"
    assert row["stated_by_side"] == "UA"
    assert row["place_names"] == "Bakhmut"
    assert row["event_title"] == "Fighting on the flanks of Bakhmut in May 2023"


def test_derived_tables_have_the_columns_they_declare(frames):
    derived = derive.tables(frames, params.load()["evidence"])
    assert list(derived) == list(DERIVED)
    for name, table in DERIVED.items():
        frame = publish.derived_frame(table, derived[name])
        assert list(frame.columns) == [column.name for column in table.columns]
        assert frame[table.key[0]].is_unique
        for column in table.columns:
            if column.words:
                assert set(frame[column.name].dropna()) <= set(column.words)


def test_a_ledger_that_cannot_be_read_is_not_published(tmp_path):
    folder = write(mini(killed_first={"count": "many"}), tmp_path / "data")
    with pytest.raises(ledger.UncheckedLedger, match="claims check"):
        ledger.read(folder)


def test_figures_are_written_in_their_shortest_form(tmp_path):
    frame = pd.DataFrame({"a": [1.0, 0.1, None], "b": [True, False, None], "c": ["x\ny", 'say "so"', "a,b"]})
    tables.write(frame, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == b'a,b,c\n1,true,"x\ny"\n0.1,false,"say ""so"""\n,,"a,b"\n'


# --- what is committed ------------------------------------------------------------------------------------


def test_every_reported_row_has_a_source_with_an_address():
    for table in REPORT_TABLES:
        frame = published.load(f"reported_{table}", FOLDER)
        assert frame["source_url"].str.match(r"https?://").all()


def test_frictionless_says_valid():
    report = frictionless.validate(str(FOLDER / "datapackage.json"))
    assert report.valid, report.to_summary()


def test_croissant_is_valid_and_loads_rows():
    dataset = mlcroissant.Dataset(jsonld=str(FOLDER / "croissant.json"))
    assert not dataset.metadata.issues.errors
    for name in ALL_TABLES:
        first = published.load(name, FOLDER).head(1)
        key = ALL_TABLES[name].key[0]
        row = next(iter(dataset.records(name)), None)
        assert (row is None) == first.empty, name
        if row is not None and first[key].dtype == "str" and isinstance(value := row[f"{name}/{key}"], bytes):
            assert value.decode() == first[key].iloc[0]


def test_the_package_describes_every_file_in_the_folder():
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    described = {resource["path"] for resource in package["resources"]}
    assert described == {path.name for path in FOLDER.glob("*.csv")}
    assert all(resource["licenses"] for resource in package["resources"])


def test_the_package_says_what_it_rests_on():
    origins = ledger.origins(ROOT / "data")
    package = json.loads(datapackage.render(FOLDER, origins))
    own, *others = package["sources"]
    assert (FOLDER / own["path"]).is_file() and "sources.csv" in own["title"]
    assert {one["path"] for one in others} == {source.url for origin in origins.values() for source in origin.sources}
    assert frictionless.Package(package, basepath=str(FOLDER)).get_resource("claims").read_rows()
    for resource in package["resources"]:
        assert resource["hash"].startswith("sha256:") and resource["licenses"], resource["name"]


def test_a_series_says_whose_it_is_and_on_what_terms():
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    by_name = {resource["name"]: resource for resource in package["resources"]}
    total = by_name["general_staff_losses"]
    assert [licence["name"] for licence in total["licenses"]] == ["MIT"]
    assert "Permission is hereby granted" in total["notice"]
    assert total["schema"]["primaryKey"] == ["date"]
    assert all(by_name[name]["sources"] and by_name[name]["changes"] for name in SERIES)
    assert "not republished" in by_name["control_area"]["changes"]


def test_categories_are_defined_in_the_package():
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    fields = {
        f["name"]: f for r in package["resources"] if r["name"] == "reported_casualties" for f in r["schema"]["fields"]
    }
    assert {c["value"] for c in fields["category"]["categories"]} == set(fields["category"]["constraints"]["enum"])
    assert all(c["label"] for c in fields["category"]["categories"])


def test_the_codebook_defines_every_column_and_word():
    text = (FOLDER / "CODEBOOK.md").read_text(encoding="utf-8")
    assert text == codebook.render(ledger.origins(ROOT / "data"))
    for table in ALL_TABLES.values():
        for column in table.columns:
            assert f"| `{column.name}` |" in text
            assert not column.vocabulary or f"### {column.vocabulary}" in text
