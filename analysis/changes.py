"""Stage `changes`: what changed between releases and since the last, and what each correction touched.

Reads the ledger, the manifests in `data/releases`, the published tables and the charts' sidecars; writes
`reports/changes.csv` (one row a difference) and `reports/corrections.html`. Fails where a published column or table was
dropped, renamed or moved: `check` sees what the schemas describe, this stage the files that were written.
"""

import sys
from pathlib import Path

from analysis import ledger, problems, tables
from analysis.problems import Problem, problem_of
from analysis.releases import corrections_page, history, manifest
from analysis.releases.touched import read_charts
from schemas import released_columns
from schemas.published import PUBLISHED

CHANGES = Path("reports/changes.csv")
CORRECTIONS = Path("reports/corrections.html")
COLUMN_RULES = (released_columns.faults, released_columns.gone_tables)


def column_problems() -> list[Problem]:
    """Where the published files break with the columns of the newest release."""
    last = manifest.newest()
    if last is None:
        return []
    now = {name: known["columns"] for name, known in manifest.published_columns(manifest.PUBLISHED).items()}
    found = [rule(last["version"], last["published"], now) for rule in COLUMN_RULES]
    return [problem_of(one, str(manifest.PUBLISHED / f"{one.table}.csv")) for faults in found for one in faults]


def main() -> int:
    """Run the stage."""
    if found := column_problems():
        print(problems.render(found, "text"))
        return 1
    raws, manifests = ledger.read_text(), manifest.read_all()
    changes = history.as_frame(history.changes(manifests, raws), raws)
    published = {name: tables.read_raw(manifest.PUBLISHED / f"{name}.csv")[0] for name in PUBLISHED}
    tables.write(changes, CHANGES)
    tables.write_text(corrections_page.render(published, read_charts(), manifests), CORRECTIONS)
    print(f"changes: wrote {CHANGES} ({len(changes):,} rows) and {CORRECTIONS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
