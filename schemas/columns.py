"""Columns of the ledger and the series: one definition each, from which checks, codebook and data package are made.

Each function here makes a pandera field whose metadata holds what pandera itself does not know: the *kind* of the
cell (how its text is spelled), the unit, the vocabulary, and the table an id refers to. `columns_of` reads them back.
"""

from dataclasses import dataclass, field
from typing import Any

import pandera.pandas as pa

from schemas import vocabulary

NO_FIGURES = "leave figures to the rows; only dates and names of units have digits"
ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True)
class Column:
    """One column: `kind` is id, ids, word, text, url, date, day, week, window, quantity, number, integer, flag or ref.

    `unit` is the unit of the figures; `words` the vocabulary (word to definition); `refers_to` the ledger tables
    among whose ids an id must stand. `own_id` marks the id of a ledger row, `key` the columns that together tell the
    rows of a series apart, `cumulative` a total that only rises.
    """

    name: str
    kind: str
    description: str
    required: bool = False
    unit: str = ""
    whole: bool = True
    words: dict[str, str] = field(default_factory=dict)
    vocabulary: str = ""
    refers_to: tuple[str, ...] = ()
    own_id: bool = False
    key: bool = False
    cumulative: bool = False
    minimum: float | None = None
    maximum: float | None = None


def _field(kind: str, description: str, *, required: bool = False, **more: Any) -> Any:
    checks = {key: more.pop(key) for key in ("isin", "ge", "le", "alias") if key in more}
    return pa.Field(
        nullable=not required, description=description, metadata={"kind": kind, "required": required} | more, **checks
    )


def own_id(description: str) -> Any:
    """The id of the row itself, unique over the whole ledger."""
    return _field("id", description, required=True, own_id=True)


def ref(table: str, description: str, *, required: bool = False, key: bool = False) -> Any:
    """The id of one row of `table`; several tables, separated by a space, where any of them will do."""
    return _field("id", description, required=required, refers_to=tuple(table.split()), key=key)


def refs(table: str, description: str) -> Any:
    """Ids of rows of `table`, separated by single spaces."""
    return _field("ids", description, refers_to=(table,))


def word(name: str, description: str, *, required: bool = True, key: bool = False) -> Any:
    """A word of the vocabulary `name`."""
    words = getattr(vocabulary, name.upper())
    return _field("word", description, required=required, vocabulary=name, isin=list(words), key=key)


def text(description: str, *, required: bool = False, key: bool = False) -> Any:
    """Free text."""
    return _field("text", description, required=required, key=key)


def url(description: str, *, required: bool = False) -> Any:
    """An address, http or https."""
    return _field("url", description, required=required)


def edtf_date(description: str, *, required: bool = False, key: bool = False) -> Any:
    """A day, month or year in EDTF."""
    return _field("date", description, required=required, key=key)


def day(description: str, *, required: bool = True, key: bool = False, alias: str | None = None) -> Any:
    """A whole day, `2023-05-20`; `alias` where the column's name is a word of Python's own."""
    return _field("day", description, required=required, key=key, alias=alias)


def edtf_window(description: str) -> Any:
    """A date or interval in EDTF."""
    return _field("window", description)


def iso_week(description: str, *, required: bool = False, key: bool = False) -> Any:
    """An ISO 8601 week, `2023-W20`."""
    return _field("week", description, required=required, key=key)


def series_ref(description: str) -> Any:
    """A point of a series, as name and day, week or month: `name:2023-05-20`."""
    return _field("ref", description)


def count(description: str) -> Any:
    """A quantity of people, whole numbers."""
    return _field("quantity", description, unit="people", whole=True)


def measure(unit: str, description: str, *, required: bool = False) -> Any:
    """A quantity on a continuous scale in `unit`."""
    return _field("quantity", description, required=required, unit=unit, whole=False)


def number(description: str, *, ge: float, le: float) -> Any:
    """A plain decimal number between two bounds."""
    return _field("number", description, ge=ge, le=le)


def figure(unit: str, description: str) -> Any:
    """A plain decimal number in `unit`, none below zero."""
    return _field("number", description, unit=unit, ge=0)


def integer(
    unit: str, description: str, *, required: bool = False, ge: int = 0, le: int | None = None, cumulative: bool = False
) -> Any:
    """A plain whole number in `unit`; `cumulative` if it may fall only where an anomaly says why."""
    bounds = {"ge": ge} if le is None else {"ge": ge, "le": le}
    return _field("integer", description, required=required, unit=unit, cumulative=cumulative, **bounds)


def flag(description: str, *, required: bool = False) -> Any:
    """Write true or false; blank where it is not required."""
    return _field("flag", description, required=required)


def columns_of(model: type[pa.DataFrameModel]) -> list[Column]:
    """The columns of a model, in file order."""
    return [_column(name, spec) for name, spec in model.to_schema().columns.items()]


def _column(name: str, spec: pa.Column) -> Column:
    known = dict(spec.metadata)
    vocabulary_name = known.get("vocabulary", "")
    bounds = {check.name: check.statistics for check in spec.checks}
    return Column(
        name=name,
        description=spec.description,
        words=getattr(vocabulary, vocabulary_name.upper()) if vocabulary_name else {},
        minimum=bounds.get("greater_than_or_equal_to", {}).get("min_value"),
        maximum=bounds.get("less_than_or_equal_to", {}).get("max_value"),
        **known,
    )
