"""How a part of the smallest unit of money is rounded."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor
from typing import Final

_HALF: Final = Fraction(1, 2)

#: The roundings a ruleset can state; no amount is below zero, so a half up is a half away from zero.
ROUNDINGS: Final[dict[str, Callable[[Fraction], int]]] = {
    "up": ceil,
    "down": floor,
    "half_up": lambda exact: floor(exact + _HALF),
    "half_even": round,
}


def rounded(exact: Fraction, rounding: str) -> int:
    """Return an exact amount in whole units."""
    return ROUNDINGS[rounding](exact)
