"""The part of a note that tells of one claim: what pages print, what changed, what supports it, what maps showed."""

from analysis.ask import sentences
from analysis.ask.changes import changes
from analysis.ask.claim_facts import Facts
from analysis.ask.page import Page
from analysis.ask.sentences import Named
from analysis.charts import wording
from analysis.report import words

_BEHIND = {
    "same_side_claim_ids": "Same side",
    "opposing_side_claim_ids": "Other party",
    "party_claim_ids": "A party to the fighting",
    "losing_side_claim_ids": "Side that loses by it",
    "third_party_first_hand_claim_ids": "Third party, stated basis of its own",
    "third_party_on_party_claim_ids": "Third party that relies on a party",
    "third_party_unstated_claim_ids": "Third party, no stated basis",
    "confirming_statement_ids": "Statements that are said to bear it out",
}


class ClaimPart:
    """Writes one claim onto a page; `named` names sources."""

    def __init__(self, page: Page, claim: Facts, named: Named) -> None:
        self._page, self._claim, self._named = page, claim, named

    def write(self) -> None:
        """Everything that belongs to the claim alone."""
        self._printings()
        self._changes()
        self._support()
        self._maps()

    def _printings(self) -> None:
        self._page.label("What pages print:")
        for one in self._claim["printings"]:
            cells = " / ".join(one["notation"])
            ids = one["source_ids"]
            counted = sentences.pages(len(ids)) + ": " if len(ids) > 1 else ""
            self._page.item(f"{one['says']} [{cells}]. {counted}{self._named(ids)}.")

    def _changes(self) -> None:
        self._page.label("What changed on the way:")
        told = changes(self._claim["drift"], self._named)
        for one in told:
            self._page.item(one)
        unread = sum(report["entry_status"] == "imported" for report in self._claim["reports"])
        if unread == len(self._claim["reports"]):
            self._page.item("Not known: no page was read again for it.")
        elif unread:
            self._page.item(f"Entries not read again, and not compared: {unread} of {len(self._claim['reports'])}.")
        elif not told:
            self._page.item("Nothing that the ledger can show.")

    def _support(self) -> None:
        support = self._claim["support"]
        if support["sentence"] is None:
            return
        self._page.label("What supports it:")
        self._page.item(f"{wording.capital(support['sentence'])}.")
        for field, ids in support["claim_ids"].items():
            self._page.item(f"{_BEHIND[field]}: {', '.join(ids)}.")

    def _maps(self) -> None:
        if self._claim["map_check"]:
            self._page.label("What maps showed:")
        for row in self._claim["map_check"]:
            self._page.item(f"{row['says']} ({row['mapper']}: {words.term(row['verdict'])})")
