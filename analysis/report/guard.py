"""The guard: a page is refused if a number stands in it that no call placed.

It looks at a finished page as a reader or a screen reader meets it (`spoken`). What stands under the mark of a call is
traced and passed over. Anything else may hold no digit (of any script) and no number word, except

- dates ("20 May 2023", "2023-05", a bare year: counts of a thousand and more are printed with a comma, so four bare
  digits that begin with 19 or 20 are a year),
- names of units, from the published table of actors or by their form ("72nd Brigade"), and of places and events,
- the number of a heading or list item at its beginning ("1. "), and the unit "km²".

Ordinals as plain words ("the first statement", "a third party") rank or name, they do not count; the plurals "thirds"
and "quarters" are fractions and count. "Both" and "neither" point back to what has been named, and add no number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.report.marks import Placed, flat
from analysis.report.rows import Rows
from analysis.report.spoken import Spoken, outside_marks

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_ALLOWED = re.compile(
    r"\b\d{4}-\d\d(?:-\d\d)?\b"
    rf"|(?:\b\d{{1,2}}(?:[–-]\d{{1,2}})?\s)?\b{_MONTH}\b(?:\s\d{{4}}\b)?"
    r"|\b(?:19|20)\d\d\b(?![.,]\d)"
    r"|\b\d+(?:st|nd|rd|th)(?: [\w-]+){0,5}? (?:Army|Battalion|Brigade|Company|Corps|Division|Regiment)\b"
    r"|\bkm²"
)
_LIST_NUMBER = re.compile(r"\A\s*\d{1,2}[.)]\s")
_NUMBER = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|(?:m|b|tr)illions?|dozens?|half|halves"
    r"|thirds|quarters?|once|twice|thrice|single|pair|couple|several|double|triple|\w+fold)\b",
    re.IGNORECASE,
)
_PUNCTUATION = ".,;:!?()[]“”‘’\"'"
# What a template computes: not to be searched for literal text.
_CALL = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}")


@dataclass(frozen=True)
class Untraced:
    """A number that no call placed: the word, the line of text around it, and the line of the page."""

    word: str
    around: str
    line: int


class Guard:
    """Finds untraced numbers; the names of units, places and events come from the published tables."""

    def __init__(self, rows: Rows) -> None:
        names = sorted(_numbered_names(rows), key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names) or r"(?!)")
        self._seen: dict[tuple[str, bool], list[Untraced]] = {}

    def untraced(self, page: str, placed: Placed) -> list[Untraced]:
        """Every number on the page that neither a call placed nor the rules allow."""
        return [
            Untraced(found.word, found.around, spoken.line + found.line)
            for spoken in outside_marks(page, placed)
            for found in self._numbers(spoken)
        ]

    def _numbers(self, spoken: Spoken) -> list[Untraced]:
        """The numbers in a text; `line` counts from its beginning."""
        # Most of a page's text is the template's, and comes again on every page.
        key = (spoken.text, spoken.begins_item)
        if key not in self._seen:
            text = _LIST_NUMBER.sub(" ", spoken.text) if spoken.begins_item else spoken.text
            self._seen[key] = [
                Untraced(word, flat(line), offset)
                for offset, line in enumerate(text.split("\n"))
                for word in _number_words(_ALLOWED.sub(" ", self._names.sub(" ", line)))
            ]
        return self._seen[key]


def _number_words(text: str) -> Iterator[str]:
    """Words that hold a digit of any script, and number words."""
    for word in text.split():
        if any(char.isnumeric() for char in word) or _NUMBER.search(word):
            yield word.strip(_PUNCTUATION)


def _numbered_names(rows: Rows) -> set[str]:
    """Names of actors, places and events that hold a digit or a number word."""
    names = {row["name"] for row in rows.tables["actors"]} | {row["title"] for row in rows.tables["events"]}
    names |= {row["name_en"] for row in rows.tables["places"]}
    names |= {alias for row in rows.tables["actors"] for alias in (row["aliases"] or "").split("; ")}
    # A name is more than its number: an alias "72" would let every 72 through.
    return {name for name in names if any(_number_words(name)) and sum(map(str.isalpha, name)) > 2}


def refusal(page: str, found: Iterable[Untraced], templates: dict[str, str]) -> str:
    """Where, what, and what to do, a line each; the template's line where the text stands there word for word."""
    return "\n".join(
        f"{_template_line(one, templates) or f'{page}:{one.line}'}: untraced number {one.word!r} on {page} in "
        f"“{one.around[:160]}”: place it with figure(id, field), a date with day(id, field), a name with name(id), "
        "or say it without a number"
        for one in found
    )


def _template_line(found: Untraced, templates: dict[str, str]) -> str | None:
    for name, text in templates.items():
        for number, line in enumerate(text.split("\n"), 1):
            literal = flat(_CALL.sub(" ", line))
            if found.around in literal and found.word in literal:
                return f"{name}:{number}"
    return None
