"""A whole amount in parts that add up to it: the method of the largest remainder (Hamilton's)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction


def apportioned(whole: int, weights: Mapping[str, int | Fraction]) -> dict[str, int]:
    """Return the part of each name in a whole amount, by the names' weights; the parts add up to the whole.

    Each gets its exact share rounded down; what is left goes, one unit each, to those that lost most by rounding, and
    among equal ones to the name that comes first in the alphabet: the order of the mapping does not matter.
    Weights that are all zero count as equal.

    Args:
        whole: in minor units, zero or more.
        weights: zero or more, of at least one name.
    """
    sum_of = sum(weights.values())
    exact = {
        name: Fraction(whole) * (weight if sum_of else 1) / (sum_of or len(weights)) for name, weight in weights.items()
    }
    parts = {name: share.__floor__() for name, share in exact.items()}
    by_loss = sorted(parts, key=lambda name: (parts[name] - exact[name], name))
    for name in by_loss[: whole - sum(parts.values())]:
        parts[name] += 1
    return parts
