"""Losses, wounded per killed, rounding and delays: rows for which each rule holds, and rows for which it does not."""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from small_books import ACTORS, PARAMS, WORTH, book, claim, frames, people, source, statement
from small_series import anomaly, series

from analysis import ledger, params
from analysis.evidence import delays, derive, intervals, losses, meant, rounding, wounded
from schemas import vocabulary

DATA = Path(__file__).resolve().parents[1] / "data"


def total(day, one, other="", reconciled=None):
    """A day of the running total in two transcriptions; the reconciled figure is the first unless told otherwise."""
    return {"date": day, "personnel_petroivaniuk": one, "personnel_orc_losses": other or one, "n_transcriptions": 3,
            "n_agree": 2, "reconciled": one if reconciled is None else reconciled}  # fmt: skip


def week(iso_week, now, **lists):
    return {"iso_week": iso_week, "named_now": now} | lists


# 2023-W20 is 15 to 21 May.
WEEK = [week("2023-W20", 500, named_end_2023=250, probate_low=800, probate_estimate=900, probate_high=1000)]


def weekly(*totals, told=(), weeks=WEEK):
    made = series(general_staff_losses=list(totals), named_dead=weeks, anomalies=list(told))
    return losses.weekly(made).set_index("beside")


# --- increments and ratios --------------------------------------------------------------------------------


def test_a_weeks_increment_stands_beside_each_list_and_the_estimate():
    frame = weekly(total("2023-05-14", 1000), total("2023-05-21", 5000))
    assert frame.index.tolist() == ["named_end_2023", "named_now", "probate"]
    assert frame["increment_low"].unique().tolist() == frame["increment_high"].unique().tolist() == [4000]
    assert frame["ratio_low"].tolist() == [16, 8, 4] and frame["ratio_high"].tolist() == [16, 8, 5]


def test_where_transcriptions_disagree_both_count():
    frame = weekly(total("2023-05-14", 1000), total("2023-05-21", 5000, 5500))
    assert frame.loc["named_now", ["increment_low", "increment_high"]].tolist() == [4000, 4500]
    assert "transcriptions have 5000 and 5500" in frame.loc["named_now", "increment_note"]


def test_a_day_without_a_reconciled_total_is_bounded_by_the_days_around():
    days = [total("2023-05-14", 1000), total("2023-05-20", 4600), total("2023-05-21", 9999, reconciled="")]
    frame = weekly(*days, total("2023-05-22", 5200))
    assert frame.loc["named_now", ["increment_low", "increment_high"]].tolist() == [3600, 4200]
    assert "bounded by the days around" in frame.loc["named_now", "increment_note"]


def test_a_week_that_begins_before_the_total_is_left_blank_and_that_is_said():
    row = weekly(total("2023-05-16", 1000), total("2023-05-21", 5000)).loc["named_now"]
    assert pd.isna(row["increment_low"]) and pd.isna(row["ratio_low"])
    assert "left blank" in row["increment_note"]


def test_a_list_that_does_not_have_the_week_has_no_row():
    assert "named_end_2022" not in weekly(total("2023-05-14", 1), total("2023-05-21", 2)).index


def test_anomalies_of_either_series_on_these_days_are_told():
    told = [
        anomaly("named_dead", "named_now", "2023-05-20", "2023-06-30", "incomplete_weeks"),
        anomaly("named_dead", "probate_estimate", "2023-05-20", "2023-05-20", "bounds_swapped"),
        anomaly("general_staff_losses", "", "2023-06-01", "2023-06-01", "stale_figure"),
    ]
    frame = weekly(total("2023-05-14", 1), total("2023-05-21", 2), told=told)
    assert frame["anomalies"].fillna("").tolist() == ["", "incomplete_weeks", "bounds_swapped"]
    assert frame["omit_from_trend"].tolist() == [False, True, True]


def test_weeks_astride_a_month_make_an_interval():
    weeks = [week(f"2023-W{n:02}", 100) for n in range(17, 24)]  # 24 April to 11 June
    days = [total("2023-04-30", 1000), total("2023-05-31", 5000)]
    average = {"month": "2023-05", "daily_average": 100, "month_total": 3100, "cumulative": 3100, "actor_id": "x"}
    made = series(general_staff_losses=days, named_dead=weeks, uk_mod_monthly=[average])
    frame = losses.monthly(made)
    row = frame[(frame["month"] == "2023-05") & (frame["beside"] == "named_now")].iloc[0]
    assert (row["beside_low"], row["beside_high"]) == (400, 500)
    assert (row["ratio_low"], row["ratio_high"]) == (8, 10)
    row = frame[frame["beside"] == "daily_average"].iloc[0]
    assert (row["beside_low"], row["beside_high"]) == (3084.5, 3115.5)
    assert not len(frame[(frame["month"] == "2023-04") & (frame["beside"] == "named_now")])  # weeks are missing


