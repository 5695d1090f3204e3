"""Truth and order: not, equal, at most, less than, least, greatest."""

from __future__ import annotations

from typing import Final

from claimrules.core.kernel import B, I, Kernel
from claimrules.core.op import Op


def _not(k: Kernel[B, I], a: B) -> B:
    return k.negate(a)


def _equal(k: Kernel[B, I], a: I, b: I) -> B:
    return k.eq(a, b)


def _at_most(k: Kernel[B, I], a: I, b: I) -> B:
    return k.le(a, b)


def _less(k: Kernel[B, I], a: I, b: I) -> B:
    return k.negate(k.le(b, a))


def _least(k: Kernel[B, I], a: I, b: I) -> I:
    return k.least(a, b)


def _greatest(k: Kernel[B, I], a: I, b: I) -> I:
    return k.greatest(a, b)


NOT: Final = Op("not", _not, is_truth=True)
EQUAL: Final = Op("equal", _equal, is_truth=True)
AT_MOST: Final = Op("at_most", _at_most, is_truth=True)
LESS: Final = Op("less", _less, is_truth=True)
LEAST: Final = Op("least", _least)
GREATEST: Final = Op("greatest", _greatest)
