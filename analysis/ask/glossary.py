"""Cells of the tables in English, as drift and contradictions quote them."""

from collections.abc import Iterable

from analysis.ask import figures
from analysis.charts import wording
from analysis.report import words
from analysis.report.rows import Row

_WORDS = figures.CATEGORIES | {
    "asserted": "said as a fact",
    "likely": "said to be likely",
    "incident": "in one incident",
    "day": "in one day",
    "period": "over a period",
}


class Glossary:
    """Cells of the tables in English, as drift and contradictions quote them."""

    def __init__(self, rows: Iterable[Row], names: dict[str, str]) -> None:
        self._names = names
        self._figures = {
            (field, row[field]): figures.quantity(row, field)
            for row in rows
            for field in figures.UNITS
            if row.get(field) is not None
        }

    def value(self, field: str, cell: str | None) -> str:
        """One cell of a column: ("count", ">40") -> "more than 40"."""
        if cell is None:
            return words.NOT_STATED
        if (field, cell) in self._figures:
            return str(self._figures[field, cell])
        if field.startswith("is_"):
            return {"true": "yes", "false": "no"}.get(cell, cell)
        if field == "window":
            return words.window(cell)
        if cell in self._names:
            return self._names[cell]
        ids = cell.split()
        return (
            wording.listed([self._names[one] for one in ids])
            if set(ids) <= self._names.keys()
            else _WORDS.get(cell) or words.term(cell)
        )

    def values(self, field: str, cell: str | None) -> str:
        """Several cells with how often each is printed: "100000 (14); >100000 (5)"."""
        parts = [part.rpartition(" (") for part in (cell or "").split("; ")]
        return "; ".join(f"{self.value(field, value)} ({n}" for value, _, n in parts if value)

    def claimed(self, value: str | None, fields: list[str]) -> str | None:
        """A value of a contradiction: "capture UA" -> "a capture by Ukraine’s side", ">40" -> "more than 40".

        `fields` are the quantities that the claim may have: the same notation is people in one and metres in another.
        """
        if value is None:
            return None
        if value.partition(" ")[0] in figures.MOVES:
            return ", or ".join(figures.status(*one.split(" ")) for one in value.split(" or "))
        return " / ".join(self._figure(one, fields) for one in value.split("; "))

    def _figure(self, cell: str, fields: list[str]) -> str:
        return next((str(self._figures[field, cell]) for field in fields if (field, cell) in self._figures), cell)

    def keys(self, text: str | None) -> str:
        """Keys on which two claims meet: "category killed; place_ids x" -> "category: killed; place: x"."""
        pairs = [part.partition(" ")[::2] for part in (text or "").split("; ") if part]
        return "; ".join(f"{field_name(field)}: {self.value(field, value)}" for field, value in pairs)


def field_name(field: str) -> str:
    """A column as a reader would call it."""
    names = {
        "place_ids": "place",
        "claimant_id": "claimant",
        "accumulation": "how it adds up",
        "is_further": "worded “another”",
    }
    return names.get(field) or field.removesuffix("_id").replace("_", " ")
