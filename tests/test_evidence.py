"""Every rule of `analysis/evidence`, with rows it holds for and rows it does not."""

from decimal import Decimal

import pytest
from small_books import PARAMS, WORTH, book, claim, frames, ground, people, ratio, source, statement

from analysis.evidence import changes, consolidate, derive, drift, intervals, meant, origins, reference
from analysis.evidence.contradictions import contradictions
from analysis.evidence.support import support

OUTLETS = ("daily", "herald", "times")


def one_claim(*rows, sources=None, said=None, **cells):
    """A book with one claim of the brigade and these reported rows."""
    return book(
        sources=sources or [source(name) for name in (*OUTLETS, "agency", "west-brigade")],
        statements=[said or statement("s", "west-brigade")],
        claims=[claim("c", "s", **cells)],
        casualties=list(rows),
    )


def settled(field, *rows, **more):
    made = one_claim(*rows, **more)
    return reference.of(field, made.entering("c"), made)


# --- intervals --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "whole", "disjoint"),
    [
        ("40", ">40", True, True),  # more than 40 people is at least 41
        ("40", ">40", False, True),  # 40 m is not more than 40 m
        ("40.1", ">40", False, False),
        (">=40", "<=40", True, False),
        (">40", "<40", False, True),
        ("~100", "109", True, False),
        ("~100", "111", True, True),
        ("~<100", "95", True, False),
        ("~<100", "100", True, True),
        ("dozens", "23", True, True),
        ("63", "<=400", True, False),
    ],
)
def test_intervals_with_open_bounds(one, other, whole, disjoint):
    a, b = (intervals.of(cell, WORTH, whole=whole) for cell in (one, other))
    assert intervals.are_disjoint(a, b) == intervals.are_disjoint(b, a) == disjoint


def test_what_about_is_worth_is_a_parameter():
    narrow = intervals.Worth.of({"about_pct": 1, "nearly_from_pct": 99})
    assert intervals.of("~100", narrow, whole=True) == intervals.Interval(Decimal(99), Decimal(101))


# --- reference values -------------------------------------------------------------------------------------


def test_a_majority_is_no_reference():
    rows = [people("c", name, count) for name, count in zip(OUTLETS, ("100", "100", ">100"), strict=True)]
    assert settled("count", *rows).basis == "none"


def test_quotations_that_agree_are_the_reference_even_against_a_majority():
    rows = [
        people("c", "daily", "100"),
        people("c", "herald", "100"),
        people("c", "times", ">100", wording="quotation"),
    ]
    found = settled("count", *rows)
    assert (found.value, found.basis) == (">100", "quotation")


def test_quotations_that_differ_settle_nothing():
    rows = [people("c", name, count, wording="quotation") for name, count in (("daily", "100"), ("times", ">100"))]
    assert settled("count", *rows).basis == "none"


def test_the_claimants_own_publication_comes_first():
    said = statement("s", "west-brigade", original_source_id="west-brigade")
    rows = [people("c", "west-brigade", "40"), people("c", "daily", "41", wording="quotation")]
    found = settled("count", *rows, said=said)
    assert (found.value, found.basis) == ("40", "own_publication")


@pytest.mark.parametrize("origin", ["republished", "machine_translated", "spun"])
def test_a_copy_has_no_vote(origin):
    sources = [source("daily", origin=origin)]
    assert settled("count", people("c", "daily", "40", wording="quotation"), sources=sources).basis == "none"


def test_what_an_outlet_worked_out_enters_nothing():
    row = people("c", "daily", "40", wording="quotation", arithmetic="source")
    made = one_claim(row)
    assert settled("count", row).basis == "none"
    assert consolidate.claims("casualties", made).iloc[0][["count_printed", "n_reports", "n_computed"]].tolist() == [
        None, 0, 1,
    ]  # fmt: skip


@pytest.mark.parametrize("status", ["superseded", "withdrawn"])
def test_only_active_rows_enter(status):
    made = one_claim(people("c", "daily", "40", wording="quotation"), people("c", "times", "41", status=status))
    assert consolidate.claims("casualties", made).iloc[0]["count_printed"] == "40 (1)"


