"""Amounts in minor units: sum, remainder never below zero, a share and interest with stated rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Final

from claimrules.core.kernel import B, I, Kernel
from claimrules.core.op import Op

#: The roundings a ruleset can state.
ROUNDINGS: Final = ("up", "down", "half_up", "half_even")
#: Interest is counted by the day, a year having so many.
DAYS_OF_YEAR: Final = 365


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


def rounded(exact: Fraction, rounding: str) -> int:
    """Return an amount that is not negative in whole minor units, exactly."""
    whole, rest = divmod(exact, 1)
    is_tie, is_over = 2 * rest == 1, 2 * rest > 1
    up = {
        "up": rest > 0,
        "down": False,
        "half_up": is_over or is_tie,
        "half_even": is_over or (is_tie and whole % 2 == 1),
    }
    return int(whole) + up[rounding]


def _opaque(name: str, scalar: object, k: Kernel[B, I], *arguments: I) -> I:
    return k.opaque(name, scalar, arguments)  # type: ignore[arg-type]  # partial loses the callable's type
