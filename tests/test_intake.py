"""What became of each harvested record: rows of the ledger, or the reason why none."""

from pathlib import Path

from analysis import tables
from schemas import REPORT_TABLES

DATA = Path(__file__).resolve().parents[1] / "data"


def rows():
    return tables.read_raw(DATA / "intake" / "harvest.csv")[0]


def ledger_ids(*names):
    return {row_id for name in names for row_id in tables.read_raw(tables.path_of(DATA, name))[0].iloc[:, 0]}


def test_every_record_stands_once():
    ids = rows()["record_id"].tolist()
    assert len(ids) == len(set(ids)) == 1508


def test_every_record_has_rows_or_a_reason():
    frame = rows()
    assert ((frame["row_ids"] == "") != (frame["reason"] == "")).all()


def test_every_row_named_stands_in_the_ledger():
    known = ledger_ids(*REPORT_TABLES, "relations")
    named = {one for cell in rows()["row_ids"] for one in cell.split()}
    assert named - known == set()


def test_every_imported_row_comes_from_a_record():
    named = {one for cell in rows()["row_ids"] for one in cell.split()}
    for table in REPORT_TABLES:
        frame = tables.read_raw(tables.path_of(DATA, table))[0]
        imported = frame.loc[frame["entry_status"] == "imported", "report_id"]
        assert set(imported) - named == set()
