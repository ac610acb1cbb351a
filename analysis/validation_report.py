"""`reports/validation.md` for readers and `reports/validation.json` for DVC: what was checked and what was found."""

import json
from pathlib import Path

import pandas as pd

from analysis import tables
from analysis.problems import Problem
from schemas import MODELS, REPORT_TABLES, SERIES, across, released
from schemas.columns import columns_of
from schemas.rules import RULES


def write(frames: dict[str, pd.DataFrame], found: list[Problem], reports: Path) -> list[Path]:
    """Write both files; returns their paths."""
    page, summary = reports / "validation.md", reports / "validation.json"
    tables.write_text(_page(frames, found), page)
    tables.write_text(json.dumps(_summary(frames, found), indent=1) + "\n", summary)
    return [page, summary]


def _summary(frames: dict[str, pd.DataFrame], found: list[Problem]) -> dict:
    entered = pd.concat([frames[table]["entry_status"] for table in REPORT_TABLES if _has_status(frames, table)])
    return {
        "problems": len(found),
        "rows": {table: len(frame) for table, frame in frames.items()},
        "reported_rows_by_entry_status": {word: int(n) for word, n in entered.value_counts().sort_index().items()},
    }


def _has_status(frames: dict[str, pd.DataFrame], table: str) -> bool:
    return table in frames and "entry_status" in frames[table]


def _page(frames: dict[str, pd.DataFrame], found: list[Problem]) -> str:
    verdict = f"**{len(found)} problems.**" if found else "**No problems.**"
    lines = ["# Validation of ledger and series", "", f"{verdict} Written by the stage `check`.", "", "## Rows", ""]
    for kind, models in (("table", MODELS), ("series", SERIES)):
        lines += [f"| {kind} | rows | columns |", "|---|---:|---:|"]
        for table, model in models.items():
            rows = len(frames[table]) if table in frames else "unreadable"
            lines.append(f"| {table} | {rows} | {len(columns_of(model))} |")
        lines.append("")
    lines += ["## Rules on one row", ""]
    lines += [f"- `{rule.name}` fails where: {rule.says}." for rule in RULES.values()]
    lines += ["", "## Rules across rows and tables", ""]
    lines += [f"- `{rule.__name__}`: {_first_sentence(rule.__doc__)}" for rule in across.RULES]
    lines += ["", "## Rules beside the newest release", ""]
    lines += [f"- `{rule.__name__}`: {_first_sentence(rule.__doc__)}" for rule in released.RULES]
    lines.append("- `released_columns`: A published column is not dropped, renamed or moved before another.")
    if found:
        lines += ["", "## Problems", "", *(f"- `{problem}`" for problem in found)]
    return "\n".join(lines) + "\n"


def _first_sentence(doc: str | None) -> str:
    return " ".join((doc or "").split("\n\n")[0].split())
