"""What constructs are lowered with: the file's convention, facts, windows and parameters, and the code of each text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from attrs import evolve, field, frozen

from claimrules.constructs.interval import Interval
from claimrules.constructs.time_context import TimeContext
from claimrules.core.build import at_most, choose, less
from claimrules.core.expr import Expr, Fact
from claimrules.core.moment import Moment, chosen
from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.periods import Anchor, Period
from claimrules.domain.types import Event, FactDeclaration

Side = Literal["opens", "closes"]


@frozen(kw_only=True)
class Lowering(TimeContext):
    """The context of one ruleset.

    Args:
        file_convention: the ruleset's counting convention.
        facts, windows, conventions: what can be referred to, by name.
        rounding: of percentages.
        lower_node: dispatches to the constructs; the compiler sets it.
        parameters: values that changed over time, by name.
        in_force_by: the event that tells which of these holds.
        symbols: the codes of texts the file compares with.
    """

    file_convention: Convention
    facts: Mapping[str, FactDeclaration]
    windows: Mapping[str, Any]
    conventions: Mapping[str, Convention]
    rounding: str
    lower_node: Any
    parameters: Mapping[str, Any] = field(factory=dict)
    in_force_by: str = ""
    symbols: dict[str, int] = field(factory=dict)
    _lowered: dict[tuple[str, bool], Interval] = field(factory=dict)

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
        key = (name, self.is_nominal)
        if key not in self._lowered:
            self._lowered[key] = evolve(self, convention=self.file_convention).interval(self.windows[name])
        return self._lowered[key]

    def amount(self, node: Any) -> Expr:
        """Lower an amount."""
        lowered: Expr = self.lower_node(node)(node, self)
        return lowered

    def ends_its_day(self, event: str) -> bool:
        """Tell whether an event is the end of a time, so that at midnight it belongs to the day just over."""
        found = self.facts[event].type
        return isinstance(found, Event) and found.date_means_end

    def on_or_after(self, event: str, start: Expr) -> Expr:
        """Return whether an event lies on the day that starts at an instant, or later."""
        return less(start, Fact(event)) if self.ends_its_day(event) else at_most(start, Fact(event))

    def over_by(self, event: str, end: Expr) -> Expr:
        """Return whether an event lies on a day that is over at an instant, or earlier."""
        return at_most(Fact(event), end) if self.ends_its_day(event) else less(Fact(event), end)

    def symbol(self, words: str) -> int:
        """Return the code of a text that the file compares with."""
        return self.symbols.setdefault(words, len(self.symbols) + 1)

    @property
    def nominal(self) -> Lowering:
        """The same, where last days do not move."""
        return self if self.is_nominal else evolve(self, is_nominal=True)

    @property
    def actual(self) -> Lowering:
        """The same, where last days move as the convention says."""
        return evolve(self, is_nominal=False) if self.is_nominal else self

    @property
    def chained(self) -> Lowering:
        """The context of the end of another period, from which one here is counted."""
        is_nominal = self.convention.moves and self.convention.chains_from == "nominal"
        return self if is_nominal == self.is_nominal else evolve(self, is_nominal=is_nominal)

    def periods_of(self, duration: Any) -> tuple[Period, ...]:
        """Return every length that a duration can be: its own, or all values of its parameter."""
        if duration.parameter is None:
            return (duration.period,)
        return tuple(value.value.period for value in self.parameters[duration.parameter.text].changes)

    def dated(self, duration: Any, lower: Callable[[Period], Moment]) -> Moment:
        """Return what a length comes to; where a parameter says it, by the value that holds for the claim."""
        first, *rest = self.periods_of(duration)
        moment = lower(first)
        for period, holds in zip(rest, self._since(duration.parameter), strict=True):
            moment = chosen(holds, lower(period), moment)
        return moment

    def dated_after(self, duration: Any, moment: Moment, anchor: Anchor) -> Moment:
        """Return the moment after a duration."""
        return self.dated(duration, lambda period: self.after(period, moment, anchor))

    def dated_amount(self, parameter: Any, lower: Callable[[Any], Expr]) -> Expr:
        """Return what a parameter that is no length of time comes to, by the value that holds for the claim."""
        first, *rest = self.parameters[parameter.text].changes
        amount = lower(first.value)
        for value, holds in zip(rest, self._since(parameter), strict=True):
            amount = choose(holds, lower(value.value), amount)
        return amount

    def _since(self, parameter: Any) -> list[Expr]:
        """Return of each value of a parameter but the first whether it held already."""
        if parameter is None:
            return []
        later = self.parameters[parameter.text].changes[1:]
        return [self.on_or_after(self.in_force_by, self.day_edge(v.start, is_end=False).exact) for v in later]
