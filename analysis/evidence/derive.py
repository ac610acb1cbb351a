"""Every derived table from the ledger: frames in, frames out; nothing is read or written here."""

import pandas as pd

from analysis.evidence import consolidate, meant
from analysis.evidence.book import Book
from analysis.evidence.contradictions import contradictions
from analysis.evidence.drift import drift, rates
from analysis.evidence.intervals import Worth
from analysis.evidence.map_check import Reach, map_check
from analysis.evidence.support import support
from schemas.derived import CLAIM_TABLES


def tables(
    frames: dict[str, pd.DataFrame], params: dict[str, float], series: dict[str, dict[str, str]] | None = None
) -> dict[str, pd.DataFrame]:
    """The derived tables by name, in the order in which they are published.

    `frames` are the typed frames of ledger and series (without a series, what rests on it is empty), `params` the section `evidence` of params.yaml, and `series`, by the
    `series_ref` that claims use for a day of a series, the fields that this day settles: {"count": "204360"}.
    """
    book = Book.of(frames, series)
    read = meant.every(book, Worth.of(params))
    changed = drift(book)
    return {
        **{name: consolidate.claims(table, book) for table, name in CLAIM_TABLES.items()},
        "drift": changed,
        "drift_rates": rates(changed, book),
        "support": support(book, read),
        "contradictions": contradictions(book, read),
        "map_check": map_check(book, read, frames, Reach.of(params)),
    }
