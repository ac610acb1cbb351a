"""The pages: each a template, its calls and what the guard says of the result."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analysis.report import views, words
from analysis.report.calls import Calls
from analysis.report.endmatter import Endmatter
from analysis.report.guard import Guard, refusal
from analysis.report.rows import Rows

TEMPLATES = Path(__file__).with_name("templates")


class UntracedNumber(ValueError):
    """A page holds a number that no call placed; the message says where, and what to do."""


@dataclass(frozen=True)
class Site:
    """What all pages share; `reports` is the folder that the pages and the charts lie in."""

    rows: Rows
    reports: Path
    first_statement: str
    templates: Path = TEMPLATES

    def pages(self) -> Iterator[tuple[str, str]]:
        """Every page: its path below `reports/` and its text.

        Raises:
            UntracedNumber: a page holds a number that no call placed.
        """
        render = _Renderer(self)
        yield "index.html", render("index.html", "index.html", **self._index())
        path = "statements/index.html"
        yield path, render("statements.html", path, months=views.months(self.rows))
        for one in views.statements(self.rows):
            path = f"statements/{one.id}.html"
            yield path, render("statement.html", path, view=one)

    def _index(self) -> dict[str, Any]:
        return {
            "first": views.statement(self.rows, self.first_statement),
            "tables": list(self.rows.frames),
            "notebooks": [f"notebooks/{path.name}" for path in sorted((self.reports / "notebooks").glob("*.html"))],
        }


class _Renderer:
    """Renders a template with the calls of its page and lets nothing untraced through."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._guard = Guard(site.rows)
        self._env = Environment(
            loader=FileSystemLoader(site.templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.filters["day_in_words"] = words.day
        self._sources = {
            os.path.relpath(path): path.read_text(encoding="utf-8") for path in sorted(site.templates.glob("*.html"))
        }

    def __call__(self, template: str, path: str, **context: Any) -> str:
        calls = Calls(self._site.rows, path)
        endmatter = Endmatter(calls, self._site.reports)
        page = self._env.get_template(template).render(_methods(calls) | _methods(endmatter) | context) + "\n"
        if found := self._guard.untraced(page, calls.placed):
            raise UntracedNumber(refusal(f"reports/{path}", found, self._sources))
        return page


def _methods(calls: object) -> dict[str, Any]:
    """What a template may call: the public methods by their names."""
    return {name: getattr(calls, name) for name in vars(type(calls)) if not name.startswith("_")}
