"""What constructs are lowered with: the file's zone and convention, its windows, and the code of each text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from attrs import evolve, field, frozen

from claimrules.core.build import both, either, negate
from claimrules.core.expr import NO, Expr
from claimrules.core.moment import ALWAYS, NEVER, Moment, earliest_of, latest_of, not_after
from claimrules.domain.periods import Convention
from claimrules.domain.types import Event, FactDeclaration

Side = Literal["opens", "closes"]


@frozen
class Interval:
    """From `opens` (inside) to `closes` (outside).

    Args:
        is_empty: whether it can never be open.
        is_none: whether the policy says `none`; no modifier changes that.
    """

    opens: Moment
    closes: Moment
    is_empty: Expr
    is_none: Expr = NO


def between(opens: Moment, closes: Moment) -> Interval:
    """Return the interval between two moments; one that waits for an event may open yet, so it is not empty."""
    if opens == ALWAYS or closes == NEVER:
        return Interval(opens, closes, NO)
    return Interval(opens, closes, both((not_after(closes, opens), negate(not_after(NEVER, opens)))))


def intersection(intervals: Sequence[Interval]) -> Interval:
    """Return what lies in all of the intervals; always, when there is none."""
    if len(intervals) == 1:
        return intervals[0]
    opens = latest_of([ALWAYS, *(interval.opens for interval in intervals)])
    whole = between(opens, earliest_of([NEVER, *(interval.closes for interval in intervals)]))
    return evolve(whole, is_empty=either((whole.is_empty, *(interval.is_empty for interval in intervals))))


@frozen
class Lowering:
    """The context of one ruleset.

    Args:
        zone: where days are counted.
        file_convention: the ruleset's counting convention.
        convention: the one in force where we are: a window can have its own.
        facts, windows, conventions: what can be referred to, by name.
        rounding: of percentages.
        lower_node: dispatches to the constructs; the compiler sets it.
        symbols: the codes of texts the file compares with.
    """

    zone: str
    file_convention: Convention
    convention: Convention
    facts: Mapping[str, FactDeclaration]
    windows: Mapping[str, Any]
    conventions: Mapping[str, Convention]
    rounding: str
    lower_node: Any
    symbols: dict[str, int] = field(factory=dict)
    _lowered: dict[str, Interval] = field(factory=dict)

    def condition(self, node: Any) -> Expr:
        """Lower a condition."""
        lowered: Expr = self.lower_node(node)(node, self)
        return lowered

    def moment(self, node: Any, side: Side) -> Moment:
        """Lower a moment that opens or closes something."""
        lowered: Moment = self.lower_node(node)(node, self, side)
        return lowered

    def interval(self, node: Any) -> Interval:
        """Lower a period or a whole window."""
        lowered: Interval = self.lower_node(node)(node, self)
        return lowered

    def window(self, name: str) -> Interval:
        """Lower a window by name, once: it means the same wherever it is referred to."""
        if name not in self._lowered:
            self._lowered[name] = evolve(self, convention=self.file_convention).interval(self.windows[name])
        return self._lowered[name]

    def amount(self, node: Any) -> Expr:
        """Lower an amount."""
        lowered: Expr = self.lower_node(node)(node, self)
        return lowered

    def ends_its_day(self, event: str) -> bool:
        """Tell whether an event is the end of a time, so that at midnight it belongs to the day just over."""
        found = self.facts[event].type
        return isinstance(found, Event) and found.date_means_end

    def symbol(self, words: str) -> int:
        """Return the code of a text that the file compares with."""
        return self.symbols.setdefault(words, len(self.symbols) + 1)
