"""The published tables as Parquet, a file a table."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from analysis import description, published, tables

_TYPES = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}


def write(folder: Path, out: Path) -> int:
    """Write every table of `folder` into the folder `out`; returns how many bytes.

    Raises:
        NotADirectoryError: `out` is a file.
    """
    if out.exists() and not out.is_dir():
        raise NotADirectoryError(f"{out} is a file: name a folder with --out")
    package = published.package(folder)
    return sum(_write_table(resource, package, folder, out) for resource in package["resources"])


def _write_table(resource: dict[str, Any], package: dict[str, Any], folder: Path, out: Path) -> int:
    schema = pa.schema([_field(field) for field in resource["schema"]["fields"]], _about(resource, package))
    frame = published.load(resource["name"], folder)
    buffer = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pandas(frame, schema=schema, preserve_index=False), buffer, compression="zstd")
    data = buffer.getvalue().to_pybytes()
    tables.write_bytes(data, out / f"{resource['name']}.parquet")
    return len(data)


def _field(field: dict[str, Any]) -> pa.Field:
    words = {word["value"]: word["label"] for word in field.get("categories", [])}
    said = {"description": field["description"], "unit": field.get("unit", ""), "words": _json(words) if words else ""}
    known = {name: text for name, text in said.items() if text}
    return pa.field(field["name"], _TYPES.get(field["type"], pa.string()), metadata=known)


def _about(resource: dict[str, Any], package: dict[str, Any]) -> dict[str, str]:
    """What a file has to say of itself once it is alone; `notice` is what a licence wants passed on."""
    return {
        "title": resource["title"],
        "description": resource["description"],
        "version": package["version"],
        "licence": resource["licenses"][0]["name"],
        "citation": description.citation(package["version"]),
        "sources": _json(resource.get("sources", [])),
        "notice": resource.get("notice", ""),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
