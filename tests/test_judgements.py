"""The precision and recall printed in METHODS.md are those of the rules on the pairs judged by hand."""

import re
from math import sqrt
from pathlib import Path

import pandas as pd

from analysis import ledger, params, tables
from analysis.evidence import derive

ROOT = Path(__file__).resolve().parents[1]
CONTRADICT = {"figures", "ground", "denies", "disputes"}


def judged():
    return tables.read_raw(ROOT / "data" / "judgements" / "pairs.csv")[0]


def called():
    """Pairs that the rules call contradictions."""
    frame = derive.tables(ledger.read(ROOT / "data"), params.load()["evidence"])["contradictions"]
    frame = frame[frame["kind"].isin(CONTRADICT)].dropna(subset=["claim_id_a", "claim_id_b"])
    return set(map(frozenset, zip(frame["claim_id_a"], frame["claim_id_b"], strict=True)))


def interval(hits, n):
    """Wilson's 95 % interval in whole per cent (Wilson 1927)."""
    z, share = 1.96, hits / n
    middle, half = share + z * z / (2 * n), z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return tuple(round(100 * (middle + sign * half) / (1 + z * z / n)) for sign in (-1, 1))


def test_methods_prints_the_precision_and_recall_of_the_rules():
    frame, pairs = judged(), called()
    assert len(frame) == 100
    found = pd.Series([frozenset(two) in pairs for two in zip(frame["claim_id_a"], frame["claim_id_b"], strict=True)])
    real = (frame["judgement"] == "contradicts").reset_index(drop=True)
    hits = int((found & real).sum())
    text = " ".join((ROOT / "METHODS.md").read_text(encoding="utf-8").split())
    for word, n in (("precision", int(found.sum())), ("recall", int(real.sum()))):
        low, high = interval(hits, n)
        assert re.search(rf"{word} {hits} of {n} \((95 % interval )?{low}–{high} %\)", text), (word, hits, n, low, high)