def test_a_reference_is_found_field_by_field():
    rows = [
        people("c", "daily", "40", wording="quotation", category="wounded"),
        people("c", "times", "40", wording="quotation", category="killed"),
    ]
    assert settled("count", *rows).value == "40"
    assert settled("category", *rows).basis == "none"


def test_a_blank_is_no_disagreement():
    rows = [people("c", "daily", "40", wording="quotation"), people("c", "times", "", wording="quotation")]
    assert settled("count", *rows).value == "40"


def test_a_day_of_a_series_is_the_reference():
    made = one_claim(people("c", "daily", "40", wording="quotation"), series_ref="losses:2023-05-20")
    made.series["losses:2023-05-20"] = {"count": "41", "category": "killed_and_wounded"}
    assert reference.of("count", made.entering("c"), made) == reference.Reference("41", "series")
    assert reference.of("affected_side", made.entering("c"), made).basis == "quotation"


def test_without_a_reference_every_value_is_told_with_its_count():
    rows = [people("c", name, count) for name, count in zip(OUTLETS, ("100", "100", "~90"), strict=True)]
    row = consolidate.claims("casualties", one_claim(*rows)).iloc[0]
    assert row["count"] is None and row["reference_basis"] == "none"
    assert row["count_printed"] == "100 (2); ~90 (1)"
    assert (row["count_lowest"], row["count_highest"]) == (90, 100)
    assert (row["n_sources"], row["n_origins"], row["languages"]) == (3, 3, "en")


# --- origins ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sources", "cells", "expected"),
    [
        ([source("daily"), source("times")], {}, {"daily", "times"}),
        ([source("daily", origin="wire", origin_actor_id="agency"), source("agency")], {}, {"agency"}),
        ([source("daily", origin="republished", origin_actor_id="times"), source("times")], {}, {"times"}),
        ([source("daily", origin="spun"), source("times")], {}, {"times"}),
        ([source("daily", origin="spun")], {}, {"unknown"}),
        ([source("daily"), source("times")], {"daily": {"via_source_id": "times"}}, {"times"}),
        ([source("daily"), source("times")], {"daily": {"via_actor_id": "times"}}, {"times"}),
        ([source("daily"), source("times")], {"daily": {"via_actor_id": "west-brigade"}}, {"daily", "times"}),
        ([source("daily"), source("daily-2")], {}, {"daily"}),
    ],
)
def test_wire_and_copies_are_folded(sources, cells, expected):
    made = one_claim(
        *(people("c", s["source_id"], "40", **cells.get(s["source_id"], {})) for s in sources), sources=sources
    )
    assert origins.origins(made.entering("c"), made) == expected


# --- drift ------------------------------------------------------------------------------------------------


def kinds_of(*rows, **more):
    found = drift.drift(one_claim(*rows, **more))
    return sorted(zip(found["kind"], found["field"], found["against"], strict=True))


QUOTED = people("c", "times", ">40", wording="quotation", category="killed_and_wounded")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, []),
        ({"count": ">50"}, [("number_changed", "count")]),
        ({"count": "40"}, [("qualifier_dropped", "count")]),
        ({"count": ">=40"}, [("qualifier_changed", "count")]),
        ({"count": "50"}, [("number_changed", "count"), ("qualifier_dropped", "count")]),
        ({"count": "dozens"}, [("number_changed", "count")]),
        ({"category": "killed"}, [("category_changed", "category")]),
        ({"accumulation": "period", "window": "2023-05"}, [("window_changed", "accumulation")]),
        ({"window": "2023-05"}, []),
        ({"window": "2023-05-19"}, [("window_changed", "window")]),
        ({"window": "2023-05-19", "window_basis": "from_publication"}, []),
        ({"place_ids": "town-vicinity", "place_scope": "vicinity"}, []),
        ({"place_ids": "village"}, [("place_changed", "place_ids")]),
        ({"is_further": "true"}, [("increment_changed", "is_further")]),
        ({"modality": "likely"}, [("modality_changed", "modality")]),
        ({"affected_side": "UA"}, [("side_changed", "affected_side")]),
        ({"affected_kind": "unstated"}, []),
        ({"claimant_id": "west"}, []),
        ({"claimant_id": "west-staff"}, []),
        ({"claimant_id": "east-ministry"}, [("claimant_changed", "claimant_id")]),
    ],
)
def test_each_kind_of_drift_against_a_quotation(cells, expected):
    row = people("c", "daily", ">40") | {"category": "killed_and_wounded"} | cells
    assert [found[:2] for found in kinds_of(QUOTED, row)] == sorted(expected)


