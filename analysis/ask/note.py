"""The note of `claims show`: the facts of one claim, statement or event, as a fact-checker would write them down."""

from collections.abc import Iterable

from analysis import description
from analysis.ask import sentences
from analysis.ask.claim_part import ClaimPart
from analysis.ask.facts import Facts
from analysis.ask.page import Page
from analysis.charts import wording
from analysis.report import words

_HOW_TO_READ = (
    "This note says who claimed what and what pages print of it, not that it is so; nothing here was verified "
    "independently. Numbers in brackets are the sources at the end. “Reviewed” entries were read again against their "
    "page, “imported” ones were not."
)


def note(facts: Facts, width: int) -> str:
    """The note, no line longer than `width` but for single words."""
    return str(_Note(facts, width).write())


class _Note:
    def __init__(self, facts: Facts, width: int) -> None:
        self._facts, self._page = facts, Page(width)
        self._sources = {source["source_id"]: source for source in facts["sources"]}

    def write(self) -> Page:
        self._head()
        for n, claim in enumerate(self._facts["claims"], start=1):
            self._claim(n, claim)
        self._against()
        self._links()
        self._corrections()
        self._documents()
        self._cite()
        return self._page

    def _named(self, ids: Iterable[str]) -> str:
        """Sources by publisher and number."""
        known = (self._sources[one] for one in dict.fromkeys(ids) if one)
        return wording.listed(f"{source['publisher_name']} [{source['number']}]" for source in known)

    def _head(self) -> None:
        facts, page = self._facts, self._page
        event, claims = facts["event"], facts["claims"]
        page.title(event["title"] if event else facts["statements"][0]["title"])
        page.text(f"{wording.capital(facts['kind'])} {facts['id']}. {description.TITLE}, version {facts['version']}.")
        page.gap()
        page.text(_HOW_TO_READ)
        if event:
            page.heading("What it is about")
            time = words.window(event["window"]) if event["window"] else words.NOT_STATED
            page.text(f"Time: {time}. Place: {event['place_names'] or words.NOT_STATED}.", 2)
            page.text(
                f"{self._count(claims)} about it, in the order in which they were made.",
                2,
            )
            return
        said = facts["statements"][0]
        page.heading("Who said it")
        page.text(sentences.spoken(said), 2)
        page.text(f"In our words: {said['summary']}", 2)
        if said["note"]:
            page.text(f"Note: {said['note']}", 2)

    def _count(self, claims: list[Facts]) -> str:
        statements = len({claim["statement_id"] for claim in claims})
        return f"{wording.counted(len(claims), 'claim')} in {wording.counted(statements, 'statement')}"

    def _claim(self, n: int, claim: Facts) -> None:
        page, total = self._page, len(self._facts["claims"])
        page.heading(f"Claim {n} of {total}: {claim['title']}" if total > 1 else f"Claim: {claim['title']}")
        page.text(f"{claim['claim_id']}", 2)
        if self._facts["event"]:
            said = next(one for one in self._facts["statements"] if one["statement_id"] == claim["statement_id"])
            page.text(sentences.spoken(said), 2)
        else:
            page.text(f"About: {claim['event_title']} ({claim['event_id']}).", 2)
        if claim["series_ref"]:
            page.text(f"It repeats a day of a series: {claim['series_ref']}.", 2)
        page.text(sentences.settled(claim), 2)
        ClaimPart(page, claim, self._named).write()

    def _against(self) -> None:
        self._page.heading("What contradicts it")
        # What a relation tells stands among the links.
        rows = [row for row in self._facts["contradictions"] if not row["relation_ids"]]
        for row in rows:
            self._page.item(sentences.against(row))
        if not rows:
            self._page.text("No figure or status in the ledger, about the same events, excludes it.", 2)
        if any(row["relation"] in ("denies", "disputes") for row in self._facts["relations"]):
            self._page.text("What is denied or disputed stands in the next part.", 2)

    def _links(self) -> None:
        if self._facts["relations"]:
            self._page.heading("Denials, corrections and other links")
        valued = {
            one: row
            for row in self._facts["contradictions"]
            if row["value_a"] or row["value_b"]
            for one in row["relation_ids"]
        }
        for row in self._facts["relations"]:
            self._page.item(sentences.link(row, valued.get(row["relation_ids"][0]), self._named))

    def _corrections(self) -> None:
        self._page.heading("Changes that we made to its rows")
        for row in self._facts["corrections"]:
            why = f"{words.term(row['reason_code'])}{'; ' + row['note'] if row['note'] else ''}"
            change = f"{row['field']} from {row['old'] or 'blank'} to {row['new'] or 'blank'}"
            self._page.item(f"{words.day(row['decided_on'])}: {row['row_id']}, {change}: {why}.")
        if not self._facts["corrections"]:
            self._page.text("None.", 2)

    def _documents(self) -> None:
        self._page.heading("Sources, and what each prints")
        claims = list(enumerate(self._facts["claims"], start=1))
        for source in self._facts["sources"]:
            mark = f"[{source['number']}]"
            self._page.item(sentences.document(source), mark, 0)
            indent = len(mark) + 1
            self._page.text(source["url"], indent)
            if source["archive_url"]:
                self._page.text(f"Archived: {source['archive_url']}", indent)
            for n, claim in claims:
                label = f"Claim {n}: " if len(claims) > 1 else ""
                for report in (one for one in claim["reports"] if one["source_id"] == source["source_id"]):
                    self._page.item(sentences.printed(report, label), indent=indent)

    def _cite(self) -> None:
        self._page.heading("How to cite it")
        self._page.text(f"claims cite {self._facts['id']}", 2)
