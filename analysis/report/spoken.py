"""What a page says outside the marks of the calls: its texts, and the attributes that are read out."""

from dataclasses import dataclass
from html.parser import HTMLParser

from analysis.report.marks import ATTRIBUTE, Placed

_SPOKEN = {"alt", "title", "aria-label", "aria-description", "label", "placeholder", "summary"}
_LISTED = {"h1", "h2", "h3", "h4", "h5", "h6", "li", "dt"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(frozen=True)
class Spoken:
    """A text, the line of the page on which it begins, and whether it begins a heading or an item of a list."""

    text: str
    line: int
    begins_item: bool = False


def outside_marks(page: str, placed: Placed) -> list[Spoken]:
    """Every text that no call placed; that of a mark whose text is not what a call placed there is among them."""
    reader = _Reader(placed)
    reader.feed(page)
    reader.close()
    return reader.texts


class _Reader(HTMLParser):
    def __init__(self, placed: Placed) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[Spoken] = []
        self._placed = placed
        self._tag = ""
        self._mark: str | None = None
        self._depth = 0
        self._under: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a mark, go deeper into it, or note what is read out of an attribute."""
        self._tag = tag
        if self._mark is not None:
            self._depth += tag not in _VOID
            return
        known = dict(attrs)
        if ATTRIBUTE in known and tag not in _VOID:
            self._mark, self._depth, self._under = known[ATTRIBUTE] or "", 1, []
            return
        describes = known.get("name") == "description" or "property" in known
        spoken = [known[name] for name in known if name in _SPOKEN or (name == "content" and describes)]
        self.texts += [Spoken(text or "", self.getpos()[0]) for text in spoken]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A self-closing element has no inside."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave a mark at its own end."""
        self._tag = ""
        if self._mark is None or tag in _VOID:
            return
        self._depth -= 1
        if self._depth == 0:
            text = "".join(self._under)
            if not self._placed.holds(self._mark, text):
                self.texts.append(Spoken(text, self.getpos()[0]))
            self._mark = None

    def handle_data(self, data: str) -> None:
        """Keep a text outside marks; a style sheet is no text."""
        if self._mark is not None:
            self._under.append(data)
        elif self._tag != "style":
            self.texts.append(Spoken(data, self.getpos()[0], self._tag in _LISTED))
