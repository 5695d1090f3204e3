"""Where days are counted: a time zone or a calendar that the policy names, or that a fact tells."""

from __future__ import annotations

from attrs import frozen

from claimrules.core.build import choose
from claimrules.core.expr import Expr, Fact, IsKnown, Lit
from claimrules.domain.carriers import ANY


@frozen
class Where:
    """A time zone or a calendar as evaluators carry it: a constant, or a fact that tells it.

    Args:
        value: the carrier; unknown while the fact is.
        bound: the same, but `ANY` where it is not known.
    """

    value: Expr
    bound: Expr

    @property
    def is_constant(self) -> bool:
        """Whether no fact tells it."""
        return isinstance(self.value, Lit)


def constant(code: int) -> Where:
    """Return a zone or calendar that stands in the policy."""
    return Where(Lit(code), Lit(code))


def told_by(fact: str) -> Where:
    """Return a zone or calendar that a fact tells."""
    return Where(Fact(fact), choose(IsKnown(Fact(fact)), Fact(fact), Lit(ANY)))
