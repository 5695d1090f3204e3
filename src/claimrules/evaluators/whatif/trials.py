"""A claim decided again with some facts changed; only what reads them is computed anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from attrs import evolve

from claimrules.core.denote import Val
from claimrules.core.expr import NOW, Expr
from claimrules.core.plan import Plan
from claimrules.core.reads import Reads
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.reference import evaluate_again
from claimrules.evaluators.whatif.decisive import decisive

#: Facts as they are carried, by name; None makes one unknown.
Changes = Mapping[str, int | bool | None]


class Trials:
    """Decides a claim again under changed facts; answers for what is decisive, and its parts.

    Args:
        answers: the claim as it is.
    """

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.now, _ = answers.run(NOW)
        self._reads = reads_of(answers.plan)

    def __call__(self, changes: Changes) -> Answers:
        """Return the answers with facts changed."""
        facts = self.answers.facts
        values = {name: value for name, value in {**facts.values, **changes}.items() if value is not None}
        run = evaluate_again(self.answers.run, values, self.now, self._stale(changes))
        return evolve(self.answers, facts=evolve(facts, values=values), run=run)

    def value(self, expr: Expr, name: str, value: int) -> Val:
        """Return (value, known) of one expression with one fact changed."""
        return self({name: value}).run(expr)

    def _stale(self, changes: Collection[str]) -> frozenset[Expr]:
        return frozenset().union(*(self._reads.readers(name) for name in changes))

    def reading(self, name: str, root: Expr | None = None) -> Collection[Expr]:
        """Return every part of an expression, or of all that is decisive, that reads a fact."""
        return self._reads.readers(name) if root is None else self._reads.within(name, root)


class _ById:
    """A plan as a key: two are one only if they are one object, so that comparing costs nothing."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.plan is self.plan


@lru_cache(maxsize=64)
def _reads(plan: _ById) -> Reads:
    return Reads(decisive(plan.plan))


def reads_of(plan: Plan) -> Reads:
    """Return what the decisive expressions of a plan read, worked out once for a plan."""
    return _reads(_ById(plan))
