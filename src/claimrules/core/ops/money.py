"""Amounts in minor units: sum, remainder never below zero, a multiple, a share with stated rounding."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import partial
from typing import Final

from claimrules.core.kernel import B, I, Kernel
from claimrules.core.op import Op

#: The roundings a ruleset can state.
ROUNDINGS: Final = {
    "up": ROUND_CEILING, "down": ROUND_FLOOR, "half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN,
}  # fmt: skip


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
        return int((amount * percent / 100).to_integral_value(ROUNDINGS[rounding]))

    return Op(name, partial(_opaque, name, scalar))


def _opaque(name: str, scalar: object, k: Kernel[B, I], *arguments: I) -> I:
    return k.opaque(name, scalar, arguments)  # type: ignore[arg-type]  # partial loses the callable's type
