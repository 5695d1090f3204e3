"""Of which kind a window is, one of hours or one of days, which tells how long it is paused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from attrs import evolve, frozen

from claimrules.constructs.lowering import Lowering
from claimrules.constructs.moments.periods import Fixed, LengthPeriod, WindowUse
from claimrules.constructs.moments.windows import Window, periods_of
from claimrules.core.moment import Moment, chosen
from claimrules.deadlines.counting import counts_hours
from claimrules.deadlines.periods import Period


@frozen
class Kind:
    """How a window is paused: by the time that elapsed or by days, and whether it is one of hours."""

    is_elapsed: bool
    is_of_hours: bool


OF_DAYS: Final = Kind(is_elapsed=False, is_of_hours=False)


def counting_as(node: Window, low: Lowering) -> Lowering:
    """Return how a window counts: by its own convention, or else as things count around it."""
    return low if node.counting is None else evolve(low, convention=low.conventions[node.counting.text])


def kinds_of(node: Window, low: Lowering) -> Iterator[Kind | None]:
    """Yield the kind of each period that a window may be; none and unlimited are of no kind."""
    for period in periods_of(node):
        if isinstance(period, WindowUse):
            yield from kinds_of(*_used(period, low))
        else:
            yield from _kinds(period, low)


def _kinds(period: Any, low: Lowering) -> Iterator[Kind | None]:
    if isinstance(period, LengthPeriod):
        yield from (_kind(length, low) for length in low.periods_of(period.closes.duration))
    else:
        yield None if isinstance(period, Fixed) else OF_DAYS


def _kind(length: Period, low: Lowering) -> Kind:
    return Kind(counts_hours(length, low.convention), length.is_elapsed)


def _used(period: WindowUse, low: Lowering) -> tuple[Window, Lowering]:
    """Return another window, and how it counts."""
    window = low.windows[period.name.text]
    return window, counting_as(window, evolve(low, convention=low.file_convention))


def by_kind(node: Window, low: Lowering, make: Callable[[Kind], Moment]) -> Moment:
    """Return what is made for the kind of period that a window's conditions choose."""

    def made(period: Any) -> Moment:
        if isinstance(period, WindowUse):
            return by_kind(*_used(period, low), make)
        if isinstance(period, LengthPeriod):
            return low.dated(period.closes.duration, lambda length: make(_kind(length, low)))
        return make(OF_DAYS)

    moment = made(node.otherwise)
    for branch in reversed(node.branches):
        moment = chosen(low.condition(branch.condition), made(branch.period), moment)
    return moment
