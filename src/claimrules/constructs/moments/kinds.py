"""Of which kind a window is, one of hours or one of days, which tells how long it is paused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from attrs import evolve, frozen

from claimrules.constructs.lowering import Lowering
from claimrules.constructs.moments.periods import Fixed, LengthPeriod, Window, WindowUse, periods_of
from claimrules.core.moment import Moment, chosen
from claimrules.deadlines.counting import counts_hours


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
            yield None if isinstance(period, Fixed) else _kind(period, low)


def _kind(period: Any, low: Lowering) -> Kind:
    if not isinstance(period, LengthPeriod):
        return OF_DAYS
    lengths = low.periods_of(period.closes.duration)
    is_elapsed = all(counts_hours(length, low.convention) for length in lengths)
    return Kind(is_elapsed, all(length.is_elapsed for length in lengths))


def _used(period: WindowUse, low: Lowering) -> tuple[Window, Lowering]:
    """Return another window, and how it counts."""
    window = low.windows[period.name.text]
    return window, counting_as(window, evolve(low, convention=low.file_convention))


def by_kind(node: Window, low: Lowering, make: Callable[[Kind], Moment]) -> Moment:
    """Return what is made for the kind of period that a window's conditions choose."""

    def made(period: Any) -> Moment:
        return by_kind(*_used(period, low), make) if isinstance(period, WindowUse) else make(_kind(period, low))

    moment = made(node.otherwise)
    for branch in reversed(node.branches):
        moment = chosen(low.condition(branch.condition), made(branch.period), moment)
    return moment
