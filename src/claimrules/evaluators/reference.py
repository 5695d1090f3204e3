"""The reference evaluator: Python booleans and integers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from claimrules.core.denote import Denotation, Val
from claimrules.core.expr import NOW, Expr
from claimrules.core.kernel import Kernel


class PythonKernel(Kernel[bool, int]):
    """Booleans are `bool`, everything else `int`."""

    def boolean(self, value: bool) -> bool:
        """Return a constant yes or no."""
        return value

    def integer(self, value: int) -> int:
        """Return a constant integer."""
        return value

    def both(self, a: bool, b: bool) -> bool:
        """Return a and b."""
        return a and b

    def either(self, a: bool, b: bool) -> bool:
        """Return a or b."""
        return a or b

    def negate(self, a: bool) -> bool:
        """Return not a."""
        return not a

    def le(self, a: int, b: int) -> bool:
        """Return a ≤ b."""
        return a <= b

    def eq(self, a: int, b: int) -> bool:
        """Return a = b."""
        return a == b

    def add(self, a: int, b: int) -> int:
        """Return a + b."""
        return a + b

    def subtract(self, a: int, b: int) -> int:
        """Return a - b."""
        return a - b

    def least(self, a: int, b: int) -> int:
        """Return the smaller."""
        return min(a, b)

    def greatest(self, a: int, b: int) -> int:
        """Return the larger."""
        return max(a, b)

    def choose(self, condition: bool, a: int, b: int) -> int:
        """Return a where the condition holds, b elsewhere."""
        return a if condition else b

    def choose_truth(self, condition: bool, a: bool, b: bool) -> bool:
        """Return a where the condition holds, b elsewhere."""
        return a if condition else b

    def opaque(self, name: str, function: Callable[..., int], arguments: Sequence[int]) -> int:
        """Return the scalar function of the arguments."""
        del name
        return function(*arguments)


def evaluate(values: Mapping[str, int | bool], now: int) -> Denotation:
    """Return a run over known facts at an instant; calling it on an expression gives (value, known)."""
    return Denotation(PythonKernel(), _inputs(values, now))


def evaluate_again(run: Denotation, values: Mapping[str, int | bool], now: int, stale: AbstractSet[Expr]) -> Denotation:
    """Return a run over other facts, which takes from a former one what is not stale."""
    return run.changed(_inputs(values, now), stale)


def _inputs(values: Mapping[str, int | bool], now: int) -> dict[str, Val]:
    return {**{name: (value, True) for name, value in values.items()}, NOW.name: (now, True)}
