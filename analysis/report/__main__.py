"""Stage `report`: the report, a page for every statement and an index of them, from the published tables.

Reads `data/published`, `reports/charts`, the titles in `reports/notebooks` and the section `report` of `params.yaml`;
writes `reports/index.html`, `reports/statements/` and `reports/style.css`. Exit status 1 if a page holds a number that
no call placed, or if a template asks for what is not there.

    python -m analysis.report
"""

import os
import sys
import traceback
from pathlib import Path

from jinja2 import TemplateError

from analysis import params, published, tables
from analysis.report import charts, rows
from analysis.report.pages import TEMPLATES, Site, UntracedNumber

REPORTS = Path("reports")


def build(site: Site, out: Path) -> list[Path]:
    """Write every page and the stylesheet; pages of statements that are no longer there go."""
    texts = dict(site.pages()) | {"style.css": (TEMPLATES / "style.css").read_text(encoding="utf-8")}
    for path, text in texts.items():
        tables.write_text(text, out / path)
    for page in (out / "statements").glob("*.html"):
        if f"statements/{page.name}" not in texts:
            page.unlink()
    return [out / path for path in texts]


def main() -> int:
    """Run the stage."""
    first = params.load()["report"]["first_statement"]
    ledger = rows.read(published.PUBLISHED, charts.read_sidecars(REPORTS / "charts"))
    try:
        written = build(Site(ledger, REPORTS, first), REPORTS)
    except UntracedNumber as error:
        print(f"report: nothing was written\n{error}", file=sys.stderr)
        return 1
    except (LookupError, TemplateError) as error:
        print(f"report: nothing was written\n{_where(error)}: {error}", file=sys.stderr)
        return 1
    print(f"report: wrote {written[0]} and {REPORTS / 'style.css'}")
    print(f"report: wrote {REPORTS / 'statements'} ({len(written) - 2:,} pages)")
    return 0


def _where(error: Exception) -> str:
    """The line of the template that was being rendered."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{os.path.relpath(frames[-1].filename)}:{frames[-1].lineno}" if frames else "report"


if __name__ == "__main__":
    sys.exit(main())
