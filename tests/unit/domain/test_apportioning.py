"""A whole in parts by the method of the largest remainder: worked by hand, and what holds of any parts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrules.domain.apportioning import apportioned

WEIGHTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 10**6), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("whole", "weights", "parts"),
    [
        # thirds of 100: 33.33 each, and the unit that is left goes to the first in the alphabet
        (100, {"a": 1, "b": 1, "c": 1}, {"a": 34, "b": 33, "c": 33}),
        (101, {"c": 1, "b": 1, "a": 1}, {"a": 34, "b": 34, "c": 33}),
        # 1000 by 30:20 has no remainder
        (1000, {"lamp": 3000, "cups": 2000}, {"lamp": 600, "cups": 400}),
        # 2000 by 2:1 is 1333.33 and 666.67
        (2000, {"first": 2, "second": 1}, {"first": 1333, "second": 667}),
        # 10 by 1:2:4 is 1.43, 2.86 and 5.71: the two units left go to 0.86 and 0.71
        (10, {"a": 1, "b": 2, "c": 4}, {"a": 1, "b": 3, "c": 6}),
        (5, {"a": 0, "b": 0}, {"a": 3, "b": 2}),
        (5, {"a": 0, "b": 7}, {"a": 0, "b": 5}),
        (0, {"a": 1, "b": 2}, {"a": 0, "b": 0}),
        (3, {"a": Fraction(1, 3), "b": Fraction(2, 3)}, {"a": 1, "b": 2}),
    ],
)
def test_by_hand(whole: int, weights: dict[str, int], parts: dict[str, int]) -> None:
    """Exact shares, rounded down, and what is left to the largest remainders."""
    assert apportioned(whole, weights) == parts


@given(whole=st.integers(0, 10**9), weights=WEIGHTS)
def test_parts_add_up_and_keep_the_quota(whole: int, weights: dict[str, int]) -> None:
    """The parts are the whole, and none is a unit or more off its exact share."""
    parts = apportioned(whole, weights)
    assert sum(parts.values()) == whole
    for name, part in parts.items():
        exact = Fraction(whole * (weights[name] if any(weights.values()) else 1), sum(weights.values()) or len(weights))
        assert abs(part - exact) < 1


@given(whole=st.integers(0, 10**9), weights=WEIGHTS, data=st.data())
def test_the_order_of_names_does_not_matter(whole: int, weights: dict[str, int], data: st.DataObject) -> None:
    """Named in another order, each has the same part."""
    shuffled = dict(data.draw(st.permutations([*weights.items()])))
    assert apportioned(whole, shuffled) == apportioned(whole, weights)
