"""The primitives an evaluator supplies. None can fail: what may be missing is settled by `denote`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

B = TypeVar("B")
I = TypeVar("I")  # noqa: E741 - the two carriers are B and I


class Kernel(ABC, Generic[B, I]):
    """Computing with two carriers: `B` for yes and no, `I` for everything else (instants, money, counts, symbols)."""

    @abstractmethod
    def boolean(self, value: bool) -> B:
        """Return a constant yes or no."""

    @abstractmethod
    def integer(self, value: int) -> I:
        """Return a constant integer."""

    @abstractmethod
    def both(self, a: B, b: B) -> B:
        """Return a and b."""

    @abstractmethod
    def either(self, a: B, b: B) -> B:
        """Return a or b."""

    @abstractmethod
    def negate(self, a: B) -> B:
        """Return not a."""

    @abstractmethod
    def le(self, a: I, b: I) -> B:
        """Return a ≤ b."""

    @abstractmethod
    def eq(self, a: I, b: I) -> B:
        """Return a = b."""

    @abstractmethod
    def add(self, a: I, b: I) -> I:
        """Return a + b."""

    @abstractmethod
    def subtract(self, a: I, b: I) -> I:
        """Return a - b."""

    @abstractmethod
    def least(self, a: I, b: I) -> I:
        """Return the smaller."""

    @abstractmethod
    def greatest(self, a: I, b: I) -> I:
        """Return the larger."""

    @abstractmethod
    def choose(self, condition: B, a: I, b: I) -> I:
        """Return a where the condition holds, b elsewhere."""

    @abstractmethod
    def choose_truth(self, condition: B, a: B, b: B) -> B:
        """Return a where the condition holds, b elsewhere."""

    @abstractmethod
    def opaque(self, name: str, function: Callable[..., int], arguments: Sequence[I]) -> I:
        """Return a total scalar function of the arguments; `name` identifies it for caching and generated code."""
