"""Amounts in minor units: sum, remainder never below zero, a share and interest with stated rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Final

from claimrules.core.kernel import B, I, Kernel
from claimrules.core.op import Op
from claimrules.domain.rounding import ROUNDINGS, rounded

#: Interest is counted by the day, a year having so many.
DAYS_OF_YEAR: Final = 365
__all__ = ["DAYS_OF_YEAR", "PLUS", "REMAINDER", "ROUNDINGS", "interest", "share"]


def _plus(k: Kernel[B, I], a: I, b: I) -> I:
    return k.add(a, b)


def _less(k: Kernel[B, I], a: I, b: I) -> I:
    return k.greatest(k.subtract(a, b), k.integer(0))


PLUS: Final = Op("plus", _plus)
REMAINDER: Final = Op("remainder", _less)


def share(percent: Decimal, rounding: str) -> Op:
    """Return the operation amount → that percentage of it, rounded as stated."""
    name = f"share:{percent}:{rounding}"

    def scalar(amount: int) -> int:
        return rounded(Fraction(percent) * amount / 100, rounding)

    return Op(name, partial(_opaque, name, scalar))


def interest(percent: Decimal, rounding: str) -> Op:
    """Return the operation (amount, days) → simple interest of that percentage a year of 365 days, rounded as stated."""
    name = f"interest:{percent}:{rounding}"

    def scalar(amount: int, days: int) -> int:
        return rounded(Fraction(percent) * amount * max(days, 0) / (100 * DAYS_OF_YEAR), rounding)

    return Op(name, partial(_opaque, name, scalar))


def _opaque(name: str, scalar: object, k: Kernel[B, I], *arguments: I) -> I:
    return k.opaque(name, scalar, arguments)  # type: ignore[arg-type]  # partial loses the callable's type
