"""A published table as a typed frame: how charts, notebooks, the report and readers' own code read `data/published`.

    from analysis import published
    casualties = published.load("reported_casualties")
    pinned = published.load("reported_casualties", Path("frontline-claims"))     # a copy that `dvc get` took

Types come from `datapackage.json`, which lies beside the tables, so that reading needs neither the schemas nor
pandera (whose import alone costs two seconds). A blank cell is a missing value, and no other text is.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import tables

# From any folder: notebooks are opened in their own.
PUBLISHED = tables.ROOT / "data" / "published"


def load(name: str, folder: Path = PUBLISHED) -> pd.DataFrame:
    """One published table, e.g. `reported_casualties`, in file order with the index 0, 1, 2 ...

    `folder` is data/published or a copy of it, of any version: the types are those of the `datapackage.json` in it.
    Dtypes: str for text and EDTF dates, Int64, float64, boolean, and datetime64 for days such as `window_start`.

    Raises:
        FileNotFoundError: there is no data package in `folder`.
        KeyError: the data package has no table of that name.
        ValueError: the file and the data package disagree: one of them is from another build.
    """
    fields = _fields(folder)[name]
    raw, bad_rows = tables.read_raw(folder / f"{name}.csv")
    if bad_rows or list(raw.columns) != list(fields):
        raise ValueError(f"{folder / name}.csv is not what datapackage.json describes: publish again")
    cells = raw.mask(raw == "").reset_index(drop=True)
    return pd.DataFrame({column: _typed(cells[column], kind) for column, kind in fields.items()})


@cache
def package(folder: Path = PUBLISHED) -> dict[str, Any]:
    """The data package that describes the published tables: version, licences, contributors, resources."""
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def _fields(folder: Path) -> dict[str, dict[str, str]]:
    """By table, the type of each field in the words of Data Package 2.0."""
    return {
        resource["name"]: {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        for resource in package(folder)["resources"]
    }


def _typed(cells: pd.Series, kind: str) -> pd.Series:
    if kind == "number":
        return pd.to_numeric(cells).astype("float64")
    if kind == "integer":
        return pd.to_numeric(cells).astype("Int64")
    if kind == "boolean":
        return cells.map({"true": True, "false": False}, na_action="ignore").astype("boolean")
    if kind == "date":
        return pd.to_datetime(cells, format="%Y-%m-%d")
    return cells.astype("str")
