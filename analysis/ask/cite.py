"""`claims cite ID`: how to cite one claim, statement, event, source or chart, as text and for BibTeX."""

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path

from analysis import description, params
from analysis.ask import book
from analysis.ask.book import Book, Unknown
from analysis.report import cite, words
from analysis.tables import ROOT

CHARTS = ROOT / "reports" / "charts"
_TABLES = (*book.SUBJECTS, "sources")
_ESCAPED = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


@dataclass(frozen=True)
class Citation:
    """What is cited: `kind` and `id` of ours, its title, and the page or address where it is to be read."""

    kind: str
    id: str
    title: str
    page: str
    version: str
    year: str

    def text(self) -> str:
        """One line to be copied."""
        author, _, rest = description.citation(self.version).partition(" (")
        dataset = rest.partition("). ")[2]
        return f"{author} ({self.year}). “{self.title}”, {self.kind} {self.id}. In: {dataset} {self.page}"

    def bibtex(self) -> str:
        """One entry; braces keep capitals, and what TeX reads as a command is escaped."""
        fields = {
            "author": f"{{{_tex(description.CREATOR)}}}",
            "title": f"{{{_tex(self.title)}}}",
            "year": self.year,
            "version": _tex(self.version),
            "howpublished": _tex(f"In: {description.TITLE} [data set], {self.page}"),
            "note": _tex(f"{self.kind} {self.id}; {description.CC_BY.name}"),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
        return "\n".join([f"@misc{{frontline-claims:{self.id},", *lines, "}"])


def of(known: Book, wanted: str, charts: Path = CHARTS) -> Citation:
    """The citation of one id; a chart goes by `chart:<name>` or its bare name.

    Raises:
        Unknown: nothing has that id.
    """
    version, year = known.version, params.released_on()[:4]
    name = wanted.removeprefix("chart:")
    if (sidecar := charts / name / "chart.json").is_file() and re.fullmatch(r"\w+", name):
        title = json.loads(sidecar.read_text(encoding="utf-8"))["title"]
        return Citation("chart", name, title, f"reports/charts/{name}/chart.svg", version, year)
    table = known.find(wanted, _TABLES)
    title, page = _title_and_page(known, table, wanted)
    return Citation(table[:-1], wanted, title, page, version, year)


def _title_and_page(known: Book, table: str, wanted: str) -> tuple[str, str]:
    row = known.rows.row(wanted)
    if table == "statements":
        return cite.title(known.rows, wanted), f"reports/statements/{wanted}.html"
    if table == "claims":
        return row["title"], f"reports/statements/{row['statement_id']}.html#{wanted}"
    if table == "events":
        # An event has no page of its own; its row is what can be cited.
        return row["title"], "data/published/events.csv"
    day = words.day(row["published_on"]) if row["published_on"] else "day not known"
    return ", ".join(filter(None, (row["title"], row["publisher_name"], day))), row["url"]


def _tex(text: str) -> str:
    return "".join(_ESCAPED.get(sign, sign) for sign in text)


def main(argv: list[str]) -> int:
    """Print the citation, as text and BibTeX unless one is asked for; returns 1 if nothing goes by that id."""
    parser = argparse.ArgumentParser(prog="claims cite", description="How to cite one id.")
    parser.add_argument("id", help="id of a claim, statement, event, source or chart")
    parser.add_argument("--format", choices=("text", "bibtex"), help="only one of the two")
    asked = parser.parse_args(argv)
    try:
        found = of(book.read(), asked.id)
    except (Unknown, OSError, ValueError) as problem:
        return book.refuse("cite", problem)
    parts = {"text": found.text(), "bibtex": found.bibtex()}
    print(parts[asked.format] if asked.format else "\n\n".join(parts.values()))
    return 0
