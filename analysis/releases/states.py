"""OLD and NEW of a comparison: a version, a folder or a Git revision, read as tables of text."""

import tempfile
from pathlib import Path

import pandas as pd

from analysis import tables
from analysis.releases import manifest, tools
from schemas import MODELS

LEDGER = "data/ledger"


class NoSuchState(ValueError):
    """Nothing is known under this name, or it holds no ledger; the message says what may be written."""


def read(name: str) -> dict[str, pd.DataFrame]:
    """The ledger that is meant by a version (`2026.11.0`), a folder that holds it, or a Git revision.

    Tables that it does not have are left out.

    Raises:
        NoSuchState: it is none of them, or a table in it cannot be read.
    """
    if manifest.VERSION.fullmatch(name):
        return _of_commit(_commit_of_version(name), name)
    if (folder := ledger_below(Path(name))) is not None:
        return _of_folder(folder, name)
    try:
        commit = tools.commit_of(name)
    except tools.ToolFailed as error:
        raise NoSuchState(f"{name}: {error}") from error
    if commit is None:
        raise NoSuchState(f"{name}: neither a version, nor a folder with a ledger, nor a Git revision")
    return _of_commit(commit, name)


def ledger_below(folder: Path) -> Path | None:
    """The folder with the tables: this one, its `ledger/` or its `data/ledger/`."""
    candidates = (folder, folder / "ledger", folder / LEDGER)
    return next((one for one in candidates if any((one / f"{table}.csv").is_file() for table in MODELS)), None)


def _commit_of_version(version: str) -> str:
    """The commit with the tag of a version; without a tag the commit that brought its manifest."""
    try:
        commit = tools.commit_of(f"v{version}") or tools.commit_that_added(manifest.path_of(version).as_posix())
    except tools.ToolFailed as error:
        raise NoSuchState(f"{version}: {error}") from error
    if commit is None:
        raise NoSuchState(f"{version}: no commit has this release; fetch the tags, or name a folder with its data")
    return commit


def _of_commit(commit: str, name: str) -> dict[str, pd.DataFrame]:
    with tempfile.TemporaryDirectory() as folder:
        try:
            tools.extract(commit, LEDGER, Path(folder))
        except tools.ToolFailed as error:
            raise NoSuchState(f"{name}: no {LEDGER} there: {error}") from error
        return _of_folder(Path(folder, LEDGER), name)


def _of_folder(folder: Path, name: str) -> dict[str, pd.DataFrame]:
    raws = {}
    for table in MODELS:
        path = folder / f"{table}.csv"
        if path.is_file():
            try:
                raws[table], bad_rows = tables.read_raw(path)
            except tables.NotATable as error:
                raise NoSuchState(f"{name}: {path.name}: {error}") from error
            if bad_rows:
                raise NoSuchState(f"{name}: {path.name}:{bad_rows[0].line}: {bad_rows[0].says}")
    return raws
