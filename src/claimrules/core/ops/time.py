"""Time: the end after a period, the point before a moment, the length between two events."""

from __future__ import annotations

from functools import partial

from claimrules.core.kernel import B, I, Kernel
from claimrules.core.op import Op
from claimrules.domain.periods import Convention, end_after, point_before
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.zones import local_date

#: The days between two events of which one never happens: longer than any period a policy can state.
ENDLESS = 10**7
_ELAPSED = {"minute": 60_000_000, "hour": 3_600_000_000}


def after(unit: str, convention: Convention, zone: str, *, from_end: bool) -> Op:
    """Return the operation (instant, length) → first instant after the period."""
    name = f"after:{unit}:{convention.name}:{zone}:{from_end}"

    def scalar(start: int, length: int) -> int:
        return end_after(start, length, unit, convention, zone, from_end=from_end)

    return Op(name, partial(_opaque, name, scalar))


def before(unit: str, zone: str, *, day_end: bool, from_end: bool) -> Op:
    """Return the operation (instant, length) → the point that long before."""
    name = f"before:{unit}:{zone}:{day_end}:{from_end}"

    def scalar(end: int, length: int) -> int:
        return point_before(end, length, unit, zone, day_end=day_end, from_end=from_end)

    return Op(name, partial(_opaque, name, scalar))


def between(unit: str, zone: str) -> Op:
    """Return the operation (instant, instant) → whole units from the first to the second."""
    name = f"between:{unit}:{zone}"

    def scalar(start: int, end: int) -> int:
        return length_between(start, end, unit, zone)

    return Op(name, partial(_opaque, name, scalar))


def length_between(start: int, end: int, unit: str, zone: str) -> int:
    """Return local days (or elapsed hours or minutes) from one event to another; endless when one never happens."""
    if not (ALWAYS < start < NEVER and ALWAYS < end < NEVER):
        return ENDLESS
    if unit in _ELAPSED:
        return (end - start) // _ELAPSED[unit]
    return (local_date(end, zone) - local_date(start, zone)).days


def _opaque(name: str, scalar: object, k: Kernel[B, I], *arguments: I) -> I:
    return k.opaque(name, scalar, arguments)  # type: ignore[arg-type]  # partial loses the callable's type
