"""The seven core nodes. Two-valued results (`is_truth`) ride on one carrier, all others on the other."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from claimrules.core.op import Op
from claimrules.core.shared import Shared


@frozen(eq=False)
class Lit(metaclass=Shared):
    """A known constant."""

    value: int | bool

    @property
    def is_truth(self) -> bool:
        """Whether it is a yes or no."""
        return isinstance(self.value, bool)


@frozen(eq=False)
class Fact(metaclass=Shared):
    """An input by name; missing when it was not given."""

    name: str
    is_truth: bool = False


@frozen(eq=False)
class Apply(metaclass=Shared):
    """A strict operation: known when every argument is known."""

    op: Op
    args: tuple[Expr, ...]

    @property
    def is_truth(self) -> bool:
        """Whether it is a yes or no."""
        return self.op.is_truth


@frozen(eq=False)
class And(metaclass=Shared):
    """Kleene's and: a known no wins over missing."""

    parts: tuple[Expr, ...]
    is_truth = True


@frozen(eq=False)
class Or(metaclass=Shared):
    """Kleene's or: a known yes wins over missing."""

    parts: tuple[Expr, ...]
    is_truth = True


@frozen(eq=False)
class If(metaclass=Shared):
    """One of two: with a missing condition it is known only where both sides are known and equal."""

    condition: Expr
    then: Expr
    otherwise: Expr

    @property
    def is_truth(self) -> bool:
        """Whether it is a yes or no."""
        return self.then.is_truth


@frozen(eq=False)
class IsKnown(metaclass=Shared):
    """Whether an expression is known; itself always known."""

    part: Expr
    is_truth = True


Expr = Lit | Fact | Apply | And | Or | If | IsKnown


def parts_of(expr: Expr) -> tuple[Expr, ...]:
    """Return the expressions an expression is made of."""
    match expr:
        case Apply(_, args):
            return args
        case And(parts) | Or(parts):
            return parts
        case If(condition, then, otherwise):
            return condition, then, otherwise
        case IsKnown(part):
            return (part,)
        case _:
            return ()


YES: Final = Lit(value=True)
NO: Final = Lit(value=False)
#: The instant of decision: an input that is always known.
NOW: Final = Fact("the instant of decision")
