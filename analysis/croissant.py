"""`croissant.json`: the published tables described by Croissant 1.1 (MLCommons), for loaders of data sets."""

import hashlib
import json
from pathlib import Path

from analysis import description, params
from schemas.columns import Column
from schemas.derived import ALL_TABLES, DerivedTable
from schemas.published import PublishedTable
from schemas.series.origin import Origin

# The context that the specification prescribes.
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
# Whole numbers are declared as floats: a blank count would not fit an integer column of the loader's frame.
_TYPES = {"number": "sc:Float", "integer": "sc:Float", "flag": "sc:Text", "day": "sc:Date", "url": "sc:URL"}


def render(folder: Path, origins: dict[str, Origin]) -> str:
    """The description of the CSVs in `folder`, as JSON-LD; `origins` has those of the series."""
    version = params.version()
    dataset = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": description.TITLE,
        "description": description.DESCRIPTION,
        "version": version,
        "datePublished": params.released_on(),
        "license": [description.CC_BY.path, description.ODBL.path, description.MIT.path],
        "creator": {"@type": "sc:Organization", "name": description.CREATOR},
        "citeAs": description.citation(version),
        "keywords": list(description.KEYWORDS),
        "distribution": [_file(table, folder, origins.get(table.made_from)) for table in ALL_TABLES.values()],
        "recordSet": [_record_set(table) for table in ALL_TABLES.values()],
    }
    return json.dumps(dataset, ensure_ascii=False, indent=1) + "\n"


def _file(table: PublishedTable | DerivedTable, folder: Path, origin: Origin | None) -> dict:
    path = folder / f"{table.name}.csv"
    return {
        "@type": "cr:FileObject",
        "@id": path.name,
        "name": path.name,
        "description": table.description,
        "contentUrl": path.name,
        "encodingFormat": "text/csv",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "license": description.licence_of(table.name, origin.licence if origin else "").path,
        **({"isBasedOn": [source.url for source in origin.sources]} if origin else {}),
    }


def _record_set(table: PublishedTable | DerivedTable) -> dict:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(column, table.name) for column in table.columns],
    }


def _field(column: Column, table: str) -> dict:
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": _TYPES.get(column.kind, "sc:Text"),
        "source": {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": column.name}},
    }
