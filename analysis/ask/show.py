"""`claims show ID`: what the ledger holds about one claim, statement or event, as a note or as JSON."""

import argparse
import json

from analysis.ask import book, facts, page
from analysis.ask.note import note


def main(argv: list[str]) -> int:
    """Print the note; returns 1 if nothing goes by that id."""
    parser = argparse.ArgumentParser(prog="claims show", description="What the ledger holds about one id.")
    parser.add_argument("id", help="id of a claim, a statement or an event")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    asked = parser.parse_args(argv)
    try:
        found = facts.gather(book.read(), asked.id)
    except (book.Unknown, OSError, ValueError) as problem:
        return book.refuse("show", problem)
    if asked.format == "json":
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print(note(found, page.terminal_width()), end="")
    return 0