def test_groups_of_one_body_are_no_change():
    made = one_claim(QUOTED)
    assert changes.kinds("affected_group_id", "west-battalion", "west-brigade", made) == []
    assert changes.kinds("affected_group_id", "west-brigade", "east-ministry", made) == ["group_changed"]


def test_a_span_of_which_the_top_is_kept_is_another_number():
    made = one_claim(QUOTED)
    assert changes.kinds("count", "40..60", "60", made) == ["number_changed"]
    assert changes.kinds("count", "~40..60", "40..60", made) == ["qualifier_dropped"]


def test_without_a_reference_nothing_is_directed():
    assert kinds_of(people("c", "daily", "40"), people("c", "times", ">40")) == [("sources_differ", "count", "none")]


def test_rows_nobody_read_again_stay_out_and_are_counted():
    made = one_claim(QUOTED, people("c", "daily", "40", entry_status="imported"))
    found = drift.drift(made)
    rates = drift.rates(found, made)
    assert found.empty
    assert rates[["n_reports_compared", "n_reports_left_out"]].iloc[0].tolist() == [1, 1]


def test_an_imported_quotation_is_no_reference_for_drift():
    assert kinds_of(QUOTED | {"entry_status": "imported"}, people("c", "daily", "40")) == []


def test_a_nameless_claimant_was_dropped():
    made = frames(
        sources=[source("daily")], statements=[statement("s", "west-brigade")], claims=[claim("c", "s")],
        casualties=[people("c", "daily", "40")],
    )  # fmt: skip
    made["casualties"]["claimant_id"] = None
    assert derive.tables(made, PARAMS)["drift"]["kind"].tolist() == ["claimant_dropped"]


def test_a_computed_figure_is_told_and_nothing_else_about_it():
    assert kinds_of(QUOTED, people("c", "daily", "99", arithmetic="source")) == [("figure_computed", "count", "none")]


@pytest.mark.parametrize(("read", "kind"), [("full", "omitted"), ("partial", "not_known")])
def test_a_figure_left_out(read, kind):
    made = book(
        sources=[source("times"), source("daily", read=read)],
        statements=[statement("s", "west-brigade")],
        claims=[claim("c", "s"), claim("d", "s")],
        casualties=[QUOTED, people("d", "daily", "7"), people("d", "times", "7", wording="quotation")],
    )
    found = drift.drift(made)
    assert found[["kind", "claim_id", "source_id", "reference"]].to_numpy().tolist() == [[kind, "c", "daily", ">40"]]


def test_nothing_is_omitted_where_nothing_settles_the_claim():
    made = book(
        sources=[source("times"), source("daily")],
        statements=[statement("s", "west-brigade")],
        claims=[claim("c", "s"), claim("d", "s")],
        casualties=[people("c", "times", "40"), people("d", "daily", "7")],
    )
    assert drift.drift(made).empty


def test_a_headline_is_held_against_the_pages_own_quotation():
    headline = people("c", "daily", "40", wording="headline")
    quotation = people("c", "daily", ">40", wording="quotation")
    other = people("c", "times", ">50", wording="quotation")
    found = kinds_of(headline, quotation, other)
    assert ("qualifier_dropped", "count", "own_quotation") in found


# --- support ----------------------------------------------------------------------------------------------


def supported(*pairs, event="strike", relations=(), **said):
    """Support of the first claim among pairs (claimant, row); each row is a claim of its own statement."""
    made = contested(*pairs, event=event, relations=relations, **said)
    return support(made, meant.every(made, WORTH)).set_index("claim_id").loc["c0"]


