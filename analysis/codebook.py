"""The codebook: every table, column and word, generated from the schemas."""

from schemas import vocabulary
from schemas.columns import Column
from schemas.derived import ALL_TABLES, DerivedTable
from schemas.published import PublishedTable
from schemas.series.origin import Origin, Source

_TYPES = {
    "id": "id",
    "ids": "ids, separated by spaces",
    "word": "word",
    "text": "text",
    "url": "address",
    "date": "EDTF date",
    "window": "EDTF window",
    "quantity": "quantity as worded",
    "number": "number",
    "integer": "whole number",
    "flag": "true or false",
    "day": "day (ISO 8601)",
    "week": "ISO week",
    "ref": "series and day",
}


def render(origins: dict[str, Origin]) -> str:
    """The whole codebook as Markdown; `origins` tells where each series comes from."""
    lines = [
        "# Codebook",
        "",
        "Generated from `schemas/`. A blank cell means *not stated*: it is never zero and never a midpoint.",
        "Definitions, rules and the lexicon of words such as *dozens* are in `METHODS.md`.",
        "",
        "## Tables",
        "",
        *(f"- [`{table.name}.csv`](#{table.name}): {table.description}" for table in ALL_TABLES.values()),
        "- [Vocabularies](#vocabularies)",
    ]
    for table in ALL_TABLES.values():
        lines += ["", *_table(table, origins.get(table.made_from))]
    lines += ["", "## Vocabularies"]
    for name, words in _vocabularies().items():
        lines += ["", f"### {name}", "", "| word | meaning |", "|---|---|"]
        lines += [f"| `{word}` | {meaning} |" for word, meaning in words.items()]
    return "\n".join(lines) + "\n"


def _table(table: PublishedTable | DerivedTable, origin: Origin | None) -> list[str]:
    key = ", ".join(f"`{name}`" for name in table.key)
    head = [f"## {table.name}", "", f"{table.description} Key: {key}.", "", *(_origin(origin) if origin else [])]
    return [*head, "| column | type | unit | meaning |", "|---|---|---|---|", *map(_column, table.columns)]


def _origin(origin: Origin) -> list[str]:
    """Producer, licence, sources and what we did to them."""
    sources = "; ".join(map(_source, origin.sources))
    return [f"Producer: {origin.producer}. Licence: {origin.licence}. From {sources}.", "", origin.changes.strip(), ""]


def _source(source: Source) -> str:
    return f"[{source.title}]({source.url}) ({source.licence}, state of {source.retrieved_on})"


def _column(column: Column) -> str:
    kind = f"[{column.vocabulary}](#{column.vocabulary})" if column.vocabulary else _TYPES[column.kind]
    need = "" if column.required else " May be blank."
    to = f" Refers to {' or '.join(column.refers_to)}." if column.refers_to else ""
    return f"| `{column.name}` | {kind} | {column.unit} | {column.description}{to}{need} |"


def _vocabularies() -> dict[str, dict[str, str]]:
    """The vocabularies that published columns use, by name."""
    used = {c.vocabulary for table in ALL_TABLES.values() for c in table.columns if c.vocabulary}
    return {name: getattr(vocabulary, name.upper()) for name in sorted(used)}
