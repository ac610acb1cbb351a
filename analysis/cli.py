"""`claims`: the contributor's and the reader's command.

claims check [--data DIR] [--format text|json|github]     check the ledger, or another copy of data/
claims diff OLD NEW [--format text|csv] [--html FILE]     what differs between two versions, folders or Git revisions
claims export --to parquet|sqlite [--out PATH]            the published tables in another format
claims release VERSION --on DAY                           make a release, up to the commit
claims show ID [--format text|json]                       what the ledger holds about a claim, statement or event
claims cite ID [--format text|bibtex]                     how to cite a claim, statement, event, source or chart
claims stats [--format text|json]                         how much there is, and what is missing
"""

import argparse
import importlib
import sys

# Modules are imported only when asked for: pandas and pandera take seconds to start.
_COMMANDS = {
    "check": ("analysis.check", "check the ledger and tell every problem with its line"),
    "diff": ("analysis.diff", "tell what differs between two versions, folders or Git revisions"),
    "export": ("analysis.export", "write the published tables as Parquet or SQLite"),
    "release": ("analysis.release", "make a release, up to the commit; refuses what breaks with the last one"),
    "show": ("analysis.ask.show", "tell what the ledger holds about a claim, a statement or an event"),
    "cite": ("analysis.ask.cite", "tell how to cite a claim, a statement, an event, a source or a chart"),
    "stats": ("analysis.ask.stats", "tell how much there is, and what is missing"),
}


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    parser = argparse.ArgumentParser(prog="claims", description="Frontline Claims: who claimed what at the front.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (_, says) in _COMMANDS.items():
        commands.add_parser(name, help=says, add_help=False)
    command = parser.parse_args(arguments[:1]).command
    return importlib.import_module(_COMMANDS[command][0]).main(arguments[1:])


if __name__ == "__main__":
    sys.exit(main())
