"""Worked examples of METHODS, on the ledger's real statements. They need data/ledger."""

from functools import cache
from pathlib import Path

import pytest

from analysis import ledger, params
from analysis.evidence import derive

DATA = Path(__file__).resolve().parents[1] / "data"
pytestmark = pytest.mark.skipif(not (DATA / "ledger" / "claims.csv").exists(), reason="there is no ledger here")

FIRST = ("3ab-2023-05-21-ground", "3ab-2023-05-21-killed", "3ab-2023-05-21-wounded")


@cache
def tables():
    return derive.tables(ledger.read(DATA), params.load()["evidence"])


def row(table, claim_id):
    return tables()[table].set_index("claim_id").loc[claim_id]


def pairs(kind):
    frame = tables()["contradictions"]
    frame = frame[frame["kind"] == kind]
    return {frozenset(pair) for pair in zip(frame["claim_id_a"], frame["claim_id_b"], strict=True)}


@pytest.mark.parametrize("claim_id", FIRST)
def test_the_first_statement_has_many_pages_and_one_root(claim_id):
    found = row("support", claim_id)
    assert found["n_roots"] == 1 and found["n_sources"] >= 5
    assert "one root: Third Separate Assault Brigade" in found["support"]


def test_more_than_40_wounded_is_printed_as_40_and_both_are_told():
    printed = row("casualty_claims", "3ab-2023-05-21-wounded")["count_printed"]
    assert ">40 (" in printed and "; 40 (" in printed


def test_the_white_house_estimate_rests_on_one_root_however_many_pages():
    found = row("support", "kirby-2023-05-01-killed")
    assert found["n_sources"] >= 15 and found["n_roots"] == 1
    assert "relying on" in found["support"]


def test_makiivka_400_and_89_exclude_each_other_on_the_bounded_readings_only():
    frame = tables()["contradictions"].set_index("contradiction_id")
    found = frame.loc["stratcom-ukraine-2023-01-01-killed-vs-mod-russia-2023-01-04-killed"]
    assert found["kind"] == "figures" and not found["holds_on_every_reading"]


def test_63_and_89_at_makiivka_are_a_revision():
    assert frozenset({"mod-russia-2023-01-02-killed", "mod-russia-2023-01-04-killed"}) in pairs("revision")


def test_soledar_taken_and_held_exclude_each_other():
    assert frozenset({"prigozhin-2023-01-10-capture", "gs-2023-01-11-hold"}) in pairs("ground")


def test_the_capture_of_andriivka_that_was_taken_back_supports_nothing():
    assert row("support", "maliar-2023-09-14-andriivka-capture")["n_roots"] == 1


def test_the_capture_of_andriivka_is_disputed_by_an_attack_said_to_be_repelled():
    assert frozenset({"gs-2023-09-15-capture", "mod-russia-2023-09-16-andriivka"}) in pairs("ground")


def test_losses_as_worded_contradict_nothing():
    claims = tables()["casualty_claims"]
    vague = claims["category_printed"].str.fullmatch(r"losses_as_worded \(\d+\)").fillna(False)
    found = set(claims.loc[vague, "claim_id"])
    assert found
    assert not [pair for kind in ("figures", "revision") for pair in pairs(kind) if pair & found]
