"""Every derived table from the ledger: frames in, frames out; nothing is read or written here."""

import pandas as pd

from analysis.evidence import consolidate, days, meant
from analysis.evidence.book import Book
from analysis.evidence.contradictions import contradictions
from analysis.evidence.drift import drift, rates
from analysis.evidence.intervals import Worth
from analysis.evidence.support import support
from schemas.derived import CLAIM_TABLES


def tables(frames: dict[str, pd.DataFrame], params: dict[str, float]) -> dict[str, pd.DataFrame]:
    """The derived tables by name, in the order in which they are published.

    `frames` are the typed frames of ledger and series, `params` the section `evidence` of params.yaml.
    """
    book = Book.of(frames, days.settled(frames))
    read = meant.every(book, Worth.of(params))
    changed = drift(book)
    return {
        **{name: consolidate.claims(table, book) for table, name in CLAIM_TABLES.items()},
        "drift": changed,
        "drift_rates": rates(changed, book),
        "support": support(book, read),
        "contradictions": contradictions(book, read),
    }