def test_every_comparison_says_why_it_is_not_like_for_like():
    assert set(vocabulary.NOT_LIKE_FOR_LIKE) == set(vocabulary.BESIDE)
    frame = weekly(total("2023-05-14", 1000), total("2023-05-21", 5000))
    assert "killed and wounded" in frame.loc["named_now", "not_like_for_like"]
    assert frame.loc["probate", "not_like_for_like"] == vocabulary.NOT_LIKE_FOR_LIKE["probate"]


# --- wounded per killed -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("killed", "hurt", "expected"),
    [
        ("23", ">40", (1.78, None)),  # at least 41 wounded
        ("23", "40", (1.74, 1.74)),
        (">=50", "<=100", (None, 2)),
        ("20..25", "50..60", (2, 3)),
        ("0", "10", (None, None)),
        (">=0", "10", (None, None)),
        ("10", "0", (0, 0)),
    ],
)
def test_wounded_per_killed_is_an_interval(killed, hurt, expected):
    one, other = (intervals.of(cell, WORTH, whole=True) for cell in (killed, hurt))
    assert wounded.wounded_per_killed(one, other) == expected


def pairs(killed=None, hurt=None, said="s"):
    made = book(
        sources=[source("daily")],
        statements=[statement("s", "west-brigade"), statement("t", "west-brigade")],
        claims=[claim("k", "s"), claim("w", said, **({"event_id": "totals"} if (hurt or {}).pop("other", 0) else {}))],
        casualties=[people("k", "daily", "10", **(killed or {})),
                    people("w", "daily", "30", category="wounded", **(hurt or {}))],
    )  # fmt: skip
    return wounded.killed_to_wounded(made, meant.every(made, WORTH))


def test_a_statement_that_gives_both_makes_a_pair():
    row = pairs().iloc[0]
    assert (row["wounded_per_killed_low"], row["wounded_per_killed_high"]) == (3, 3)
    assert (row["killed_claim_id"], row["wounded_claim_id"]) == ("k", "w")


@pytest.mark.parametrize(
    "hurt",
    [{"affected_side": "UA"}, {"window": "2023-05-19"}, {"accumulation": "period"}, {"affected_group_id": "company"},
     {"place_ids": "village"}, {"other": True}],
)  # fmt: skip
def test_figures_of_different_things_make_no_pair(hurt):
    assert pairs(hurt=hurt).empty


def test_two_statements_make_no_pair():
    assert pairs(said="t").empty


def test_killed_and_wounded_as_one_figure_makes_no_pair():
    assert pairs(killed={"category": "killed_and_wounded"}).empty


# --- rounding ---------------------------------------------------------------------------------------------


def test_each_ending_counts_among_figures_long_enough():
    row = rounding.shares([5, 10, 23, 100, 120, 2000, 2100], 2)
    assert (row["n"], row["n_from_100"], row["n_from_1000"]) == (6, 4, 2)
    assert (row["share_0"], row["share_00"], row["share_000"]) == (0.833, 0.75, 0.5)


def test_below_the_least_n_there_is_no_share():
    assert rounding.shares([10, 20], 3)["share_0"] is None


def claims_of(*counts):
    made = book(
        sources=[source("daily")],
        statements=[statement("s", "west-brigade")],
        claims=[claim(f"c{n}", "s") for n in range(len(counts))],
        casualties=[people(f"c{n}", "daily", count) for n, count in enumerate(counts)],
    )
    return rounding.rounding(made, meant.every(made, WORTH), {}, PARAMS["rounding_least_n"])


def test_a_claimant_with_enough_figures_has_a_row_hedged_or_not():
    assert claims_of("100", ">40", "23").iloc[0]["share_0"] == 0.667


@pytest.mark.parametrize("counts", [("100", "40"), ("100", "40", "20..30"), ("100", "40", "dozens")])
def test_a_claimant_with_too_few_plain_figures_has_none(counts):
    assert claims_of(*counts).empty


def test_the_increments_of_a_daily_total_skip_days_without_one():
    days = [total("2023-05-14", 1000), total("2023-05-15", 1110), total("2023-05-16", 1200, reconciled=""),
            total("2023-05-17", 1500), total("2023-05-18", 1700)]  # fmt: skip
    frame = rounding.rounding(book(claims=[], statements=[]), {}, series(general_staff_losses=days), 2)
    row = frame.set_index("series").loc["general_staff_losses"]
    assert (row["n"], row["share_0"], row["share_00"]) == (2, 1, 0.5)


# --- delays -----------------------------------------------------------------------------------------------

DATED = {"published_on_basis": "page"}


