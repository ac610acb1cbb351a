"""A note on a terminal: headings, paragraphs and items, wrapped to a width.

Words are never cut: an address or an id that is longer than a line stands on a line of its own.
"""

import shutil
import textwrap

NARROWEST, WIDEST = 60, 100


def terminal_width() -> int:
    """The width of the terminal (or of the variable COLUMNS), within what reads well."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


class Page:
    """Lines of text in the making."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._lines: list[str] = []

    def title(self, text: str) -> None:
        """The heading of the note."""
        self._rule(text, "=")

    def heading(self, text: str) -> None:
        """The heading of a part."""
        self._lines.append("")
        self._rule(text, "-")

    def gap(self) -> None:
        """An empty line."""
        self._lines.append("")

    def label(self, text: str) -> None:
        """A line that says what follows."""
        self.gap()
        self.text(text, 2)

    def text(self, text: str, indent: int = 0) -> None:
        """A paragraph."""
        self._wrap(text, " " * indent, " " * indent)

    def item(self, text: str, mark: str = "-", indent: int = 2) -> None:
        """An item of a list, its further lines below the first word."""
        first = f"{' ' * indent}{mark} "
        self._wrap(text, first, " " * len(first))

    def __str__(self) -> str:
        return "\n".join(line.rstrip() for line in self._lines) + "\n"

    def _rule(self, text: str, line: str) -> None:
        lines = textwrap.wrap(text, self._width, break_long_words=False, break_on_hyphens=False)
        self._lines += [*lines, line * max(map(len, lines))]

    def _wrap(self, text: str, first: str, further: str) -> None:
        self._lines += textwrap.wrap(
            text,
            self._width,
            initial_indent=first,
            subsequent_indent=further,
            break_long_words=False,
            break_on_hyphens=False,
        )
