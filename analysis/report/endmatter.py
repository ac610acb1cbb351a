"""The larger parts of a page, and its end: charts, citations, definitions, how each number was counted."""

import json
import re
from pathlib import Path

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from analysis import description
from analysis.charts import wording
from analysis.report import charts, cite, counts, dataset
from analysis.report.calls import Calls

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_CHART = Markup("""
{drawings}
<figcaption>
<p class="visually-hidden">{title}. {subtitle}</p>
<p><a href="{folder}chart.csv">Data of this chart</a> · <a href="{folder}chart.png">Picture</a> ·
<a href="{folder}chart.json">Claims and sources behind it</a></p>
<details><summary>The chart in words, and how to cite it</summary>
<p>{alt}</p>
<p>{source_line}</p>
<p class="cite">{cite}</p>
</details>
</figcaption>
""")


class Endmatter:
    """The calls that place more than a cell; `reports` is the folder of the pages."""

    def __init__(self, calls: Calls, reports: Path) -> None:
        self._calls, self._reports = calls, reports
        self._element = calls.placed.element

    def chart(self, name: str) -> Markup:
        """A chart with its words, its data and how to cite it."""
        sidecar = self._calls.rows.row(f"chart:{name}")
        drawings = charts.drawings(self._reports / "charts" / name, sidecar["alt"])
        folder = self._calls.url(f"charts/{name}/chart.json").removesuffix("chart.json")
        inner = _CHART.format(drawings=drawings, folder=folder, **sidecar)
        return self._element("figure", (f"chart:{name}", "all"), inner, class_="chart", id=f"chart-{name}")

    def citation(self, statement_id: str = "") -> Markup:
        """How to cite a statement, or the whole."""
        rows = self._calls.rows
        text = cite.statement(rows, statement_id) if statement_id else description.citation(rows.package["version"])
        return self._element("p", (statement_id or "package", "citation"), text, class_="cite")

    def json_ld(self, statement_id: str = "") -> Markup:
        """The claims of a statement, or the dataset as a whole, for machines."""
        rows = self._calls.rows
        told = cite.claims(rows, statement_id) if statement_id else dataset.dataset(rows)
        safe = htmlsafe_json_dumps(told, dumps=json.dumps, ensure_ascii=False)
        return self._element("script", (statement_id or "package", "json-ld"), safe, type="application/ld+json")

    def document(self, path: str) -> Markup:
        """A link to another page below `reports/`, by its title."""
        found = _TITLE.search((self._reports / path).read_text(encoding="utf-8"))
        title = Markup(found[1]).unescape().removesuffix(f" · {description.TITLE}") if found else path
        return self._element("a", (path, "title"), title, href=self._calls.url(path))

    def definitions(self) -> Markup:
        """The controlled words that the page used so far."""
        return Markup("\n").join(
            self._element("dt", ("package", f"{field}:{word}"), f"{field}: {word}")
            + self._element("dd", ("package", f"{field}:{word}:definition"), label)
            for (field, word), label in sorted(self._calls.defined.items())
        )

    def computations(self, with_values: bool = False) -> Markup:
        """The computations that the page used so far: what each counts and where; if asked for, with each result."""
        used: dict[str, list[str]] = {}
        for count_id in sorted(self._calls.computed):
            used.setdefault(counts.split(count_id)[0], []).append(count_id)
        return Markup("\n").join(self._told(name, ids if with_values else []) for name, ids in used.items())

    def _told(self, name: str, ids: list[str]) -> Markup:
        count = counts.COUNTS[name]
        results = Markup(", ").join(
            self._element("code", (one, "id"), one)
            + Markup(" = ")
            + self._element("span", (one, "value"), wording.number(self._calls.computed[one]))
            for one in ids
        )
        said = Markup("{} Counted in {}.").format(count.says, wording.listed(count.reads))
        return Markup('<dt id="how-{}">{}</dt><dd>{}{}</dd>').format(
            name, name, said, Markup("<br>") + results if ids else ""
        )