def contested(*pairs, event="strike", relations=(), stated=(), basis=(), relies_on=(), measure="people"):
    n = range(len(pairs))
    days = dict(enumerate(stated))
    said = [
        statement(
            f"s{i}", pairs[i][0], stated_on=days.get(i, "2023-05-21"), basis=dict(basis).get(i, "unstated"),
            relies_on=dict(relies_on).get(i, ""),
        )
        for i in n
    ]  # fmt: skip
    rows = [row | {"claim_id": f"c{i}", "report_id": f"r{i}", "source_id": "daily"} for i, (_, row) in enumerate(pairs)]
    table = "advances" if "movement" in pairs[0][1] else "proportions" if "ratio" in pairs[0][1] else "casualties"
    return book(
        sources=[source("daily")], statements=said, claims=[claim(f"c{i}", f"s{i}", event, measure) for i in n],
        relations=[{"relation_id": f"x{i}", "said_by": "claimant"} | row for i, row in enumerate(relations)],
        **{table: rows},
    )  # fmt: skip


def n(count, **cells):
    return people("c", "daily", count, **cells)


def test_the_other_party_with_a_compatible_figure_is_a_root_and_loses_by_it():
    row = supported(("west-staff", n(">=60")), ("east-ministry", n("63")))
    assert (row["n_roots"], row["n_control_groups"]) == (2, 2)
    assert row["opposing_side_claim_ids"] == row["losing_side_claim_ids"] == "c1"
    assert not row["is_against_own_side"]


def test_an_incompatible_figure_supports_nothing():
    assert supported(("west-staff", n("400")), ("east-ministry", n("63")))["n_roots"] == 1


def test_a_minister_is_no_other_root_than_the_ministry():
    assert supported(("east-ministry", n("63")), ("east-minister", n("63")))["n_roots"] == 1


def test_one_state_has_many_voices_and_one_control():
    row = supported(("west-staff", n("63")), ("west-brigade", n("63")))
    assert (row["n_roots"], row["n_control_groups"], row["same_side_claim_ids"]) == (2, 1, "c1")


@pytest.mark.parametrize(
    ("basis", "relies_on", "column", "roots"),
    [
        ("imagery_geolocated", "", "third_party_first_hand_claim_ids", 2),
        ("unstated", "", "third_party_unstated_claim_ids", 2),
        ("document", "east-ministry", "third_party_on_party_claim_ids", 2),
        ("document", "west-staff", "", 1),
    ],
)
def test_third_parties_are_told_apart(basis, relies_on, column, roots):
    row = supported(("west-staff", n("63")), ("monitor", n("63")), basis=[(1, basis)], relies_on=[(1, relies_on)])
    columns = [name for name in row.index if name.startswith("third_party") and row[name]]
    assert (columns, row["n_roots"]) == ([column] if column else [], roots)


def test_a_claim_against_ones_own_side():
    assert supported(("east-ministry", n("63")))["is_against_own_side"]


def test_a_confirmation_is_a_root_and_our_own_link_is_not():
    link = {"from_statement_id": "s1", "relation": "confirms", "to_id": "c0"}
    pairs = (("east-ministry", n("63")), ("west-staff", n("", category="wounded")))
    assert supported(*pairs, relations=[link])["n_roots"] == 2
    assert supported(*pairs, relations=[link | {"said_by": "editor"}])["n_roots"] == 1


def test_the_sentence_counts_pages_origins_and_roots():
    made = one_claim(*(people("c", name, "40") for name in OUTLETS))
    row = support(made, meant.every(made, WORTH)).iloc[0]
    assert row["support"].startswith("3 pages, 3 origins, one root: ")
    assert row["support"].endswith("nobody else in the ledger says what agrees with it")


# --- contradictions ---------------------------------------------------------------------------------------


def found_between(*pairs, **more):
    made = contested(*pairs, **more)
    return contradictions(made, meant.every(made, WORTH))


def kinds_between(*pairs, **more):
    rows = found_between(*pairs, **more)
    return [(row.kind, row.key_differs) for row in rows.itertuples()]


