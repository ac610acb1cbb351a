"""The notation of quantities: what each cell means, the round trip, and what is refused with which advice."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import vocabulary
from schemas.quantity import LEXICON, Quantity, parse

D = Decimal


@pytest.mark.parametrize(
    ("cell", "qualifier", "low", "high"),
    [
        ("23", "exact", 23, 23),
        ("0", "exact", 0, 0),
        ("~30", "about", None, None),
        ("~200..300", "about", None, None),
        ("~<100", "nearly", None, 99),
        (">40", "more_than", 41, None),
        (">=50", "at_least", 50, None),
        (">=200..300", "at_least", 200, None),
        ("<=100", "up_to", None, 100),
        ("<100", "less_than", None, 99),
        ("350..2000", "between", 350, 2000),
        ("70000|80000", "either", 70000, 80000),
        ("dozens", "dozens", 24, 99),
        ("three_digit", "three_digit", 100, 999),
    ],
)
def test_counts(cell, qualifier, low, high):
    quantity = parse(cell)
    assert (quantity.qualifier, quantity.low, quantity.high) == (qualifier, low, high)
    assert not quantity.low_open and not quantity.high_open


@pytest.mark.parametrize(
    ("cell", "low", "low_open", "high", "high_open"),
    [
        (">700", 700, True, None, False),
        ("<0.5", None, False, D("0.5"), True),
        ("~<2", None, False, 2, True),
        (">=1.8", D("1.8"), False, None, False),
        ("17.4", D("17.4"), False, D("17.4"), False),
    ],
)
def test_measures_exclude_their_bound(cell, low, low_open, high, high_open):
    quantity = parse(cell, whole=False)
    assert (quantity.low, quantity.low_open, quantity.high, quantity.high_open) == (low, low_open, high, high_open)


def test_about_keeps_the_figures_it_names():
    assert parse("~200..300").stated == (200, 300)
    assert parse("dozens").stated == ()


@pytest.mark.parametrize(
    ("cell", "advice"),
    [
        ("many", "as the source words it"),
        ("1,730", "without a separator"),
        ("1 730", "without a separator"),
        ("350-2000", "two dots"),
        ("40+", ">=40"),
        ("2000..350", "lower figure must come first"),
        ("350..350", "must differ"),
        (">200..300", "only ~a..b and >=a..b"),
        ("~70|80", "only ~a..b and >=a..b"),
        ("007", "without leading"),
        ("2.50", "2.5"),
        ("2.5", "whole number"),
        ("<0", "fewer than 0"),
        ("-5", "as the source words it"),
        ("", "as the source words it"),
        ("٢٣", "as the source words it"),
    ],
)
def test_refused_with_advice(cell, advice):
    with pytest.raises(ValueError, match=re.escape(advice)):
        parse(cell, whole=cell != "2.50")


def test_every_qualifier_is_in_the_vocabulary():
    assert set(LEXICON) < set(vocabulary.QUALIFIER)
    cells = ["1", "~1", "~<1", ">1", ">=1", "<=1", "<1", "1..2", "1|2", *LEXICON]
    assert {parse(cell).qualifier for cell in cells} == set(vocabulary.QUALIFIER)


counts = st.integers(0, 10**7).map(D)
measures = st.decimals(0, 10**6, places=3, allow_nan=False, allow_infinity=False).map(lambda d: D(f"{d.normalize():f}"))


def cells(figures):
    plain = figures.map(lambda d: f"{d:f}")
    pair = st.tuples(figures, figures).filter(lambda two: two[0] < two[1])
    span = pair.map(lambda two: f"{two[0]:f}..{two[1]:f}")
    either = pair.map(lambda two: f"{two[0]:f}|{two[1]:f}")
    signed = st.tuples(st.sampled_from(["", "~", ">", ">=", "<="]), plain).map("".join)
    spanned = st.tuples(st.sampled_from(["", "~", ">="]), span).map("".join)
    return st.one_of(signed, spanned, either, st.sampled_from(list(LEXICON)))


@given(st.booleans().flatmap(lambda whole: st.tuples(cells(counts if whole else measures), st.just(whole))))
def test_round_trip(cell_and_whole):
    cell, whole = cell_and_whole
    quantity = parse(cell, whole=whole)
    assert str(quantity) == cell
    assert parse(str(quantity), whole=whole) == quantity


@given(cells(counts))
def test_bounds_never_cross(cell):
    quantity = parse(cell)
    assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@given(st.text(max_size=12))
def test_anything_else_is_refused_or_survives(text):
    try:
        quantity = parse(text)
    except ValueError as error:
        assert str(error)
    else:
        assert isinstance(quantity, Quantity) and str(quantity) == text
