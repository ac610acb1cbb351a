"""The published tables as one SQLite file, with their keys and a description of every column.

SQLite knows neither days nor truth values: days are ISO 8601 text, and true and false are 1 and 0. A blank is NULL.
A table may refer to one that comes later, so keys are checked once, at the end.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import description, published, tables

_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_DESCRIPTIONS = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE table_descriptions (
    table_name TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT NOT NULL, licence TEXT NOT NULL,
    sources TEXT, notice TEXT, row_count INTEGER NOT NULL
);
CREATE TABLE column_descriptions (
    table_name TEXT NOT NULL REFERENCES table_descriptions (table_name), position INTEGER NOT NULL,
    column_name TEXT NOT NULL, type TEXT NOT NULL, unit TEXT, description TEXT NOT NULL, words TEXT,
    PRIMARY KEY (table_name, column_name)
);
"""


class BrokenKey(ValueError):
    """A row refers to one that is not there."""


def write(folder: Path, out: Path) -> int:
    """Write every table of `folder` into the file `out`; returns how many bytes.

    Raises:
        BrokenKey: a row refers to one that is not there; nothing is written.
        IsADirectoryError: `out` is a folder.
    """
    if out.is_dir():
        raise IsADirectoryError(f"{out} is a folder: name a file with --out")
    package = published.package(folder)
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_DESCRIPTIONS)
        _insert(database, "about", _about(package))
        for resource in package["resources"]:
            _add(database, resource, published.load(resource["name"], folder))
        _refuse_broken_keys(database)
        database.commit()
        data = database.serialize()
    tables.write_bytes(data, out)
    return len(data)


def _about(package: dict[str, Any]) -> list[tuple[str, str]]:
    known = {name: package[name] for name in ("name", "title", "description", "version", "created")}
    return [*known.items(), ("citation", description.citation(package["version"]))]


def _add(database: sqlite3.Connection, resource: dict[str, Any], frame: pd.DataFrame) -> None:
    """One table: its definition, its rows, and what is said of it and its columns."""
    name = resource["name"]
    for statement in _definition(name, resource["schema"]):
        database.execute(statement)
    _insert(database, name, zip(*(_cells(frame[column]) for column in frame), strict=True))
    _insert(database, "table_descriptions", [_table_description(resource, len(frame))])
    _insert(database, "column_descriptions", _column_descriptions(name, resource["schema"]["fields"]))


def _definition(name: str, schema: dict[str, Any]) -> Iterable[str]:
    """The statements that make a table, and an index for each column that refers to another table."""
    lines = [_column(field) for field in schema["fields"]]
    lines.append(f"PRIMARY KEY ({_names(schema['primaryKey'])})")
    for key in schema.get("foreignKeys", []):
        to = key["reference"]
        there = f"{_quoted(to.get('resource', name))} ({_names(to['fields'])})"
        lines.append(f"FOREIGN KEY ({_names(key['fields'])}) REFERENCES {there}")
    yield f"CREATE TABLE {_quoted(name)} (\n    " + ",\n    ".join(lines) + "\n)"
    for key in schema.get("foreignKeys", []):
        if key["fields"] != schema["primaryKey"]:
            index = _quoted("_by_".join((name, *key["fields"])))
            yield f"CREATE INDEX {index} ON {_quoted(name)} ({_names(key['fields'])})"


def _column(field: dict[str, Any]) -> str:
    required = " NOT NULL" if field.get("constraints", {}).get("required") else ""
    return f"{_quoted(field['name'])} {_TYPES.get(field['type'], 'TEXT')}{required}"


def _table_description(resource: dict[str, Any], rows: int) -> tuple:
    sources = "\n".join(f"{one['title']}: {one['path']}" for one in resource.get("sources", []))
    said = (resource["title"], resource["description"], resource["licenses"][0]["name"])
    return (resource["name"], *said, sources or None, resource.get("notice"), rows)


def _column_descriptions(table: str, fields: list[dict[str, Any]]) -> Iterable[tuple]:
    for position, field in enumerate(fields, 1):
        words = "\n".join(f"{word['value']}: {word['label']}" for word in field.get("categories", []))
        said = (field["type"], field.get("unit"), field["description"], words or None)
        yield (table, position, field["name"], *said)


def _cells(column: pd.Series) -> list:
    """The cells as SQLite takes them."""
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.dt.strftime("%Y-%m-%d")
    return column.astype(object).where(column.notna(), None).tolist()


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple]) -> None:
    rows = list(rows)
    if rows:
        database.executemany(f"INSERT INTO {_quoted(table)} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _refuse_broken_keys(database: sqlite3.Connection) -> None:
    broken = database.execute("PRAGMA foreign_key_check").fetchmany(5)
    if broken:
        raise BrokenKey("; ".join(f"{table} row {row} refers to no row of {to}" for table, row, to, _ in broken))


def _names(columns: list[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
