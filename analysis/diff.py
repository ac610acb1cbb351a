"""`claims diff OLD NEW`: the rows and cells that differ between two states of the ledger.

OLD and NEW are each a version, a folder that holds a ledger, or a Git revision; `.` is the ledger as it lies here.

    claims diff 2026.11.0 .                    a table in the terminal
    claims diff 2026.11.0 2026.12.0 --format csv
    claims diff main~3 main --html page.html   a page to read

Exit status 0, whether or not anything differs; 2 if a state cannot be read.
"""

import argparse
import sys
from pathlib import Path

from analysis import tables
from analysis.releases import compare, diff_page, states
from analysis.releases.compare import Difference

_WIDEST = 60


def as_text(found: list[Difference]) -> str:
    """Differences as a table for the terminal: what happened, to which row, in which column."""
    if not found:
        return "Nothing differs."
    lines = [["change", "table", "row", "column", "old → new"]]
    lines += [[one.change, one.table, one.row_id, one.field, _moved(one)] for one in found]
    widths = [max(len(line[n]) for line in lines) for n in range(4)]
    shown = ["  ".join([*map(str.ljust, line, widths), line[-1]]).rstrip() for line in lines]
    return "\n".join([*shown, "", summary(found)])


def _label(name: str) -> str:
    return "the ledger as it lies here" if name == "." else name


def _moved(one: Difference) -> str:
    return f"{_short(one.old)} → {_short(one.new)}" if one.field and one.row_id else ""


def _short(text: str) -> str:
    flat = text.replace("\n", "⏎")
    return (flat if len(flat) <= _WIDEST else f"{flat[: _WIDEST - 1]}…") or "(blank)"


def summary(found: list[Difference]) -> str:
    """One line a table: how many rows were added, changed and so on."""
    return "\n".join(
        f"{table}: {', '.join(f'{known[change]:,} {change}' for change in compare.CHANGES if change in known)}"
        for table, known in compare.counts(found).items()
    )


def main(argv: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="claims diff", description="What differs between two states of the ledger.")
    parser.add_argument("old", help="a version (2026.11.0), a folder, or a Git revision")
    parser.add_argument("new", help="the same; . is the ledger as it lies here")
    parser.add_argument("--format", choices=("text", "csv"), default="text", help="how differences are told")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page to read instead")
    options = parser.parse_args(argv)
    try:
        old, new = (compare.of_text(states.read(name)) for name in (options.old, options.new))
    except states.NoSuchState as error:
        print(f"diff: {error}", file=sys.stderr)
        return 2
    found = compare.differences(old, new)
    if options.html:
        tables.write_text(diff_page.render(found, old, new, (_label(options.old), _label(options.new))), options.html)
        print(f"diff: wrote {options.html}", file=sys.stderr)
    elif options.format == "csv":
        print(tables.as_csv(compare.as_frame(found)), end="")
    else:
        print(as_text(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
