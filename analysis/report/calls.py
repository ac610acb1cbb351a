"""The template calls: everything a page says about the ledger is placed here, by an id and a field, never by a value.

`Calls` belongs to one page. It knows where the page lies, so that links are relative and work from disk, and it keeps
what was placed (for the guard), and which computations and controlled words the page used (for its end, `endmatter`).
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from analysis.charts import wording
from analysis.report import cite, counts, words
from analysis.report.marks import Placed
from analysis.report.rows import NoSuchCell, Rows


class Calls:
    """The calls of one page; `here` is its path below `reports/`, e.g. `statements/x.html`."""

    def __init__(self, rows: Rows, here: str) -> None:
        self.rows, self.here = rows, here
        self.placed = Placed()
        self.computed: dict[str, int] = {}
        self.defined: dict[tuple[str, str], str] = {}

    def figure(self, row_id: str, field: str = "value", noun: str = "") -> Markup:
        """A quantity of a reported row in its source's words, or a computation `name:argument`; it links to its origin.

        `noun` ("source", or "entry|entries") follows a computation in the number that it asks for.
        """
        if ":" in row_id:
            return self._computation(row_id, field, noun)
        parts = (self.rows.cell(row_id, f"{field}_{part}") for part in ("qualifier", "stated"))
        said = words.quantity(*parts, self.rows.field(row_id, field)["unit"])
        return self._link(self.url(row_id), (row_id, field), said, class_="figure")

    def _computation(self, count_id: str, field: str, noun: str) -> Markup:
        name, _ = counts.split(count_id)
        n = self.computed[count_id] = counts.value(self.rows, count_id)
        one, _, many = noun.partition("|")
        said = wording.number(n) + (f"{words.NBSP}{one if n == 1 else many or one + 's'}" if noun else "")
        return self._link(f"#how-{name}", (count_id, field), said, class_="figure")

    def cell(self, row_id: str, field: str) -> Markup:
        """A cell in the notation of the table, with its column: "count: >40"."""
        return self.placed.element("code", (row_id, field), f"{field}: {self.rows.cell(row_id, field)}")

    def day(self, row_id: str, field: str) -> Markup:
        """A date in words."""
        return self._time(row_id, field, words.day, "day not known")

    def window(self, row_id: str, field: str = "window") -> Markup:
        """A window of time in words."""
        return self._time(row_id, field, words.window, words.NOT_STATED)

    def _time(self, row_id: str, field: str, in_words: Callable[[str], str], otherwise: str) -> Markup:
        edtf = self.rows.cell(row_id, field)
        if edtf is None or not words.age(edtf):
            # HTML's <time> knows neither a window nor the lack of a date.
            return self.placed.element("span", (row_id, field), in_words(edtf) if edtf else otherwise)
        return self.placed.element("time", (row_id, field), in_words(edtf), datetime=words.age(edtf))

    def name(self, row_id: str) -> Markup:
        """The name of an actor or a place, or the title of an event or a claim."""
        field = next(one for one in ("name", "name_en", "title") if one in self.rows.row(row_id))
        return self.text(row_id, field)

    def text(self, row_id: str, field: str, tag: str = "span") -> Markup:
        """A text of the ledger, or of a chart's sidecar (`chart:<name>`)."""
        value = self.rows.cell(row_id, field)
        is_foreign = field == "printed" or (self.rows.table(row_id), field) == ("sources", "title")
        lang = self.rows.cell(row_id, "language") if is_foreign else ""
        return self.placed.element(tag, (row_id, field), words.NOT_STATED if value is None else str(value), lang=lang)

    def word(self, row_id: str, field: str) -> Markup:
        """A controlled word in English; its definition stands at the end of the page."""
        word = self.rows.cell(row_id, field)
        if word is None:
            return self.text(row_id, field)
        meanings = {one["value"]: one["label"] for one in self.rows.field(row_id, field)["categories"]}
        self.defined[field, word] = meanings[word]
        return self.placed.element("span", (row_id, field), words.term(word))

    def source(self, source_id: str) -> Markup:
        """A source by its publisher's name, linked to its address."""
        url, publisher = (self.rows.cell(source_id, field) for field in ("url", "publisher_name"))
        return self._link(url, (source_id, "url"), publisher, class_="source")

    def statement(self, statement_id: str) -> Markup:
        """A statement by its claimant and day, linked to its page."""
        return self._link(self.url(statement_id), (statement_id, "title"), cite.title(self.rows, statement_id))

    def title(self, statement_id: str, tag: str, after: str = "") -> Markup:
        """The title of a statement's page: claimant and day."""
        return self.placed.element(tag, (statement_id, "title"), cite.title(self.rows, statement_id) + after)

    def url(self, place: str) -> str:
        """The relative address of a row's anchor, or of a path below `reports/`."""
        path, fragment = self._place(place)
        if path == self.here and fragment:
            return f"#{fragment}"
        return "../" * self.here.count("/") + path + (f"#{fragment}" if fragment else "")

    def _place(self, place: str) -> tuple[str, str]:
        if "." in place:
            return place, ""
        row = self.rows.row(place)
        statement = row.get("statement_id") or row.get("from_statement_id")
        if statement is None:
            raise NoSuchCell(f"{place} has no page: only statements, claims, reported rows and relations have")
        return f"statements/{statement}.html", "" if statement == place else place

    def _link(self, url: str, source: tuple[str, str], inner: str, class_: str = "") -> Markup:
        """A link; an address that is neither relative nor http(s) becomes plain text."""
        parts = urlsplit(url)
        if parts.scheme in ("http", "https"):
            return self.placed.element("a", source, inner, class_=class_, href=url, rel="noopener")
        if parts.scheme or parts.netloc:
            return self.placed.element("span", source, inner, class_=class_)
        return self.placed.element("a", source, inner, class_=class_, href=url)

    def ref(self, row_id: str, field: str) -> Any:
        """An id that a row refers to, to be handed to another call."""
        return self.rows.cell(row_id, field)

    def has(self, row_id: str, field: str) -> bool:
        """Whether a cell is filled."""
        return self.rows.cell(row_id, field) is not None

    def table(self, row_id: str) -> str:
        """The table of a row, for templates that treat tables differently."""
        return self.rows.table(row_id)
