"""Where the answers turn as one ordered fact (an instant, a number, an amount) grows: found by comparing, exactly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from claimrules.core.expr import Apply, Expr, Lit
from claimrules.core.ops.order import AT_MOST, EQUAL, LESS
from claimrules.domain.types import ALWAYS, NEVER, Event, FactType, Number
from claimrules.evaluators.whatif.trials import Trials

_YEAR: Final = 366 * 86_400 * 1_000_000
#: An event that is not known is looked for so many years before and after the instant of decision.
YEARS: Final = 30
#: An amount is looked for up to so many minor units.
MOST: Final = 10**11
_COMPARISONS: Final = frozenset({AT_MOST, LESS, EQUAL})


@frozen
class Stretch:
    """Values among which no comparison comes out differently, both ends included."""

    first: int
    last: int


def stretches(name: str, kind: FactType, trials: Trials, root: Expr | None = None) -> tuple[Stretch, ...]:
    """Return the values of an ordered fact in stretches, from the least to the greatest.

    Exact where each comparison turns at most once between two notable values, as all do that build on instants: every
    operation on them keeps the order.
    """
    lowest, highest = bounds(kind, trials.now)
    comparisons = [part for part in trials.reading(name, root) if isinstance(part, Apply) and part.op in _COMPARISONS]
    samples = sorted({lowest, highest, *(v for v in _notable(comparisons, trials) if lowest < v < highest)})
    turns: set[int] = set()
    for comparison in comparisons:
        turns |= _turns(name, comparison, samples, trials)
    starts = [lowest, *sorted(turns - {lowest})]
    ends = [start - 1 for start in starts[1:]] + [highest]
    return tuple(Stretch(first, last) for first, last in zip(starts, ends, strict=True))


def bounds(kind: FactType, now: int) -> tuple[int, int]:
    """Return the least and the greatest value that an ordered fact is tried with, at an instant of decision."""
    match kind:
        case Event():
            return now - YEARS * _YEAR, now + YEARS * _YEAR
        case Number(lowest, highest):
            return lowest, highest
        case _:
            return 0, MOST


def _notable(comparisons: Iterable[Apply], trials: Trials) -> set[int]:
    """Return values near which several comparisons may turn: written ones, and the instants that are known."""
    written = {arg.value for part in comparisons for arg in part.args if isinstance(arg, Lit)}
    known = {value for value in (*written, *trials.answers.instants) if ALWAYS < value < NEVER}
    return {value + step for value in known for step in (0, 1)}


def _turns(name: str, comparison: Expr, samples: list[int], trials: Trials) -> set[int]:
    """Return the first values at which a comparison comes out differently."""
    found = set()
    results = [trials.value(comparison, name, value) for value in samples]
    for place in range(1, len(samples)):
        before, after = results[place - 1], results[place]
        if before != after:
            found.add(_first_after(name, comparison, samples[place - 1], samples[place], trials))
    return found


def _first_after(name: str, comparison: Expr, low: int, high: int, trials: Trials) -> int:
    """Return the first value above `low` at which a comparison is not as it is there."""
    before = trials.value(comparison, name, low)
    while high - low > 1:
        middle = (low + high) // 2
        if trials.value(comparison, name, middle) == before:
            low = middle
        else:
            high = middle
    return high
