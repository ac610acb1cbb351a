"""Where a series comes from: the origin file beside it, field by field.

A series without a whole origin file is not published: nobody could tell whose figures it holds, or on what terms.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from schemas import vocabulary, window
from schemas.fault import Fault

_TEXTS = {
    "title": "what the series holds",
    "producer": "whose figures they are",
    "changes": "what we did to what we read",
}
_SOURCE = {"title": "its name", "url": "its address", "licence": "its licence", "retrieved_on": "the day of its state"}
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Source:
    """One thing that was read, and the state (EDTF day or month) in which it was."""

    title: str
    url: str
    licence: str
    retrieved_on: str


@dataclass(frozen=True)
class Origin:
    """`read` maps each file that was read to its sha256; `notice` is what a licence wants to be passed on."""

    title: str
    producer: str
    licence: str
    changes: str
    sources: tuple[Source, ...]
    read: dict[str, str]
    notice: str = ""


def origin_of(raw: dict[str, Any]) -> Origin:
    """The origin file as an `Origin`; `faults` has to have passed it."""
    sources = tuple(Source(**source) for source in raw["sources"])
    return Origin(**(raw | {"sources": sources}))


def faults(raw: Any, series: str) -> list[Fault]:
    """What is wrong with the content of an origin file; the line is that of the file as a whole, 1."""
    if not isinstance(raw, dict):
        return [Fault(series, 1, "", "not a list of fields", str(raw), "write one field a line, as name: value")]
    known = {*_TEXTS, "licence", "sources", "read", "notice"}
    found = [(name, "no such field", name, "remove it") for name in raw if name not in known]
    found += [(name, "is empty", "", f"say {says}") for name, says in _TEXTS.items() if not _is_text(raw.get(name))]
    found += _licence("licence", raw.get("licence"))
    found += _sources(raw.get("sources"))
    found += _read(raw.get("read"))
    return [Fault(series, 1, str(name), says, value, do) for name, says, value, do in found]


_Found = Iterable[tuple[str, str, str, str]]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _licence(name: str, value: Any) -> _Found:
    if value not in vocabulary.LICENCE:
        yield name, "not a word of the vocabulary licence", str(value or ""), f"write one of {_LICENCES}"


_LICENCES = ", ".join(vocabulary.LICENCE)


def _sources(sources: Any) -> _Found:
    if not isinstance(sources, list) or not sources or not all(isinstance(source, dict) for source in sources):
        yield "sources", "is empty", "", f"list what was read, each with {', '.join(_SOURCE)}"
        return
    for number, source in enumerate(sources, 1):
        for name, says in _SOURCE.items():
            if not _is_text(source.get(name)):
                yield f"sources {number} {name}", "is empty", "", f"give {says}"
        for name in source.keys() - _SOURCE.keys():
            yield f"sources {number} {name}", "no such field", str(name), "remove it"
        yield from _dated(f"sources {number} retrieved_on", source.get("retrieved_on"))
        yield from _licence(f"sources {number} licence", source.get("licence"))


def _dated(name: str, value: Any) -> _Found:
    try:
        window.parse_date(value) if _is_text(value) else None
    except ValueError as error:
        yield name, "not a date", value, str(error)


def _read(read: Any) -> _Found:
    if not isinstance(read, dict) or not read:
        yield "read", "is empty", "", "name each file that was read, with its sha256"
        return
    for name, digest in read.items():
        if not _SHA256.fullmatch(str(digest)):
            yield f"read {name}", "not a sha256", str(digest), "write the 64 digits that sha256sum prints"
