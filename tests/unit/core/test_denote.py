"""The meaning of the seven nodes, in three values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given

from claimrules.core.build import at_most, definitely
from claimrules.core.denote import Denotation
from claimrules.core.expr import NO, YES, And, Apply, Expr, Fact, If, IsKnown, Lit, Or
from claimrules.core.missing import missing
from claimrules.core.ops.order import AT_MOST, NOT
from claimrules.evaluators.reference import PythonKernel, evaluate
from tests.unit.core.expressions import completions, conditions, integers, partial_facts, value

P = Fact("p", is_truth=True)
Q = Fact("q", is_truth=True)
X = Fact("x")
UNKNOWN = None
TRUTHS: tuple[bool | None, ...] = (True, False, UNKNOWN)


def known(**facts: bool | int | None) -> dict[str, Any]:
    """Return the facts that are not None."""
    return {name: fact for name, fact in facts.items() if fact is not None}


@pytest.mark.parametrize("p", TRUTHS)
@pytest.mark.parametrize("q", TRUTHS)
def test_and(p: bool | None, q: bool | None) -> None:
    """Kleene: no wins over unknown, unknown over yes."""
    expected = False if False in (p, q) else UNKNOWN if None in (p, q) else True
    assert value(And((P, Q)), known(p=p, q=q)) is expected


@pytest.mark.parametrize("p", TRUTHS)
@pytest.mark.parametrize("q", TRUTHS)
def test_or(p: bool | None, q: bool | None) -> None:
    """Kleene: yes wins over unknown, unknown over no."""
    expected = True if True in (p, q) else UNKNOWN if None in (p, q) else False
    assert value(Or((P, Q)), known(p=p, q=q)) is expected


@pytest.mark.parametrize(("p", "expected"), [(True, False), (False, True), (UNKNOWN, UNKNOWN)])
def test_not(p: bool | None, expected: bool | None) -> None:
    """Not unknown is unknown."""
    assert value(Apply(NOT, (P,)), known(p=p)) is expected


@pytest.mark.parametrize(
    ("p", "x", "expected"),
    [
        (True, 3, 3),
        (False, 3, 7),
        (UNKNOWN, 3, UNKNOWN),
        (UNKNOWN, 7, 7),
        (True, UNKNOWN, UNKNOWN),
        (False, UNKNOWN, 7),
    ],
)
def test_if(p: bool | None, x: int | None, expected: int | None) -> None:
    """The side that is not taken does not matter; without a condition only equal sides are known."""
    assert value(If(P, X, Lit(7)), known(p=p, x=x)) == expected


def test_if_of_truths() -> None:
    """The same holds of yes and no."""
    assert value(If(P, Q, YES), known(q=True)) is True
    assert value(If(P, Q, YES), known(q=False)) is UNKNOWN


def test_strict_operations_need_all_they_read() -> None:
    """Comparing with unknown is unknown, even where every value would do."""
    assert value(Apply(AT_MOST, (X, X)), {}) is UNKNOWN
    assert value(Apply(AT_MOST, (X, Lit(5))), known(x=5)) is True


@pytest.mark.parametrize(("x", "expected"), [(3, True), (UNKNOWN, False)])
def test_is_known_is_always_known(x: int | None, expected: bool) -> None:
    """Whether something is known is known."""
    assert value(IsKnown(X), known(x=x)) is expected
    assert value(definitely(at_most(X, Lit(5))), known(x=x)) is expected


def test_equal_nodes_are_one() -> None:
    """Making a node twice gives the same object; yes is not one."""
    assert And((P, Apply(NOT, (Q,)))) is And((P, Apply(NOT, (Q,))))
    assert Lit(1) is not Lit(value=True)
    assert Lit(0) is not NO


class Counting(PythonKernel):
    """A kernel that counts comparisons."""

    compared = 0

    def le(self, a: int, b: int) -> bool:
        """Count and compare."""
        self.compared += 1
        return super().le(a, b)


def test_a_shared_part_is_computed_once() -> None:
    """What many refer to costs once."""
    kernel = Counting()
    part: Expr = at_most(X, Lit(5))
    for _ in range(50):
        part = And((part, Or((part, Apply(NOT, (part,))))))
    assert Denotation(kernel, {"x": (3, True)})(part) == (True, True)
    assert kernel.compared == 1


@given(conditions, partial_facts)
def test_a_known_answer_holds_whatever_is_added(expr: Expr, facts: Mapping[str, int]) -> None:
    """What is known on some facts is so on every completion of them."""
    answer = value(expr, facts)
    assert answer is None or all(value(expr, whole) == answer for whole in completions(facts))


@given(integers | conditions, partial_facts)
def test_missing_names_only_what_is_missing_and_enough_of_it(expr: Expr, facts: Mapping[str, int]) -> None:
    """An unknown expression blames facts that were not given; adding all of these makes it known."""
    blamed = missing(expr, evaluate(facts, 0))
    assert (value(expr, facts) is None) == bool(blamed)
    assert not set(blamed) & set(facts)
    added = {**facts, **dict.fromkeys(blamed, 1)}
    assert value(expr, added) is not None or missing(expr, evaluate(added, 0))


def test_missing_leaves_out_what_cannot_matter() -> None:
    """A fact of a branch that is not taken, or beside a known yes, is not asked."""
    assert missing(If(P, X, Fact("y")), evaluate({"p": True}, 0)) == ("x",)
    assert missing(Or((P, Q)), evaluate({"p": True}, 0)) == ()
    assert missing(And((P, Q)), evaluate({"p": True}, 0)) == ("q",)
