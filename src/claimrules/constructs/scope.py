"""The names a file can see, and how uses of them are checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from claimrules.constructs.construct import Name
from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.periods import Convention
from claimrules.domain.types import Boolean, Choice, Event, FactDeclaration, FactType, MoneyType, Number, SetOf, Text

_KINDS: dict[type, str] = {
    Boolean: "yes or no", Choice: "one of several values", SetOf: "a set", Number: "a number", MoneyType: "money",
    Event: "an event", Text: "text",
}  # fmt: skip


@define
class Scope:
    """Declared things by kind and name, own and brought in, and where faults are reported.

    `nodes_check` checks any condition, moment or amount; it is set by the compiler, which knows all constructs.
    """

    collector: Collector
    facts: Mapping[str, FactDeclaration] = field(factory=dict)
    windows: Mapping[str, Any] = field(factory=dict)
    statements: Mapping[str, Any] = field(factory=dict)
    steps: Mapping[str, Any] = field(factory=dict)
    sources: Mapping[str, Any] = field(factory=dict)
    remedies: Mapping[str, Any] = field(factory=dict)
    conventions: Mapping[str, Convention] = field(factory=dict)
    currency: str | None = None
    rounding: str | None = None
    check: Any = None

    def found(self, kind: str, name: Name, known: Mapping[str, Any]) -> Any:
        """Return what a name stands for, or None after a report."""
        if name.text in known:
            return known[name.text]
        self.collector.report(
            "CR0201", f"there is no {kind} `{name}`", name.span, did_you_mean(name.text, known), words="not declared"
        )
        return None

    def fact(self, name: Name) -> FactDeclaration | None:
        """Return a fact's declaration, or None after a report."""
        found: FactDeclaration | None = self.found("fact", name, self.facts)
        return found

    def typed(self, name: Name, *types: type) -> FactType | None:
        """Return a fact's type when it is one of `types`; else report what it is."""
        fact = self.fact(name)
        if fact is None or isinstance(fact.type, types):
            return fact.type if fact else None
        expected = " or ".join(_KINDS[t] for t in types)
        self.collector.report(
            "CR0302", f"`{name}` is {fact.type.words.split(',')[0]}, but {expected} is needed here", name.span,
            "use a fact of that type", words=f"this is {fact.type.words}",
        )  # fmt: skip
        return None

    def event(self, name: Name) -> None:
        """Report a name that is no event."""
        fact = self.fact(name)
        if fact is None or isinstance(fact.type, Event):
            return
        events = [other.name for other in self.facts.values() if isinstance(other.type, Event)]
        self.collector.report(
            "CR0301", f"a time is counted from an event, but `{name}` is {fact.type.words.split(',')[0]}", name.span,
            did_you_mean(name.text, events) or f"events are: {', '.join(sorted(events)[:8])}",
            words=f"this is {fact.type.words}",
        )  # fmt: skip
