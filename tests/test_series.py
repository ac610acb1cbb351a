"""The real series: what was found in the figures when they were taken over, so that a change of them is noticed."""

from pathlib import Path

import pytest

from analysis import ledger, published, tables
from analysis.report import rows
from schemas import SERIES, vocabulary
from schemas.cells import typed
from schemas.columns import columns_of

DATA = Path(__file__).resolve().parents[1] / "data"


def series(name):
    raw, bad = tables.read_raw(tables.path_of(DATA, name, tables.SERIES))
    frame, faults = typed(raw, columns_of(SERIES[name]), name)
    assert not bad and not faults
    return frame


def anomalies(name, kind):
    frame = series("anomalies")
    return frame[(frame["series"] == name) & (frame["kind"] == kind)]


def test_every_series_is_named_in_the_vocabulary():
    assert list(vocabulary.SERIES_NAME) == list(SERIES)
    assert set(vocabulary.LAYERS_OF) == set(vocabulary.MAPPER)
    assert {layer for layers in vocabulary.LAYERS_OF.values() for layer in layers} == set(vocabulary.LAYER)


def test_every_series_has_an_origin_file_with_its_licence():
    origins = ledger.origins(DATA)
    assert origins["general_staff_losses"].licence == "MIT"
    assert "Petro Ivaniuk" in origins["general_staff_losses"].notice
    assert all("not republished" in origins[name].changes for name in ("control_area", "settlement_control"))


# --- the running total ------------------------------------------------------------------------------------


def test_the_total_has_every_day_and_eleven_disagreements():
    frame = series("general_staff_losses")
    assert (len(frame), frame["date"].iloc[0], frame["date"].iloc[-1]) == (1641, "2022-02-24", "2026-08-22")
    disagree = frame.loc[frame["n_agree"] < frame["n_transcriptions"], "date"].tolist()
    assert len(disagree) == 11
    assert disagree == anomalies("general_staff_losses", "transcriptions_disagree")["from"].tolist()


@pytest.mark.parametrize(("day", "figure"), [("2023-01-12", 113390), ("2025-05-09", 963270), ("2023-05-20", 202430)])
def test_the_figure_is_that_on_which_two_agree(day, figure):
    frame = series("general_staff_losses").set_index("date")
    assert frame.at[day, "reconciled"] == figure


def test_a_day_without_two_that_agree_has_no_figure():
    frame = series("general_staff_losses")
    assert frame.loc[frame["reconciled"].isna(), "date"].tolist() == ["2022-02-24", "2023-12-07"]


def test_the_total_stands_still_only_where_anomalies_says_so():
    frame = series("general_staff_losses").dropna(subset="reconciled")
    still = frame.loc[frame["reconciled"].diff() == 0, "date"]
    stale = anomalies("general_staff_losses", "stale_figure")
    stale = stale[stale["part"].isna()]
    assert len(still) == 7
    assert all(((stale["from"] <= day) & (day <= stale["to"])).any() for day in still)


# --- people -----------------------------------------------------------------------------------------------


def test_named_dead_are_weekly_and_without_a_gap():
    frame = series("named_dead")
    assert (len(frame), frame["iso_week"].iloc[0], frame["iso_week"].iloc[-1]) == (201, "2022-W08", "2025-W52")
    assert frame["named_now"].sum() == 205470
    assert frame["probate_estimate"].count() == 176


def test_one_body_has_one_spelling():
    frame = series("outside_estimates")
    known = frame.dropna(subset="actor_id")
    assert known.groupby("actor_id")["body"].nunique().max() == 1
    assert known.groupby("body")["actor_id"].nunique().max() == 1
    assert (len(frame), frame["body"].nunique()) == (124, 26)


def test_repeated_estimates_have_the_figure_of_the_series_they_repeat():
    frame = series("outside_estimates").dropna(subset="repeats")
    monthly = series("uk_mod_monthly").set_index("month")["cumulative"]
    daily = series("general_staff_losses").set_index("date")["reconciled"]
    known = {f"uk_mod_monthly:{month}": figure for month, figure in monthly.items()}
    known |= {f"general_staff_losses:{day}": figure for day, figure in daily.items()}
    assert len(frame) == 35
    assert [known[point] for point in frame["repeats"]] == frame["estimate"].tolist()


def test_the_monthly_sum_adds_up():
    frame = series("uk_mod_monthly")
    assert frame["month_total"].cumsum().tolist() == frame["cumulative"].tolist()


# --- maps -------------------------------------------------------------------------------------------------


def area(mapper, layer):
    frame = series("control_area")
    chosen = frame[(frame["mapper"] == mapper) & (frame["layer"] == layer)]
    return chosen.set_index("date")["area_km2"]


def test_what_the_map_showed_around_the_first_statement():
    liberated = area("deepstate", "liberated")
    assert [liberated[f"2023-05-{day}"] for day in (10, 19, 21, 24)] == [0, 17.394, 18.564, 20.412]
    assert "2023-05-20" not in liberated and "2023-05-23" not in liberated


def test_every_day_without_a_map_is_an_anomaly():
    frame = series("control_area")
    gaps = anomalies("control_area", "no_snapshot")
    assert gaps["part"].value_counts().to_dict() == {"deepstate": 93, "isw": 1}
    for part, begins, ends in gaps[["part", "from", "to"]].itertuples(index=False):
        days = frame.loc[frame["mapper"] == part, "date"]
        assert not ((begins <= days) & (days <= ends)).any()


def test_layers_drawn_anew_are_told():
    advance, control = area("isw", "ru_advance"), area("isw", "ru_control")
    assert advance["2023-05-19"] - advance["2023-05-20"] == pytest.approx(39.318)
    assert control["2023-06-04"] - control["2023-06-05"] == pytest.approx(83.086)
    told = anomalies("control_area", "layers_redrawn")
    assert told["from"].tolist() == ["2023-05-20", "2023-06-05"]


def test_defective_maps_are_told_for_areas_and_settlements():
    for name in ("control_area", "settlement_control"):
        told = anomalies(name, "defective_map")
        assert told[["from", "to"]].to_numpy().tolist() == [["2023-10-24", "2023-10-30"], ["2023-12-09", "2023-12-11"]]
        assert told["omit_from_trend"].all()


def test_the_report_finds_a_row_of_a_series_by_its_key():
    folder = DATA / "published"
    found = rows.Rows({name: published.load(name, folder) for name in SERIES}, published.package(folder), {})
    assert found.cell("general_staff_losses:2023-05-20", "reconciled") == 202430
    assert found.cell("named_dead:2023-W20", "named_now") == 739
    assert found.cell("control_area:deepstate:2023-05-21:liberated", "area_km2") == 18.564
