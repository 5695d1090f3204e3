"""Moments keep to their bounds, and comparisons are known as soon as the bounds tell."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given

from claimrules.core.build import at_most
from claimrules.core.expr import NOW, Expr, Fact, Lit
from claimrules.core.moment import Moment, earliest_of, event, fixed, latest_of, not_after, reached
from claimrules.domain.types import ALWAYS, NEVER
from tests.unit.core.expressions import completions, moments, partial_facts, value

X, Y = event("x"), event("y")


def test_an_unknown_event_can_be_at_any_time() -> None:
    """Its bounds are all of time."""
    assert (value(X.earliest, {}), value(X.exact, {}), value(X.latest, {})) == (ALWAYS, None, NEVER)
    assert (value(X.earliest, {"x": 5}), value(X.latest, {"x": 5})) == (5, 5)


def test_earliest_of_passes_over_what_never_comes() -> None:
    """An event that has not happened stands at infinity."""
    assert value(earliest_of([X, Y]).exact, {"x": NEVER, "y": 5}) == 5
    assert value(latest_of([X, Y]).exact, {"x": NEVER, "y": 5}) == NEVER


def test_bounds_tell_what_one_event_alone_can() -> None:
    """The earliest of a known and an unknown event is not after the known one; the latest not before it."""
    assert value(earliest_of([X, Y]).latest, {"x": 5}) == 5
    assert value(latest_of([X, Y]).earliest, {"x": 5}) == 5
    assert value(reached(earliest_of([X, Y]), Lit(5)), {"x": 5}) is True
    assert value(reached(latest_of([X, Y]), Lit(4)), {"x": 5}) is False
    assert value(reached(latest_of([X, Y]), Lit(5)), {"x": 5}) is None


def test_reached_includes_the_instant_itself() -> None:
    """A moment is reached at its own instant, not one before."""
    assert value(reached(fixed(3), Lit(3)), {}) is True
    assert value(reached(fixed(4), Lit(3)), {}) is False
    assert value(not_after(fixed(3), fixed(3)), {}) is True
    assert value(not_after(fixed(3), fixed(2)), {}) is False


@given(moments, partial_facts)
def test_every_completion_lies_within_the_bounds(moment: Moment, facts: Mapping[str, int]) -> None:
    """The exact instant is never outside what was said before it was known."""
    lowest, highest = value(moment.earliest, facts), value(moment.latest, facts)
    assert lowest is not None
    assert highest is not None
    for whole in completions(facts):
        exact = value(moment.exact, whole)
        assert exact is not None
        assert lowest <= exact <= highest


@given(moments, moments, partial_facts)
def test_comparisons_agree_with_every_completion(a: Moment, b: Moment, facts: Mapping[str, int]) -> None:
    """A comparison that is known has that value however the facts are completed."""
    plain: dict[Expr, Expr] = {
        reached(a, NOW): at_most(a.exact, NOW),
        not_after(a, b): at_most(a.exact, b.exact),
        reached(a, Fact("y")): at_most(a.exact, Fact("y")),
    }
    for comparison, meaning in plain.items():
        answer = value(comparison, facts)
        assert answer is None or all(value(meaning, whole) == answer for whole in completions(facts))