FIGURES, APART = [("figures", None)], "not_comparable"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (n("400"), n("63"), FIGURES),
        (n(">=60"), n("63"), []),
        (n("500"), n(">500"), []),  # a hedge may not have been printed
        (n("~400"), n("430"), []),
        (n("400", window=""), n("63", window="2023-05"), FIGURES),
        (n("400", window="2023-05-18"), n("63"), []),
        (n("400", category="killed_and_wounded"), n("63"), [(APART, "category")]),
        (n("400", category="wounded"), n("63"), []),
        (n("400", category="losses_as_worded"), n("63", category="losses_as_worded"), [(APART, "category")]),
        (n("400", affected_side="UA"), n("63"), []),
        (n("400", affected_group_id="west-battalion"), n("63", affected_group_id="west-brigade"),
         [(APART, "affected_group_id")]),
        (n("400", modality="likely"), n("63"), [(APART, "modality")]),
        (n("400", modality="likely", category="killed_and_wounded"), n("63"), []),
        (n("400", accumulation="day"), n("63"), [(APART, "accumulation")]),
    ],
)  # fmt: skip
def test_figures_meet_on_every_key_or_in_all_but_one(one, other, expected):
    assert kinds_between(("west-staff", one), ("east-ministry", other)) == expected


def test_claims_about_two_events_never_meet():
    made = contested(("west-staff", n("400")), ("east-ministry", n("63")))
    made.claims["c1"]["event_id"] = "totals"
    assert contradictions(made, meant.every(made, WORTH)).empty


def test_a_later_figure_of_the_same_claimant_is_a_revision():
    row = found_between(("east-ministry", n("89")), ("east-minister", n("63")), stated=("2023-05-22", "2023-05-21"))
    assert row[["kind", "claim_id_a", "claim_id_b"]].to_numpy().tolist() == [["revision", "c1", "c0"]]


def test_a_count_of_names_is_a_floor():
    pair = (("monitor", n("63")), ("west-staff", n("400")))
    assert kinds_between(*pair) == FIGURES
    assert kinds_between(*pair, basis=[(0, "named_individuals")]) == []


def test_pages_that_differ_on_a_key_leave_it_unsettled():
    made = contested(("west-staff", n("400")), ("east-ministry", n("63")))
    made.reports["c0"].append(made.reports["c0"][0] | {"report_id": "r9", "affected_kind": "mixed"})
    assert contradictions(made, meant.every(made, WORTH))["key_differs"].tolist() == ["affected_kind"]


def test_a_qualifier_on_some_pages_only_is_told():
    made = contested(("west-staff", n("400")), ("east-ministry", n("89")))
    made.reports["c1"].append(made.reports["c1"][0] | {"report_id": "r9", "count": ">=89"})
    row = contradictions(made, meant.every(made, WORTH)).iloc[0]
    assert row[["kind", "holds_on_every_reading", "value_b"]].tolist() == ["figures", False, "89; >=89"]


def total(count, window):
    return n(count, accumulation="running_total", window=window, place_ids="", place_scope="war_wide")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (total("400", "../2023-05-01"), total("300", "../2023-05-20"), FIGURES),  # a total cannot fall
        (total("300", "../2023-05-01"), total("400", "../2023-05-20"), []),
        (total("300", "../2023-05-20"), total("400", "../2023-05-20"), FIGURES),
        (total(">300", "../2023-05-01"), total("250..350", "../2023-05-20"), []),
        (total("400", "2022-02-24/2023-05-01"), total("300", "2023-01-01/2023-05-20"), []),
        (total("400", "../2023-05-10"), total("300", "../2023-05"), []),  # may be of 1 May
        (total("400", ""), total("300", "../2023-05-20"), []),  # said on the 21st
        (total("400", ""), total("300", "../2023-05-22"), FIGURES),
    ],
)
def test_running_totals(one, other, expected):
    pair = (("west-staff", one), ("monitor", other))
    assert kinds_between(*pair, event="totals", stated=("2023-05-21", "2023-05-30")) == expected


def test_ratios_meet_on_their_terms():
    pair = (("west-staff", ratio("c", "daily", "7")), ("east-ministry", ratio("c", "daily", "0.5")))
    assert kinds_between(*pair, event="totals", measure="ratio")[0][0] == "figures"
    turned = ratio("c", "daily", "0.5", numerator_side="UA", denominator_side="RU")
    assert kinds_between(pair[0], ("east-ministry", turned), event="totals", measure="ratio") == []


