"""What must hold of derived tables whatever the rows are."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from small_books import PARAMS, claim, frames, people, source, statement
from test_project import ROOT

from analysis.evidence import derive
from analysis.evidence.book import Book
from schemas import vocabulary
from schemas.derived import CLAIM_TABLES

few = settings(max_examples=20, deadline=None)
counts = st.sampled_from(["40", ">40", "~40", "<=40", "63", "400", "30..50", "dozens"])
wordings = st.sampled_from(["headline", "lede", "body", "unknown"])
categories = st.sampled_from(["killed", "wounded", "killed_and_wounded", "losses_as_worded"])
origins = st.sampled_from(list(vocabulary.ORIGIN))
CLAIMANTS = ("west-staff", "west-brigade", "east-ministry", "company", "monitor")
SUPPORT = ("n_roots", "n_control_groups")


@st.composite
def ledgers(draw):
    """One claim each of several claimants about one strike, each with one to three pages."""
    made = {"sources": [], "statements": [], "claims": [], "casualties": []}
    for i in range(draw(st.integers(1, 4))):
        made["statements"].append(statement(f"s{i}", draw(st.sampled_from(CLAIMANTS))))
        made["claims"].append(claim(f"c{i}", f"s{i}"))
        for j in range(draw(st.integers(1, 3))):
            made["sources"].append(source(f"daily-{i}-{j}"))
            wording = draw(st.sampled_from(["quotation", "body"]))
            made["casualties"].append(people(f"c{i}", f"daily-{i}-{j}", draw(counts), wording=wording))
    return made


def derived(made):
    return derive.tables(frames(**made), PARAMS)


def with_row(made, row, page):
    return made | {"sources": [*made["sources"], page], "casualties": [*made["casualties"], row]}


@few
@given(ledgers(), counts, categories, wordings, origins)
def test_a_relay_never_adds_support(made, count, category, wording, origin):
    relay = people("c0", "times-9", count, category=category, wording=wording)
    before = derived(made)["support"].set_index("claim_id")
    after = derived(with_row(made, relay, source("times-9", origin=origin)))["support"].set_index("claim_id")
    assert (after[list(SUPPORT)] <= before[list(SUPPORT)]).all(axis=None)
    assert after.at["c0", "n_sources"] == before.at["c0", "n_sources"] + 1


@few
@given(ledgers(), counts, categories, st.sampled_from(["republished", "machine_translated", "spun"]))
def test_a_copy_changes_no_reference_and_adds_no_origin(made, count, category, origin):
    copy = people("c0", "times-9", count, category=category, wording="quotation")
    before = derived(made)["casualty_claims"]
    after = derived(with_row(made, copy, source("times-9", origin=origin)))["casualty_claims"]
    settled = ["count", "category", "reference_basis", "quotation_fields", "n_origins"]
    pd.testing.assert_frame_equal(after[settled], before[settled])


@few
@given(ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(made, random):
    shuffled = {table: random.sample(rows, len(rows)) for table, rows in made.items()}
    one, other = derived(made), derived(shuffled)
    for name in one:
        keys = [one[name].columns[0]]
        first, second = (tables[name].sort_values(keys).reset_index(drop=True) for tables in (one, other))
        pd.testing.assert_frame_equal(first, second)


@few
@given(ledgers(), counts)
def test_an_unrelated_event_changes_no_other(made, count):
    added = with_row(made, people("c9", "times-9", count), source("times-9"))
    added["statements"] = [*made["statements"], statement("s9", "west-staff")]
    added["claims"] = [*made["claims"], claim("c9", "s9", "totals")]
    one, other = derived(made), derived(added)
    for name in (*CLAIM_TABLES.values(), "support", "contradictions", "drift"):
        rest = other[name]
        if "claim_id" in rest:
            rest = rest[rest["claim_id"] != "c9"]
        pd.testing.assert_frame_equal(one[name], rest.reset_index(drop=True), check_dtype=False)


@few
@given(ledgers())
def test_figures_never_both_agree_and_exclude_each_other(made):
    tables = derived(made)
    apart = tables["contradictions"]
    pairs = set(zip(apart["claim_id_a"], apart["claim_id_b"], strict=True))
    columns = [name for name in tables["support"] if name.endswith("_claim_ids")]
    for row in tables["support"].fillna("").to_dict("records"):
        for other in " ".join(row[name] for name in columns).split():
            assert not {(row["claim_id"], other), (other, row["claim_id"])} & pairs


def test_no_rule_names_a_side_a_place_or_a_claimant():
    sides = set(vocabulary.SIDE) - {"third_party", "unstated"}
    for file in (ROOT / "analysis" / "evidence").glob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert not [side for side in sides if f'"{side}"' in text or f"'{side}'" in text], file


def test_rows_that_do_not_stand_are_not_in_the_book():
    made = frames(
        sources=[source("daily")], statements=[statement("s", "west-staff")], claims=[claim("c", "s")],
        casualties=[people("c", "daily", "40", status="withdrawn")],
    )  # fmt: skip
    assert Book.of(made).reports == {}
    assert derive.tables(made, PARAMS)["support"].empty
