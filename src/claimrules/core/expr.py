"""The seven core nodes. Two-valued results (`is_truth`) ride on one carrier, all others on the other."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from claimrules.core.op import Op


@frozen(cache_hash=True)
class Lit:
    """A known constant."""

    value: int | bool

    @property
    def is_truth(self) -> bool:
        """Whether it is a yes or no."""
        return isinstance(self.value, bool)


@frozen(cache_hash=True)
class Fact:
    """An input by name; missing when it was not given."""

    name: str
    is_truth: bool = False


@frozen(cache_hash=True)
class Apply:
    """A strict operation: known when every argument is known."""

    op: Op
    args: tuple[Expr, ...]

    @property
    def is_truth(self) -> bool:
        """Whether it is a yes or no."""
        return self.op.is_truth


@frozen(cache_hash=True)
class And:
    """Kleene's and: a known no wins over missing."""

    parts: tuple[Expr, ...]
    is_truth = True


@frozen(cache_hash=True)
class Or:
    """Kleene's or: a known yes wins over missing."""

    parts: tuple[Expr, ...]
    is_truth = True


@frozen(cache_hash=True)
class If:
    """One of two: with a missing condition it is known only where both sides are known and equal."""

    condition: Expr
    then: Expr
    otherwise: Expr

    @property
    def is_truth(self) -> bool:
        """Whether it is a yes or no."""
        return self.then.is_truth


@frozen(cache_hash=True)
class IsKnown:
    """Whether an expression is known; itself always known."""

    part: Expr
    is_truth = True


Expr = Lit | Fact | Apply | And | Or | If | IsKnown

YES: Final = Lit(value=True)
NO: Final = Lit(value=False)
#: The instant of decision: an input that is always known.
NOW: Final = Fact("the instant of decision")
