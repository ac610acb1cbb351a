"""Facts of a note as English sentences, the same sober ones for every side."""

import re
from collections.abc import Callable, Iterable

from analysis.ask import figures, glossary
from analysis.charts import wording
from analysis.report import words
from analysis.report.rows import Row

Named = Callable[[Iterable[str]], str]
_CHANNELS = {
    "telegram": "in a post on Telegram",
    "facebook": "in a post on Facebook",
    "social_other": "in a post on a social network",
    "briefing": "at a briefing or press conference",
    "interview": "in an interview or remarks to an outlet",
    "television": "on air",
    "press_release": "in a written announcement",
    "speech": "in a speech or address",
    "report": "in a published report",
    "leak": "in leaked documents",
}
_DAY_FROM = {
    "publication": "The day is that of the earliest publication.",
    "label": "The day comes from the gathering notes and was not checked against a page.",
}
_SETTLES = {
    "own_publication": "As the claimant's own publication has it",
    "quotation": "As direct quotations agree",
    "series": "As the series has it of which it repeats a day",
}
NOTHING_SETTLES = (
    "Nothing settles the figure or status: the ledger has no publication of the claimant's own and no direct "
    "quotations that agree, only what pages print."
)
_LINKS = {
    "denies": "denies",
    "disputes": "disputes",
    "confirms": "is said to bear out",
    "corrects": "corrects",
    "retracts": "takes back",
    "supersedes": "replaces",
    "repeats": "says again",
}
_LINKED_BY = {
    "claimant": "The claimant makes the link",
    "source": "A source makes the link",
    "editor": "We make the link",
}
_AGAINST = {
    "figures": "The two figures exclude each other",
    "ground": "The two exclude each other",
    "denies": "The first denies the other",
    "disputes": "The first says otherwise on the same matter",
    "revision": "One claimant, and a later figure or status than the other",
    "not_comparable": "They look alike and are no contradiction",
}


def when(edtf: str | None) -> str:
    """A date in a sentence: "on 21 May 2023", "in May 2023"."""
    if edtf is None:
        return "on a day that is not known"
    return f"{'on' if re.match(r'....-..-..', edtf) else 'in'} {words.day(edtf)}"


def spoken(said: Row) -> str:
    """Who made a statement, when, where and on what basis."""
    who = said["claimant_name"] or "Somebody whom no source names"
    side = f" ({figures.side(said['claimant_side'])})" if said["claimant_side"] else ""
    where = _CHANNELS.get(said["channel"])
    parts = [f"{who}{side} said this {when(said['stated_on'])}{f', {where}' if where else ''}."]
    parts += [_DAY_FROM[said["stated_on_basis"]]] if said["stated_on_basis"] in _DAY_FROM else []
    if not where:
        parts.append("Where it was said, sources do not tell, or differ.")
    if said["relies_on_name"]:
        parts.append(f"The figures are those of {said['relies_on_name']}.")
    basis = "none is given" if said["basis"] == "unstated" else words.term(said["basis"])
    parts.append(f"Basis: {basis}.")
    own = said["original_url"]
    parts.append(
        f"The claimant's own publication: {own}" if own else "The claimant's own publication is not in the ledger."
    )
    return " ".join(parts)


def settled(claim: Row) -> str:
    """What was claimed, as far as anything settles it."""
    known = claim["reference"]
    if known["says"] is None:
        return NOTHING_SETTLES
    place = known["place_names"] or _open(known["place_is_printed"])
    time = words.window(known["window"]) if known["window"] else _open(known["window_is_printed"])
    return f"{_SETTLES[known['basis']]}: {known['says']} [{known['notation']}]. Place: {place}. Time: {time}."


def _open(is_printed: bool) -> str:
    return "not settled, pages differ" if is_printed else words.NOT_STATED


def against(row: Row) -> str:
    """How two claims stand to each other, with both values."""
    first, second = (_end(row, end) for end in "ab")
    differs = f": they differ in {glossary.field_name(row['key_differs'])}" if row["key_differs"] else ""
    met = f" They meet on {row['met_says']}." if row["met_says"] else ""
    limit = " Not so on every page's printing." if row["holds_on_every_reading"] is False else ""
    return f"{_AGAINST[row['kind']]}{differs}. {first}. {second}.{met}{limit}"


def _values(first: str | None, other: str | None) -> str:
    if first and other:
        return f" The first says: {first}. The other says: {other}."
    return f" The first says: {first}." if first else f" The figure or status in question: {other}."


def _end(row: Row, end: str) -> str:
    if row[f"title_{end}"] is None:
        return "A claim that the ledger does not hold"
    said = f"{row[f'title_{end}']}: {row[f'says_{end}'] or 'the statement as a whole'}"
    return f"{said} ({row[f'claim_id_{end}'] or row[f'statement_id_{end}']})"


def link(row: Row, valued: Row | None, named: Named) -> str:
    """A relation, with who makes it, which pages tell it, and what the two say (`valued`, a contradiction)."""
    to = f"{row['to_title']} ({row['to_id']})" if row["to_id"] else "a claim that the ledger does not hold"
    about = f", about: {row['event_title']}" if row["event_title"] else ""
    told = f", as told by {named(row['source_ids'])}" if row["source_ids"] else ""
    values = _values(valued["says_a"], valued["says_b"]) if valued else ""
    notes = (
        f" Our notes on these pages: {'; '.join(note.rstrip('.') for note in row['notes'])}." if row["notes"] else ""
    )
    start = f"{row['from_title']} ({row['from_statement_id']}) {_LINKS[row['relation']]} {to}{about}."
    return f"{start} {_LINKED_BY[row['said_by']]}{told}.{values}{notes}"


def printed(report: Row, label: str) -> str:
    """What one page prints of a claim: its own words, or ours where the entry has none of its."""
    text = f"“{report['printed']}”" if report["printed"] else f"{report['says']} (its own words are not in the ledger)"
    marks = [] if report["wording"] == "unknown" else [words.term(report["wording"])]
    marks += [f"said as {words.term(report['modality'])}"] if report["modality"] != "asserted" else []
    marks += ["the outlet's own arithmetic"] if report["arithmetic"] == "source" else []
    marks += [f"taken from {report['via_actor_name']}"] if report["via_actor_name"] else []
    marks += [words.term(report["entry_status"])]
    marks += [words.term(report["status"])] if report["status"] != "active" else []
    return f"{label}{text} ({'; '.join(marks)})"


def document(source: Row) -> str:
    """A source: publisher, day, title, and how it was read."""
    day = words.day(source["published_on"]) if source["published_on"] else "day not known"
    title = f" “{source['title']}”." if source["title"] else ""
    kind = "" if source["origin"] in ("own", "unknown") else f", {words.term(source['origin'])}"
    how = "read in full" if source["read"] == "full" else "read in part"
    return (
        f"{source['publisher_name']}, {day}.{title} ({source['language']}, {words.term(source['medium'])}{kind}, {how})"
    )


def pages(n: int) -> str:
    """A number of pages."""
    return wording.counted(n, "page")
