"""Every derived table from the ledger: frames in, frames out; nothing is read or written here."""

import pandas as pd

from analysis.evidence import consolidate, days, meant
from analysis.evidence.book import Book
from analysis.evidence.contradictions import contradictions
from analysis.evidence.delays import death_to_name, delays
from analysis.evidence.drift import drift, rates
from analysis.evidence.intervals import Worth
from analysis.evidence.losses import monthly, weekly
from analysis.evidence.map_check import map_check
from analysis.evidence.map_reach import Reach
from analysis.evidence.rounding import rounding
from analysis.evidence.support import support
from analysis.evidence.wounded import killed_to_wounded
from schemas.derived import CLAIM_TABLES


def tables(frames: dict[str, pd.DataFrame], params: dict[str, float]) -> dict[str, pd.DataFrame]:
    """The derived tables by name, in the order in which they are published.

    `frames` are the typed frames of ledger and series; what rests on a series that is not among them is empty.
    `params` is the section `evidence` of params.yaml.
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
        "map_check": map_check(book, read, frames, Reach.of(params)),
        "losses_weekly": weekly(frames),
        "losses_monthly": monthly(frames),
        "killed_to_wounded": killed_to_wounded(book, read),
        "rounding": rounding(book, read, frames, params["rounding_least_n"]),
        "delays": delays(book, params["delays_least_n"]),
        "death_to_name": death_to_name(frames),
    }