def g(movement, side="RU", **cells):
    return ground("c", "daily", movement, moving_side=side, **cells)


GROUND = [("ground", None)]


@pytest.mark.parametrize(
    ("first", "later", "expected", "agree"),
    [
        (g("capture"), g("hold", "UA"), GROUND, False),
        (g("capture"), g("attack_repelled"), GROUND, False),
        (g("capture"), g("attack_repelled", "UA"), [], False),
        (g("capture"), g("contested", "UA"), GROUND, False),
        (g("capture"), g("withdrawal", "UA", holding_side="UA"), [], True),
        (g("capture"), g("capture"), [], True),
        (g("withdrawal", "UA"), g("hold", "UA"), GROUND, False),
        (g("advance"), g("hold", "UA"), [], False),
        (g("capture"), g("hold", "UA", place_ids="village"), [], False),
        (g("capture"), g("hold", "UA", extent="some_sections"), [(APART, "extent")], False),
        (g("capture", place_ids="town-north", place_scope="part_of_settlement"),
         g("hold", "UA", place_ids="town-north", place_scope="part_of_settlement"), GROUND, False),
        (g("capture", place_ids="town", place_scope="vicinity"),
         g("hold", "UA", place_ids="town", place_scope="vicinity"), [(APART, "place_ids")], False),
        (g("capture", modality="likely"), g("hold", "UA"), [(APART, "modality")], False),
    ],
)  # fmt: skip
def test_the_table_of_ground(first, later, expected, agree):
    pairs = (("company", first), ("west-staff", later))
    more = {"event": "town", "measure": "ground_status", "stated": ("2023-05-20", "2023-05-21")}
    assert kinds_between(*pairs, **more) == expected
    assert (supported(*pairs, **more)["n_roots"] == 2) == agree


def test_a_hold_that_another_page_prints_as_an_attack_repelled_still_meets_a_capture():
    made = contested(
        ("company", g("capture")), ("west-staff", g("hold", "UA")),
        event="town", measure="ground_status", stated=("2023-05-20", "2023-05-21"),
    )  # fmt: skip
    again = {"report_id": "r9", "movement": "attack_repelled", "moving_side": "RU"}
    made.reports["c1"].append(made.reports["c1"][0] | again)
    row = contradictions(made, meant.every(made, WORTH)).iloc[0]
    assert row[["kind", "value_b"]].tolist() == ["ground", "attack_repelled RU or hold UA"]


def test_a_place_held_before_it_is_taken_is_no_contradiction():
    pairs = (("company", g("capture")), ("west-staff", g("hold", "UA")))
    assert kinds_between(*pairs, event="town", measure="ground_status", stated=("2023-05-21", "2023-05-20")) == []


def test_fought_over_and_taken_on_one_day_is_no_contradiction():
    pairs = (("company", g("capture")), ("west-staff", g("contested")))
    assert kinds_between(*pairs, event="town", measure="ground_status") == []


def test_denials_are_told_once_and_with_who_said_them():
    link = {"from_statement_id": "s1", "relation": "denies", "to_id": "c0", "event_id": "strike"}
    rows = found_between(("west-staff", n("63")), ("east-ministry", n("63")), relations=[link, link])
    assert rows[["kind", "claim_id_b", "said_by", "relation_ids"]].to_numpy().tolist() == [
        ["denies", "c0", "claimant", "x0 x1"]
    ]


def test_a_denial_without_a_target_keeps_its_event():
    link = {"from_statement_id": "s0", "relation": "denies", "event_id": "strike"}
    row = found_between(("west-staff", n("63")), relations=[link]).iloc[0]
    assert (row["event_id"], row["statement_id_b"]) == ("strike", None)


def test_a_claim_that_was_taken_back_is_not_current():
    link = {"from_statement_id": "s0", "relation": "retracts", "to_id": "c0"}
    assert kinds_between(("west-staff", n("400")), ("east-ministry", n("63")), relations=[link]) == [("revision", None)]


def test_every_id_of_a_derived_table_is_an_id():
    pairs = (("west-staff", n("400")), ("east-ministry", n("63")))
    assert found_between(*pairs)["contradiction_id"].str.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*").all()
