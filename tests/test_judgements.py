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


# Where hand and code differ; each difference is explained in METHODS.md, "Fifteen claims by hand".
EXPLAINED = {
    ("kirby-2023-05-01-killed", "n_origins"),
    ("kirby-2023-05-01-wounded", "n_origins"),
    ("shoigu-2022-09-21-killed-ru", "n_origins"),
    ("prigozhin-2023-05-23-killed-ru", "n_roots"),
    ("gs-2023-09-15-capture", "n_roots"),
}


def by_hand():
    return tables.read_raw(ROOT / "data" / "judgements" / "claims.csv")[0]


def derived():
    return derive.tables(ledger.read(ROOT / "data"), params.load()["evidence"])


def test_hand_and_code_agree_on_fifteen_claims_but_where_methods_says_why():
    hand, made = by_hand(), derived()
    support = made["support"].set_index("claim_id")
    asked = hand[hand["question"].isin(["n_sources", "n_origins", "n_roots"])]
    differ = {
        (row.claim_id, row.question)
        for row in asked.itertuples()
        if int(row.answer) != support.at[row.claim_id, row.question]
    }
    assert hand["claim_id"].nunique() == 15
    assert differ == EXPLAINED


def test_hand_and_code_agree_on_every_reference_figure():
    hand, made = by_hand(), derived()
    claims = made["casualty_claims"].set_index("claim_id")
    for row in hand[hand["question"] == "reference_count"].itertuples():
        found = claims.at[row.claim_id, "count"]
        assert ("none" if pd.isna(found) else found) == row.answer, row.claim_id


def test_methods_prints_how_often_hand_and_code_find_the_same_drift():
    hand, drift = by_hand(), derived()["drift"]
    undirected = {"sources_differ", "omitted", "not_known", "none"}
    rows = hand[hand["question"].str.startswith("drift:")]
    same = 0
    for row in rows.itertuples():
        expected = {kind.split(":")[0] for kind in row.answer.replace(";", " ").split()} - undirected
        same += expected == set(drift.loc[drift["report_id"] == row.question[6:], "kind"]) - undirected
    assert f"{same} of {len(rows)} reviewed rows" in " ".join((ROOT / "METHODS.md").read_text("utf-8").split())
