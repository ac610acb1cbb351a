"""The section that a release adds to `CHANGELOG.md`, after owid/etl's release notes: counted, with what did not move.

What people wrote under "Unreleased" comes first, then what was computed: rows by table; which published figures moved,
about which days, and that no others did; other corrections; rows taken back; columns; published files and charts.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis.releases import compare, figures
from analysis.releases.cell_line import cell_line
from analysis.releases.history import Change
from analysis.releases.manifest import Manifest
from schemas.deprecated import DEPRECATED

CHANGELOG = Path("CHANGELOG.md")
UNRELEASED = "## Unreleased"
_CHART = re.compile(r"reports/charts/([^/]+)/chart\.csv")
_TABLE = re.compile(r"data/published/([^/]+)\.csv")


class NoUnreleased(ValueError):
    """The changelog has no section for what is not yet released."""


def with_section(text: str, section: str) -> str:
    """The changelog with a release under an empty "Unreleased", whose words go into the release.

    `section` is a heading, an empty line and the rest. Raises `NoUnreleased` where there is nothing to put it under.
    """
    before, found, after = text.partition(f"{UNRELEASED}\n")
    if not found:
        raise NoUnreleased(f"{CHANGELOG}: no line {UNRELEASED!r}")
    written, mark, older = after.partition("\n## ")
    heading, _, computed = section.partition("\n\n")
    parts = [heading, *([written.strip()] if written.strip() else []), computed.strip()]
    return f"{before}{UNRELEASED}\n\n" + "\n\n".join(parts) + "\n" + (mark and f"{mark}{older}")


def section(new: Manifest, last: Manifest | None, changes: Sequence[Change], raws: Mapping[str, pd.DataFrame]) -> str:
    """The computed section; `changes` are those since `last`, `raws` is the ledger that is released, as text."""
    heading = f"## {new['version']} ({new['released_on']})"
    if last is None:
        return "\n".join([heading, "", "The first release.", "", *_first_rows(new)])
    told = {row["correction_id"]: row for row in raws["corrections"].to_dict("records")}
    parts = [
        _rows(changes, new, last),
        figures.lines(changes, told, last, raws),
        _other_corrections(changes, told, raws),
        _taken_back(changes, told),
        _columns(new, last),
        _files(new, last),
    ]
    return "\n\n".join([heading, *("\n".join(lines) for lines in parts if lines)])


def _first_rows(new: Manifest) -> list[str]:
    rows = [f"| {table} | {len(known['rows']):,} |" for table, known in new["ledger"].items()]
    return ["| table | rows |", "|---|---:|", *rows]


def _rows(changes: Sequence[Change], new: Manifest, last: Manifest) -> list[str]:
    """Rows by table: added, changed, withdrawn, superseded, and how many are as they were."""
    of_tables = compare.counts(change.what for change in changes)
    shown = ("added", "changed", "withdrawn", "superseded")
    lines = [f"| table | {' | '.join(shown)} | as in {last['version']} |", "|---|" + "---:|" * (len(shown) + 1)]
    for table in new["ledger"]:
        moved = {change.what.row_id for change in changes if change.what.table == table and change.what.field}
        same = len(last["ledger"].get(table, {"rows": {}})["rows"]) - len(moved - {""})
        counted = [of_tables.get(table, {}).get(change, 0) for change in shown]
        lines.append(f"| {table} | {' | '.join(f'{n:,}' for n in [*counted, same])} |")
    return ["### Rows", "", *lines]


def _other_corrections(
    changes: Sequence[Change], told: Mapping[str, dict], raws: Mapping[str, pd.DataFrame]
) -> list[str]:
    """Corrections of cells that hold no figure; moves that need no correction are counted."""
    others = [
        change for change in changes
        if change.what.change == "changed" and change.what.field not in figures.columns(change.what.table)
    ]  # fmt: skip
    lines = [cell_line(change, told) for change in others if change.correction_ids]
    free: dict[str, int] = {}
    for change in others:
        if not change.correction_ids:
            free[change.what.field] = free.get(change.what.field, 0) + 1
    if free:
        counted = ", ".join(f"`{name}` in {n:,} {'row' if n == 1 else 'rows'}" for name, n in sorted(free.items()))
        lines.append(f"- Without a correction, because they say how far we have read: {counted}.")
    return ["### Other cells", "", *lines] if lines else []


def _taken_back(changes: Sequence[Change], told: Mapping[str, dict]) -> list[str]:
    taken = [change for change in changes if change.what.change in ("withdrawn", "superseded")]
    return ["### Taken back", "", *(cell_line(change, told) for change in taken)] if taken else []


def _columns(new: Manifest, last: Manifest) -> list[str]:
    """Published tables and columns that came, went, or were announced to go."""
    lines = []
    for table, known in new["published"].items():
        before = last["published"].get(table)
        if before is None:
            lines.append(f"- New table `{table}`.")
            continue
        lines += [f"- `{table}`: new column `{c}`." for c in known["columns"] if c not in before["columns"]]
        lines += [f"- `{table}`: `{c}` is gone, as announced." for c in before["columns"] if c not in known["columns"]]
        announced = [c for c in known["deprecated"] if c not in before["deprecated"]]
        lines += [f"- `{table}`: `{c}` will go: {DEPRECATED.get(table, {}).get(c, '')}" for c in announced]
    lines += [
        f"- Table `{table}` is gone, as announced." for table in last["published"] if table not in new["published"]
    ]
    return ["### Columns", "", *(lines or [f"All columns are those of {last['version']}."])]


def _files(new: Manifest, last: Manifest) -> list[str]:
    """Which published tables and which charts hold other data than before, and which the same."""
    lines = []
    for kind, pattern in (("Tables", _TABLE), ("Charts", _CHART)):
        names = {match[1]: path for path in new["files"] if (match := pattern.fullmatch(path))}
        same = [name for name, path in names.items() if last["files"].get(path) == new["files"][path]]
        added = [name for name, path in names.items() if path not in last["files"]]
        moved = [name for name in names if name not in same and name not in added]
        for word, listed in (("with other data", moved), ("that are new", added), ("with the same data", same)):
            if listed:
                lines.append(f"- {kind} {word}: {', '.join(listed)}.")
    return ["### Files", "", *lines] if lines else []
