"""Elements that carry where their text comes from, and the record of them that the guard believes.

An element placed by a call has the attribute `data-from="<id> <field>"`. A template cannot forge one: `Placed` keeps
the text under each mark, and the guard refuses a mark under which another text stands.
"""

import re
from collections import defaultdict
from html import unescape

from markupsafe import Markup, escape

ATTRIBUTE = "data-from"
_TAGS = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


class Placed:
    """What the calls placed on one page."""

    def __init__(self) -> None:
        self._texts: dict[str, set[str]] = defaultdict(set)

    def element(self, tag: str, source: tuple[str, str], inner: str, **attributes: str) -> Markup:
        """An element whose text stands at (id, field); plain text is escaped, empty attributes are left out."""
        mark, body = " ".join(source), escape(inner)
        self._texts[mark].add(flat(unescape(_TAGS.sub("", body))))
        named = {ATTRIBUTE: mark} | {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        opening = "".join(f' {name}="{escape(value)}"' for name, value in named.items() if value)
        return Markup(f"<{tag}{opening}>{body}</{tag}>")

    def holds(self, mark: str, text: str) -> bool:
        """Whether a call placed this text under this mark."""
        return flat(text) in self._texts.get(mark, ())


def flat(text: str) -> str:
    """A text with its white space evened out."""
    return " ".join(text.split())
