"""`datapackage.json`: the published tables described by Data Package 2.0."""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from analysis import description, params
from schemas.columns import ID_PATTERN, Column
from schemas.derived import ALL_TABLES, DerivedTable
from schemas.published import PUBLISHED, PublishedTable
from schemas.series.origin import Origin

_TYPES = {"number": "number", "integer": "integer", "flag": "boolean", "day": "date"}


def render(folder: Path, origins: dict[str, Origin]) -> str:
    """The descriptor of the CSVs in `folder`, as JSON; `origins` has those of the series."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": description.NAME,
        "title": description.TITLE,
        "description": description.DESCRIPTION,
        "version": params.version(),
        "created": f"{params.released_on()}T00:00:00Z",
        "keywords": list(description.KEYWORDS),
        "licenses": [asdict(description.CC_BY)],
        "contributors": [{"title": description.CREATOR, "roles": ["author", "curator"]}],
        "sources": _sources(origins),
        "resources": [
            _resource(table, folder / f"{table.name}.csv", origins.get(table.made_from))
            for table in ALL_TABLES.values()
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _sources(origins: dict[str, Origin]) -> list[dict]:
    """What the whole rests on: the pages that the ledger cites, which are a table of it, and what the series took."""
    read = {source.url: source for origin in origins.values() for source in origin.sources}
    series = [{"title": source.title, "path": source.url} for _, source in sorted(read.items())]
    return [{"title": description.LEDGER_SOURCES, "path": "sources.csv"}, *series]


def _resource(table: PublishedTable | DerivedTable, path: Path, origin: Origin | None) -> dict:
    data = path.read_bytes()
    licence = description.licence_of(table.name, origin.licence if origin else "")
    return {
        "name": table.name,
        "type": "table",
        "path": path.name,
        "title": origin.title if origin else table.title,
        "description": table.description,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "licenses": [asdict(licence)],
        **(_origin(origin) if origin else {}),
        "schema": _schema(table),
    }


def _origin(origin: Origin) -> dict:
    """Where a series comes from; `changes` and `notice` are properties of our own, which the standard allows."""
    sources = [
        {"title": source.title, "path": source.url, "version": source.retrieved_on, "licence": source.licence}
        for source in origin.sources
    ]
    described = {"sources": sources, "producer": origin.producer, "changes": origin.changes}
    return described | ({"notice": origin.notice} if origin.notice else {})


def _schema(table: PublishedTable | DerivedTable) -> dict:
    schema = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [{"value": "", "label": "not stated, or not known"}],
        "primaryKey": list(table.key),
    }
    keys = [
        {
            "fields": [column.name],
            "reference": {
                "resource": _published_name(column.refers_to[0]),
                "fields": [column.refers_to[0].removesuffix("s") + "_id"],
            },
        }
        for column in table.columns
        if column.kind == "id" and len(column.refers_to) == 1
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _published_name(ledger_table: str) -> str:
    return next(table.name for table in PUBLISHED.values() if table.made_from == ledger_table)


def _field(column: Column) -> dict:
    field = {"name": column.name, "type": _TYPES.get(column.kind, "string"), "description": column.description}
    if column.kind == "url":
        field["format"] = "uri"
    if column.unit:
        field["unit"] = column.unit
    if column.words:
        field["categories"] = [{"value": word, "label": meaning} for word, meaning in column.words.items()]
    return field | ({"constraints": constraints} if (constraints := _constraints(column)) else {})


def _constraints(column: Column) -> dict:
    known = {
        "required": column.required or None,
        "unique": column.own_id or None,
        "pattern": ID_PATTERN if column.kind == "id" else None,
        "enum": list(column.words) or None,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    return {name: value for name, value in known.items() if value is not None}
