"""The codebook: every table, column and word, generated from the schemas."""

from schemas import vocabulary
from schemas.columns import Column
from schemas.derived import TABLES, DerivedTable
from schemas.published import PublishedTable

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
}


def render() -> str:
    """The whole codebook as Markdown."""
    lines = [
        "# Codebook",
        "",
        "Generated from `schemas/`. A blank cell means *not stated*: it is never zero and never a midpoint.",
        "Definitions, rules and the lexicon of words such as *dozens* are in `METHODS.md`.",
        "",
        "## Tables",
        "",
        *(f"- [`{table.name}.csv`](#{table.name}): {table.description}" for table in TABLES.values()),
        "- [Vocabularies](#vocabularies)",
    ]
    for table in TABLES.values():
        lines += ["", *_table(table)]
    lines += ["", "## Vocabularies"]
    for name, words in _vocabularies().items():
        lines += ["", f"### {name}", "", "| word | meaning |", "|---|---|"]
        lines += [f"| `{word}` | {meaning} |" for word, meaning in words.items()]
    return "\n".join(lines) + "\n"


def _table(table: PublishedTable | DerivedTable) -> list[str]:
    head = [f"## {table.name}", "", f"{table.description} Key: `{table.own_id}`.", ""]
    return [*head, "| column | type | unit | meaning |", "|---|---|---|---|", *map(_column, table.columns)]


def _column(column: Column) -> str:
    kind = f"[{column.vocabulary}](#{column.vocabulary})" if column.vocabulary else _TYPES[column.kind]
    need = "" if column.required else " May be blank."
    to = f" Refers to {' or '.join(column.refers_to)}." if column.refers_to else ""
    return f"| `{column.name}` | {kind} | {column.unit} | {column.description}{to}{need} |"


def _vocabularies() -> dict[str, dict[str, str]]:
    """The vocabularies that published columns use, by name."""
    used = {c.vocabulary for table in TABLES.values() for c in table.columns if c.vocabulary}
    return {name: getattr(vocabulary, name.upper()) for name in sorted(used)}
