"""What differs between two answers, by its place in words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrules.replaying.differences import differences

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["kind", "name", "a", "b"]), inner),
)


def found(then: Any, now: Any) -> list[tuple[str, str, str]]:
    """Return place and both values of every difference."""
    return [(one.place, one.then, one.now) for one in differences(then, now)]


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, [("a", "1", "2")]),
        ({"a": True}, {"a": 1}, [("a", "true", "1")]),
        ({"a": 1}, {"a": 1.0}, [("a", "1", "1.0")]),
        ({"a": None}, {}, [("a", "null", "")]),
        ({}, {"a": None}, [("a", "", "null")]),
        ({"a": {"b": {"c": "x"}}}, {"a": {"b": {"c": "y"}}}, [("a, b, c", '"x"', '"y"')]),
        ({"a": ["x", "y"]}, {"a": ["y", "x"]}, [("a", '["x", "y"]', '["y", "x"]')]),
        ({"a": [{"kind": "r", "n": 1}]}, {"a": [{"kind": "r", "n": 2}]}, [("a, r, n", "1", "2")]),
        ({"a": [{"kind": "r"}]}, {"a": []}, [("a, r", '{"kind": "r"}', "")]),
        (
            {"a": [{"name": "x", "n": 1}, {"name": "y"}]},
            {"a": [{"name": "new"}, {"name": "x", "n": 2}, {"name": "y"}]},
            [("a, x, n", "1", "2"), ("a, new", "", '{"name": "new"}')],
        ),
        (
            {"a": [{"name": "x"}, {"name": "y"}]},
            {"a": [{"name": "y"}, {"name": "x"}]},
            [("a, order", '["x", "y"]', '["y", "x"]')],
        ),
        (
            {"a": [{"name": "x", "n": 1}, {"name": "x", "n": 2}]},
            {"a": [{"name": "x", "n": 1}, {"name": "x", "n": 3}]},
            [("a, x (2), n", "2", "3")],
        ),
        (
            {"a": [{"name": "x"}, {"name": "x", "n": 2}, {"name": "x (2)"}]},
            {"a": [{"name": "x"}, {"name": "x", "n": 3}, {"name": "x (2)"}]},
            [("a, x (2), n", "2", "3")],
        ),
        ({"versions": {"tzdata": "1"}, "a": {"versions": 1}}, {"versions": {"tzdata": "2"}, "a": {}}, []),
        ({"a": [{"n": 1}, {"n": 2}]}, {"a": [{"n": 1}, {"n": 3}]}, [("a, part (2), n", "2", "3")]),
        ({"a\n": 1}, {"a\n": 2}, [("a\\n", "1", "2")]),
    ],
)
def test_what_differs(then: Any, now: Any, expected: list[tuple[str, str, str]]) -> None:
    """Parts of lists are told apart by what they are called; one that is new moves no other."""
    assert found(then, now) == expected


def test_in_words() -> None:
    """What is there, was there, or is not there any more; what is long is cut."""
    assert [str(one) for one in differences({"b": 1, "c": "x" * 500}, {"c": "y", "b": 2, "a": 1})] == [
        "b: was 1, is 2",
        f'c: was "{"x" * 158}…, is "y"',
        "a: is new: 1",
    ]
    assert [str(one) for one in differences({"a": 1}, {})] == ["a: is not there any more; was 1"]


@given(PLAIN, PLAIN)
def test_there_is_a_difference_where_something_differs(then: Any, now: Any) -> None:
    """Equal data have none, and data that differ have one at least."""
    assert not found(then, then)
    assert bool(found(then, now)) == (sorted_text(then) != sorted_text(now))


def sorted_text(value: Any) -> str:
    """Return data as text in which the order of keys does not matter."""
    match value:
        case dict():
            return repr(sorted((key, sorted_text(part)) for key, part in value.items()))
        case list():
            return repr([sorted_text(part) for part in value])
    return repr(value)
