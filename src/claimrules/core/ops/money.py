"""Amounts in minor units: sum, remainder never below zero, a multiple, a share with stated rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Final

from claimrules.core.kernel import B, I, Kernel
from claimrules.core.op import Op
from claimrules.domain.rounding import ROUNDINGS, rounded

__all__ = ["PLUS", "REMAINDER", "ROUNDINGS", "share"]


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
        return rounded(amount * Fraction(percent) / 100, rounding)

    return Op(name, partial(_opaque, name, scalar))


def _opaque(name: str, scalar: object, k: Kernel[B, I], *arguments: I) -> I:
    return k.opaque(name, scalar, arguments)  # type: ignore[arg-type]  # partial loses the callable's type