def delayed(*sources, said=None, **cells):
    made = book(
        actors=ACTORS,
        sources=list(sources),
        statements=[statement("s", "west-brigade", **({"stated_on_basis": "page"} | (said or {})))],
        claims=[claim("c", "s"), claim("d", "s")],
        casualties=[people(c, s["source_id"], "10", **cells) for s in sources for c in ("c", "d")],
    )
    return delays.delays(made, PARAMS["delays_least_n"]).set_index("delay_id")


def test_a_page_counts_once_however_many_claims_it_carries():
    pages = [source("daily", **DATED), source("herald", published_on="2023-05-24", **DATED)]
    row = delayed(*pages).loc["event-to-publication-all"]
    assert (row["n"], row["days_least"], row["days_median"], row["days_most"]) == (2, 1, 2.5, 4)
    assert delayed(*pages).loc["statement-to-publication-all", "days_median"] == 1.5


def test_below_the_least_n_there_are_no_quartiles_and_no_group():
    frame = delayed(source("daily", **DATED))
    assert frame.index.tolist() == ["event-to-publication-all", "statement-to-publication-all"]
    assert frame["days_median"].isna().all() and frame["n"].tolist() == [1, 1]


@pytest.mark.parametrize(
    "cells", [{"window": "2023-05"}, {"window": "../2023-05-20"}, {"window_basis": "from_publication"}]
)
def test_a_day_that_no_page_gives_makes_no_delay(cells):
    row = delayed(source("daily", **DATED), **cells).loc["event-to-publication-all"]
    assert row["n"] == 0 and row["n_left_out"] > 0


@pytest.mark.parametrize("basis", ["crawl", "unknown"])
def test_a_day_of_publication_that_is_not_known_makes_no_delay(basis):
    assert delayed(source("daily", published_on_basis=basis))["n"].tolist() == [0, 0]


def test_the_day_of_a_statement_taken_from_the_publication_makes_no_delay():
    frame = delayed(source("daily", **DATED), said={"stated_on_basis": "publication"})
    assert frame.loc["statement-to-publication-all", "n"] == 0


def test_a_page_dated_before_the_day_is_counted_and_kept():
    row = delayed(source("daily", published_on="2023-05-18", **DATED)).loc["event-to-publication-all"]
    assert row["n_before"] == 1


def test_the_share_of_a_years_dead_on_later_lists():
    weeks = [week("2022-W52", 100, named_end_2022=40, named_end_2023=80), week("2023-W01", 50, named_end_2023=5)]
    frame = delays.death_to_name(series(named_dead=weeks)).set_index("naming_id")
    assert frame.loc["2022-named-end-2022", "share_of_named_now"] == 0.4
    assert frame.loc["2022-named-end-2023", ["years_later", "share_of_named_now"]].tolist() == [1, 0.8]
    assert "2023-named-end-2022" not in frame.index


def test_without_series_the_tables_are_empty():
    made = derive.tables(frames(claims=[], statements=[]), PARAMS)
    for name in ("losses_weekly", "losses_monthly", "killed_to_wounded", "rounding", "death_to_name"):
        assert made[name].empty


# --- the real ledger --------------------------------------------------------------------------------------

real = pytest.mark.skipif(not (DATA / "ledger" / "claims.csv").exists(), reason="there is no ledger here")


@cache
def tables():
    return derive.tables(ledger.read(DATA), params.load()["evidence"])


def row_of(table, row_id):
    frame = tables()[table]
    return frame.set_index(frame.columns[0]).loc[row_id]


@real
def test_the_week_of_the_first_statement():
    row = row_of("losses_weekly", "2023-w20-named-now")
    assert (row["increment_low"], row["beside_low"]) == (4280, 739)
    assert row_of("losses_weekly", "2023-w20-named-end-2023")["ratio_low"] > row["ratio_low"]


@real
def test_the_ministrys_averages_follow_the_total_and_say_so():
    row = row_of("losses_monthly", "2023-05-daily-average")
    assert row["ratio_low"] == row["ratio_high"] == 1
    assert "not_independent" in row["anomalies"] and "supports neither" in row["not_like_for_like"]


@real
def test_the_first_statement_has_at_least_so_many_wounded_per_killed_and_no_upper_bound():
    row = row_of("killed_to_wounded", "3ab-2023-05-21-wounded-per-3ab-2023-05-21-killed")
    assert row["wounded_per_killed_low"] == 1.78 and pd.isna(row["wounded_per_killed_high"])


@real
def test_daily_increments_are_rounded_and_counts_of_names_are_not():
    assert row_of("rounding", "general-staff-losses-daily-increments")["share_0"] == 0.996
    assert row_of("rounding", "named-dead-figures")["share_0"] == 0.109


@real
def test_names_come_late():
    assert row_of("death_to_name", "2024-named-end-2024")["share_of_named_now"] == 0.422
    assert row_of("death_to_name", "2022-named-end-2025")["share_of_named_now"] == 0.977
