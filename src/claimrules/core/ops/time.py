"""Time: the end after a period, the point before a moment, the length between two events."""

from __future__ import annotations

from functools import partial

from claimrules.core.kernel import B, I, Kernel
from claimrules.core.op import Op
from claimrules.domain.periods import Anchor, Convention, end_after, point_before
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.zones import local_date

_ELAPSED = {"minute": 60_000_000, "hour": 3_600_000_000}


def after(unit: str, convention: Convention, zone: str, anchor: Anchor) -> Op:
    """Return the operation (instant, length) → first instant after the period."""
    name = f"after:{unit}:{convention.name}:{zone}:{anchor}"

    def scalar(start: int, length: int) -> int:
        return end_after(start, length, unit, convention, zone, anchor)

    return Op(name, partial(_opaque, name, scalar))


def before(unit: str, zone: str, anchor: Anchor, *, day_end: bool) -> Op:
    """Return the operation (instant, length) → the point that long before."""
    name = f"before:{unit}:{zone}:{anchor}:{day_end}"

    def scalar(end: int, length: int) -> int:
        return point_before(end, length, unit, zone, anchor, day_end=day_end)

    return Op(name, partial(_opaque, name, scalar))


def between(unit: str, zone: str, ends: tuple[bool, bool]) -> Op:
    """Return the operation (instant, instant) → whole units from the first to the second.

    `ends` tells of each whether it is the end of a time: at midnight it then belongs to the day just over.
    """
    name = f"between:{unit}:{zone}:{ends}"

    def scalar(start: int, end: int) -> int:
        return length_between(start, end, unit, zone, ends)

    return Op(name, partial(_opaque, name, scalar))


def length_between(start: int, end: int, unit: str, zone: str, ends: tuple[bool, bool]) -> int:
    """Return local days (or elapsed hours or minutes, rounded down) from one event to another.

    Total: nothing when one of them never happens; a comparison with a length then does not hold anyway.
    """
    if not (ALWAYS < start < NEVER and ALWAYS < end < NEVER):
        return 0
    if unit in _ELAPSED:
        return (end - start) // _ELAPSED[unit]
    return (local_date(end - ends[1], zone) - local_date(start - ends[0], zone)).days


def _opaque(name: str, scalar: object, k: Kernel[B, I], *arguments: I) -> I:
    return k.opaque(name, scalar, arguments)  # type: ignore[arg-type]  # partial loses the callable's type
