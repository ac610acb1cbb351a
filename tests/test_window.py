"""Dates and windows: their first and last day, and what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.window import parse_date, parse_window


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023-05-20", "2023-05-20", "2023-05-20"),
        ("2023-05", "2023-05-01", "2023-05-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-05~", "2023-05-01", "2023-05-31"),
        ("2023-05-18/2023-05-21", "2023-05-18", "2023-05-21"),
        ("2022-08/2023-05", "2022-08-01", "2023-05-31"),
        ("../2023-05-21", None, "2023-05-21"),
        ("2022-02-24/..", "2022-02-24", None),
    ],
)
def test_first_and_last_day(text, start, end):
    window = parse_window(text)
    assert (window.start and str(window.start), window.end and str(window.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2023-02-30", "no such date"),
        ("2023-13", "no such date"),
        ("2023-05-21/2023-05-18", "ends before it begins"),
        ("../..", "EDTF"),
        ("2023-5-1", "EDTF"),
        ("20.05.2023", "EDTF"),
        ("2023-05-18/", "EDTF"),
        ("2023-05-18/2023-05-20/2023-05-21", "EDTF"),
        ("May 2023", "EDTF"),
    ],
)
def test_refused(text, says):
    with pytest.raises(ValueError, match=says):
        parse_window(text)


def test_an_interval_is_no_date():
    with pytest.raises(ValueError, match="one date"):
        parse_date("2023-05-18/2023-05-21")


days = st.dates(date(2014, 1, 1), date(2030, 12, 31))


@given(days, st.integers(0, 900))
def test_intervals_keep_their_ends(start, length):
    end = start + timedelta(days=length)
    window = parse_window(f"{start}/{end}")
    assert (window.start, window.end) == (start, end)


@given(days, st.integers(1, 900))
def test_reversed_intervals_are_refused(start, length):
    with pytest.raises(ValueError, match="before it begins"):
        parse_window(f"{start + timedelta(days=length)}/{start}")
