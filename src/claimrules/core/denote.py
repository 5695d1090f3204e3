"""Expr × kernel × inputs → (value, known): the whole semantics of the core."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, assert_never

from claimrules.core.expr import And, Apply, Expr, Fact, If, IsKnown, Lit, Or, parts_of
from claimrules.core.kernel import Kernel

#: A carrier's value, and a yes or no that tells whether to believe it.
Val = tuple[Any, Any]


class Denotation:
    """One evaluation: an expression shared by many is computed once, its parts before it, without recursion.

    Args:
        kernel: the evaluator's primitives.
        facts: input name → (value, known). An input that is not there is missing.
    """

    def __init__(self, kernel: Kernel[Any, Any], facts: Mapping[str, Val]) -> None:
        self._k = kernel
        self._facts = facts
        self._done: dict[Expr, Val] = {}

    def changed(self, facts: Mapping[str, Val], stale: AbstractSet[Expr]) -> Denotation:
        """Return an evaluation of other inputs; what is not stale comes out as here and is not computed again.

        Args:
            facts: the inputs.
            stale: every expression that reads one of those inputs that are not as here.
        """
        return _Changed(self._k, facts, self, stale)

    def __call__(self, expr: Expr) -> Val:
        """Return (value, known) of an expression."""
        if expr not in self._done:
            self._settle(expr)
        return self._done[expr]

    def _settle(self, expr: Expr) -> None:
        waiting = [expr]
        while waiting:
            last = waiting[-1]
            first = [part for part in parts_of(last) if self._waits(part)]
            if first and last not in self._done:
                waiting += first
                continue
            waiting.pop()
            if last not in self._done:
                self._done[last] = self._denote(last)

    def _waits(self, expr: Expr) -> bool:
        return expr not in self._done

    def _denote(self, expr: Expr) -> Val:
        k = self._k
        match expr:
            case Lit(value):
                return (k.boolean(value) if isinstance(value, bool) else k.integer(value)), k.boolean(True)
            case Fact(name, is_truth):
                nothing = k.boolean(False) if is_truth else k.integer(0)
                return self._facts.get(name, (nothing, k.boolean(False)))
            case Apply(op, args):
                values = [self(arg) for arg in args]
                known = k.boolean(True)
                for _, is_known in values:
                    known = k.both(known, is_known)
                return op.meaning(k, *(value for value, _ in values)), known
            case And(parts):
                return self._kleene(parts, winner=False)
            case Or(parts):
                return self._kleene(parts, winner=True)
            case If():
                return self._if(expr)
            case IsKnown(part):
                return self(part)[1], k.boolean(True)
            case _:
                assert_never(expr)

    def _kleene(self, parts: tuple[Expr, ...], *, winner: bool) -> Val:
        k = self._k
        won, all_known = k.boolean(False), k.boolean(True)
        for part in parts:
            value, known = self(part)
            won = k.either(won, k.both(known, value if winner else k.negate(value)))
            all_known = k.both(all_known, known)
        return (won if winner else k.negate(won)), k.either(won, all_known)

    def _if(self, expr: If) -> Val:
        k = self._k
        (condition, known), (a, a_known), (b, b_known) = map(self, (expr.condition, expr.then, expr.otherwise))
        choose = k.choose_truth if expr.is_truth else k.choose
        same = k.either(k.both(a, b), k.both(k.negate(a), k.negate(b))) if expr.is_truth else k.eq(a, b)
        agreed = k.both(k.both(a_known, b_known), same)
        return choose(condition, a, b), k.choose_truth(known, k.choose_truth(condition, a_known, b_known), agreed)


class _Changed(Denotation):
    """An evaluation beside another one, from which it takes what has not changed."""

    def __init__(
        self, kernel: Kernel[Any, Any], facts: Mapping[str, Val], before: Denotation, stale: AbstractSet[Expr]
    ) -> None:
        super().__init__(kernel, facts)
        self._before = before
        self._stale = stale

    def __call__(self, expr: Expr) -> Val:
        return super().__call__(expr) if expr in self._stale else self._before(expr)

    def _waits(self, expr: Expr) -> bool:
        return expr in self._stale and expr not in self._done
