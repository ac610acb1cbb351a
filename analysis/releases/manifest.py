"""The manifest of a release, `data/releases/<version>.json`: what each row was, which columns and files there were.

    {"version": "2026.11.0", "released_on": "2026-11-23",
     "ledger":    {"casualties": {"columns": [...], "rows": {id: fingerprint}}},     see schemas.fingerprint
     "published": {"reported_casualties": {"columns": [...], "deprecated": [...]}},  as the header of the CSV has them
     "files":     {"data/published/reported_casualties.csv": sha256}}

Written by `claims release` from the rebuilt files and never changed; one line a row, so that Git shows what moved.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import tables
from schemas.deprecated import DEPRECATED
from schemas.fingerprint import snapshot

FOLDER = Path("data/releases")
PUBLISHED = Path("data/published")
VERSION = re.compile(r"[0-9]{4}\.(?:0[1-9]|1[0-2])\.(?:0|[1-9][0-9]*)")

# Built from the manifests themselves, so that no manifest can hold their hash; reports/SHA256SUMS covers the first two.
AFTER_THE_MANIFEST = frozenset({"reports/changes.csv", "reports/corrections.html", "reports/SHA256SUMS"})

Manifest = dict[str, Any]


def order(version: str) -> tuple[int, ...]:
    """Versions sort by number: 2026.11.10 comes after 2026.11.9."""
    return tuple(int(part) for part in version.split("."))


def path_of(version: str, folder: Path = FOLDER) -> Path:
    """Where the manifest of a version lies."""
    return folder / f"{version}.json"


def read_all(folder: Path = FOLDER) -> list[Manifest]:
    """All manifests, the oldest first."""
    versions = [path.stem for path in folder.glob("*.json") if VERSION.fullmatch(path.stem)]
    return [read(version, folder) for version in sorted(versions, key=order)]


def read(version: str, folder: Path = FOLDER) -> Manifest:
    """The manifest of one version."""
    return json.loads(path_of(version, folder).read_text(encoding="utf-8"))


def newest(folder: Path = FOLDER) -> Manifest | None:
    """The manifest of the last release, or None before the first."""
    return next(iter(reversed(read_all(folder))), None)


def build(version: str, released_on: str, raws: Mapping[str, pd.DataFrame], root: Path = Path()) -> Manifest:
    """The manifest of the ledger (tables of text) and of the files that stand below `root` now."""
    return {
        "version": version,
        "released_on": released_on,
        "ledger": {table: snapshot(raw) for table, raw in raws.items()},
        "published": published_columns(root / PUBLISHED),
        "files": hashes(root),
    }


def write(manifest: Manifest, folder: Path = FOLDER) -> Path:
    """Write a manifest; returns its path."""
    path = path_of(manifest["version"], folder)
    tables.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", path)
    return path


def published_columns(folder: Path) -> dict[str, dict[str, list[str]]]:
    """The columns of each published CSV as its header has them, and those announced to go."""
    headers = {path.stem: list(tables.read_raw(path)[0].columns) for path in sorted(folder.glob("*.csv"))}
    return {
        name: {"columns": columns, "deprecated": sorted(DEPRECATED.get(name, {}))} for name, columns in headers.items()
    }


def hashes(root: Path = Path()) -> dict[str, str]:
    """SHA-256 of every file of the data and the reports, by path, but for the manifests and what is built from them."""
    files = [path for top in ("data", "reports") for path in (root / top).rglob("*") if path.is_file()]
    found = {path.relative_to(root).as_posix(): path for path in files}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in sorted(found.items())
        if name not in AFTER_THE_MANIFEST and not name.startswith(f"{FOLDER.as_posix()}/")
    }
